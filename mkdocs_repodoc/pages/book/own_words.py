"""Longer passages that the book takes over from the repository, cut at the end of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Block, Prose
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import DocSection
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.text.document_parts.document_opening import document_opening
from mkdocs_repodoc.text.prose import is_prose

_LENGTH = 500
"""Characters of a passage that say what something is; what follows is on its own page."""
_FENCES = ("```", "~~~")
_ANNOUNCES = re.compile(r":\s*$")
_DIRECTIVE = re.compile(r"\.\. |!!!|\?\?\?|:::|>>> |[-*+] |\d+\. |#|\||<")
"""Beginnings of paragraphs at which a passage ends: examples, notes, lists, headings, tables."""


def passage(text: str, limit: int = _LENGTH) -> str:
    """Return the paragraphs of prose at a text's beginning, as many as fit.

    A paragraph that announces an example or a list, and all after it, is left out unless nothing
    would be left.
    """
    kept: list[str] = []
    length = 0
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        starts_other = paragraph[:1].isspace() or _DIRECTIVE.match(paragraph)
        if starts_other or paragraph.startswith(_FENCES) or not is_prose(paragraph):
            break
        if kept and length + len(paragraph) > limit:
            break
        length += len(paragraph)
        kept.append(paragraph)
    while len(kept) > 1 and _ANNOUNCES.search(kept[-1]):
        kept.pop()
    if kept and (length > 2 * limit or _ANNOUNCES.search(kept[-1])):
        return ""
    return "\n\n".join(kept)


def words_of_file(context: PageContext, path: str) -> tuple[Block, ...]:
    """Return how a file's own documentation begins."""
    file = context.repository.files[path]
    if not file.summary:
        return ()
    detail = context.detail(path)
    rest = _first_text(detail.documentation)
    text = passage(f"{file.summary}\n\n{rest}" if rest else file.summary)
    return (Prose(text, detail.markup, path),) if text else ()


def words_of_symbol(context: PageContext, ref: SymbolRef) -> tuple[Block, ...]:
    """Return how the documentation of a symbol begins."""
    detail = context.detail(ref.path)
    written = detail.symbols[ref.position].documentation if detail.symbols else ()
    text = passage(_first_text(written)) or context.repository.symbol(ref).summary
    return (Prose(text, detail.markup, ref.path, scope=ref.position),) if text else ()


def words_of_folder(context: PageContext, path: str) -> tuple[Block, ...]:
    """Return how a folder's README begins; failing that, the documentation of its package."""
    folder = context.repository.folders[path]
    readme = context.repository.files.get(folder.readme)
    if readme is not None and readme.source.kind == "text":
        markup = DOCUMENT_MARKUPS.get(readme.source.language, "plain")
        if text := document_opening(context.read_text(readme.path).text, markup):
            return (Prose(text, markup, readme.path),)
    if folder.summary_origin in context.repository.files:
        return words_of_file(context, folder.summary_origin)
    return ()


_TITLE = re.compile(r"\s*(?:#[^\n]*\n|(?:([=~*-])\1+\n)?[^\n]+\n([=~*-])\2{2,}[ \t]*\n)")


def without_title(text: str) -> str:
    """Return a document without its first heading, in Markdown or reStructuredText."""
    return _TITLE.sub("", text, count=1) if _TITLE.match(text) else text


def _first_text(sections: Sequence[DocSection]) -> str:
    first = next(iter(sections), None)
    return first.text if first is not None and first.kind == "text" and not first.title else ""
