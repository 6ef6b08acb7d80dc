"""The README's beginning, as the book takes it over: what the software is and does."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Block, Prose
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.pages.book.own_words import without_title
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.text.document_parts.document_opening import readable, with_link_targets
from mkdocs_repodoc.text.document_parts.readme_text import (
    before_other,
    from_first_prose,
    opening,
    without_empty_sections,
    without_link_rows,
    without_loose_end,
    without_sections,
)

_README = 1_500
"""Characters; the repository's index shows more of it."""


def readme_opening(context: PageContext) -> tuple[Block, ...]:
    """Return the README's account of the software; nothing without a README."""
    file = context.repository.files.get(context.repository.folders[""].readme)
    if file is None or file.source.kind != "text":
        return ()
    headings = [each for each in file.outline.symbols if each.kind == Kind.HEADING]
    written = context.read_text(file.path).text
    markup = DOCUMENT_MARKUPS.get(file.source.language, "plain")
    whole = readable(written, markup)
    told = without_sections(whole, headings) if whole == written else before_other(whole)
    told = without_link_rows(told)
    text = opening(from_first_prose(without_title(told), markup), _README)
    text = without_loose_end(without_empty_sections(text))
    if not text:
        return ()
    if markup in {"markdown", "rst"}:
        text = with_link_targets(text, whole, markup)
    return (Prose(text, markup, file.path, heading_level=2),)
