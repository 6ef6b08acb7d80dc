"""Sections of the repository's documents that answer a chapter's question in its own words."""

from __future__ import annotations

import re

from mkdocs_repodoc.insight.reading.titled_sections import section_titled
from mkdocs_repodoc.model.blocks import Block, Paragraph, Phrase, Prose
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.text.document_parts.readme_text import (
    opening,
    without_loose_end,
)

EXIT_STATUS = re.compile(r"EXIT (?:STATUS|CODES?|VALUES?)|(?i:exit (?:codes?|status(?:es)?))")
_STATUS = re.compile(r"(?<![\w.#])\d{1,3}\b(?![.\w])")
"""In a section on statuses that says what one of them means."""
ENVIRONMENT = re.compile(r"ENVIRONMENT(?: VARIABLES)?")
"""A section of a manual page, which speaks of the program; elsewhere it may be a feature."""
FILES = re.compile(r"FILES")
_LENGTH = 1_600
"""Characters of a section that are quoted."""


def quoted_section(view: BookView, title: re.Pattern[str]) -> tuple[Block, ...]:
    """Return the section of the documents with a title, behind a sentence on where it stands.

    Args:
        view: The book.
        title: Matches all of the title.
    """
    context = view.context
    telling = _STATUS if title is EXIT_STATUS else None
    texts = context.read_text
    found = section_titled(context.repository, lambda path: texts(path).text, title, telling)
    if found is None:
        return ()
    path = found.heading.path
    shown = without_loose_end(opening(found.text, _LENGTH))
    if not shown:
        return ()
    markup = DOCUMENT_MARKUPS.get(context.repository.files[path].source.language, "plain")
    link = page_links.to_symbol(context, found.heading, text=found.title)
    lead: Phrase = ("“", link, "” in ", page_links.to_file(context, path), " says:")
    return (Paragraph(lead), Prose(shown, markup, path, heading_level=4))
