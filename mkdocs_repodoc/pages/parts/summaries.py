"""Summaries of files, folders and symbols in their own words, for tables and lists."""

from __future__ import annotations

import re

from mkdocs_repodoc.model.blocks import Phrase, Prose
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.text.english import shortened

_LENGTH = 300
_MARKUPS = {"markdown": "markdown", "restructuredtext": "rst", "rst": "rst"}
_ROLE = re.compile(r":[a-z][a-z:]*:`|`_|``")
_LINK = re.compile(r"!?\[([^\[\]]*)(?:\]\([^()\s]*\)|$)")
"""The last one may have been cut in half."""
_LEAST = 3
"""Letters and digits outside of links that a summary has at least."""
_PROSE = 0.1
"""Share of a summary that is not links."""
_SAYS = (
    "is|are|has|will|adds|answers|applies|builds|calls|checks|contains|converts|creates|defines|"
    "describes|executes|extends|finds|gets|handles|holds|implements|keeps|loads|loops|makes|merges|"
    "parses|prints|provides|reads|removes|reports|represents|resolves|returns|runs|sets|starts|"
    "stores|tells|validates|wraps|writes"
)
"""Words behind a name that go on with what it is or does."""
_SPAN = re.compile(r"`[^`]+`|\]\(|(?<![\w*])\*\*\w(?:[^*]*\w)?\*\*(?![\w*])")


def markup_of(text: str, language: str) -> str:
    """Return how a summary is written: `markdown`, `rst` or `plain`.

    Without its file's detail this is read off the text: what has no code span, no link and no words
    in bold has no markup worth rendering, and is not mistaken for any.
    """
    if language in _MARKUPS:
        return _MARKUPS[language]
    if _ROLE.search(text):
        return "rst"
    return "markdown" if _SPAN.search(text) else "plain"


def phrase(text: str, file: RepoFile, scope: int = FILE_SCOPE) -> Phrase:
    """Return a summary that stands in a file as a phrase; empty if there is none."""
    if _is_only_links(text):
        return ()
    if len(text) > _LENGTH:  # a link cut in half would show its address
        text = _LINK.sub(lambda match: match[1], text)
    short = shortened(text, _LENGTH).rstrip(": ")  # what was announced does not follow here
    markup = markup_of(short, file.source.language)
    return (Prose(short, markup, file.path, inline=True, scope=scope),)


def _is_only_links(text: str) -> bool:
    """Whether a text is empty or but a row of badges or links, which describe nothing."""
    rest = _LINK.sub("", text)
    return sum(map(str.isalnum, rest)) < _LEAST or len(rest) < len(text) * _PROSE


def of_file(context: PageContext, path: str) -> Phrase:
    """Return what a file says about itself."""
    file = context.repository.files[path]
    return phrase(file.summary, file)


def of_folder(context: PageContext, path: str) -> Phrase:
    """Return what a folder's README, package docstring or metadata says about it."""
    folder = context.repository.folders[path]
    origin = context.repository.files.get(folder.summary_origin)
    if origin is None:
        return (folder.summary,) if folder.summary else ()
    return phrase(folder.summary, origin)


def behind_name(context: PageContext, ref: SymbolRef) -> Phrase:
    """Return what follows a symbol's name in a line: `: A mill.`, ` grinds grain.`; may be empty.

    Many first sentences begin with the name that they document; it is not said twice.
    """
    file = context.repository.files[ref.path]
    symbol = file.outline.symbols[ref.position]
    last = symbol.bare_name.replace("::", ".").rpartition(".")[2]
    own = re.compile(rf"(?:an? |the )?`?{re.escape(last)}`? (?=(?:{_SAYS})\b)", re.IGNORECASE)
    match = own.match(symbol.summary)
    text = symbol.summary[match.end() :] if match is not None else symbol.summary
    words = phrase(text, file, ref.position)
    return (": " if match is None else " ", *words) if words else ()


def of_symbol(context: PageContext, ref: SymbolRef) -> Phrase:
    """Return the first sentence of a symbol's documentation."""
    file = context.repository.files[ref.path]
    return phrase(file.outline.symbols[ref.position].summary, file, ref.position)
