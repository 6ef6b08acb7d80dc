"""What files, folders and symbols say about themselves, as phrases for tables and lists."""

from __future__ import annotations

import re

from mkdocs_repodoc.model.blocks import Phrase, Prose
from mkdocs_repodoc.model.repository import RepoFile, SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.wording import shortened

_LENGTH = 300
_MARKUPS = {"markdown": "markdown", "restructuredtext": "rst", "rst": "rst"}
_ROLE = re.compile(r":[a-z][a-z:]*:`|`_|``")
_SPAN = re.compile(r"`[^`]+`|\]\(")


def markup_of(text: str, language: str) -> str:
    """Return how a summary is written: `markdown`, `rst` or `plain`.

    Without its file's detail this is read off the text: what has no code span and no link has no
    markup worth rendering, and is not mistaken for any.
    """
    if language in _MARKUPS:
        return _MARKUPS[language]
    if _ROLE.search(text):
        return "rst"
    return "markdown" if _SPAN.search(text) else "plain"


def phrase(text: str, file: RepoFile, scope: int = -1) -> Phrase:
    """Return a summary that stands in a file as a phrase; empty if there is none."""
    if not text:
        return ()
    short = shortened(text, _LENGTH)
    markup = markup_of(short, file.source.language)
    return (Prose(short, markup, file.path, inline=True, scope=scope),)


def of_file(context: PageContext, path: str) -> Phrase:
    """Return what a file says about itself."""
    file = context.repository.files[path]
    return phrase(file.outline.summary, file)


def of_folder(context: PageContext, path: str) -> Phrase:
    """Return what a folder's README, package docstring or metadata says about it."""
    folder = context.repository.folders[path]
    origin = context.repository.files.get(folder.summary_origin)
    if origin is None:
        return (folder.summary,) if folder.summary else ()
    return phrase(folder.summary, origin)


def of_symbol(context: PageContext, ref: SymbolRef) -> Phrase:
    """Return the first sentence of a symbol's documentation."""
    file = context.repository.files[ref.path]
    return phrase(file.outline.symbols[ref.position].summary, file, ref.position)
