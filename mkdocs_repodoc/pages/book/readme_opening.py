"""The README's beginning, as the book takes it over: what the software is and does."""

from __future__ import annotations

import re

from mkdocs_repodoc.model.blocks import Block, Prose
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.pages.book.own_words import without_title
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.text.link_rows import is_link_row

_README = 1_500
"""Characters; the repository's index shows all of it."""
_ELSEWHERE = re.compile(
    r"donat|sponsor|back(?:ers|ing)|licen[cs]e|contribut|install|credit|badge|support|communit|thank"
    r"|author|change ?log|release notes|table of contents|^contents$|security|develop|building"
    r"|code of conduct|used by|testimonial|citation|links"
    r"|^(?:documentation|docs|related(?: projects)?|see also|alternatives)$",
    re.IGNORECASE,
)
"""Headings of a README below which nothing is said about what the software is or does."""
_LOOSE = re.compile(r"^#{1,6} [^\n]*$|^[^\n]+\n([=~*^\"-])\1{2,}\s*$|:\s*$")
"""A heading alone, in Markdown or reStructuredText, or a sentence that announces something."""
_FENCES = ("```", "~~~")


def readme_opening(context: PageContext) -> tuple[Block, ...]:
    """Return the README's account of the software; nothing without a README."""
    file = context.repository.files.get(context.repository.folders[""].readme)
    if file is None or file.source.kind != "text":
        return ()
    headings = [each for each in file.outline.symbols if each.kind == Kind.HEADING]
    told = without_sections(context.read_text(file.path).text, headings)
    text = without_loose_end(opening(without_title(without_link_rows(told)), _README))
    if not text:
        return ()
    markup = DOCUMENT_MARKUPS.get(file.source.language, "plain")
    return (Prose(text, markup, file.path, heading_level=2),)


def without_sections(text: str, headings: list[Symbol]) -> str:
    """Return a README without the sections that do not tell what the software is.

    Args:
        text: The README.
        headings: Its headings; each ends where the next of its level begins.
    """
    lines = text.split("\n")
    first = min((each.line for each in headings), default=0)
    for heading in reversed(headings):
        name = heading.name.rpartition(HEADING_SEPARATOR)[2]
        if heading.line > first and _ELSEWHERE.search(name):
            del lines[heading.line - 1 : heading.end_line]
    return "\n".join(lines).strip()


def opening(text: str, limit: int) -> str:
    """Return the paragraphs at a text's beginning that fit, never half of a fenced block."""
    if len(text) <= limit:
        return text
    end = limit
    while (end := text.rfind("\n\n", 0, end)) > 0:
        head = text[:end]
        if all(head.count(fence) % 2 == 0 for fence in _FENCES):
            return head.rstrip()
    return ""


def without_link_rows(text: str) -> str:
    """Return a document without the paragraphs of nothing but pictures and links, as of badges."""
    paragraphs = re.split(r"\n\s*\n", text)
    return "\n\n".join(each for each in paragraphs if not is_link_row(each))


def without_loose_end(text: str) -> str:
    """Return a text without headings and announcements at its end, below which nothing follows."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    while len(paragraphs) > 1 and _LOOSE.search(paragraphs[-1]):
        paragraphs.pop()
    return "\n\n".join(paragraphs)
