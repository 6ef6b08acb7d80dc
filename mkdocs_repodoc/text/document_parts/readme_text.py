"""The words of a README, or a guide, on the software: without badges, sponsors and loose ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.text.document_parts.document_opening import first_paragraphs
from mkdocs_repodoc.text.link_rows import is_link_row

_ELSEWHERE = re.compile(
    r"donat|sponsor|back(?:ers|ing)|licen[cs]e|contribut|install|credit|badge|support|communit|thank"
    r"|author|change ?log|release notes|table of contents|^contents$|security|develop|building"
    r"|code of conduct|used by|testimonial|citation|links|discussions?$|questions"
    r"|^\W*(?:documentation|docs|related(?: projects)?|see also|alternatives)$",
    re.IGNORECASE,
)
"""Headings of a README below which nothing is said about what the software is or does."""
_LOOSE = re.compile(r"^#{1,6} [^\n]*$|^[^\n]+\n([=~*^\"-])\1{2,}\s*$|:\s*$")
"""A heading alone, in Markdown or reStructuredText, or a sentence that announces something."""
_LABEL = re.compile(r"(?:\*\*|__)[^*_\n]+(?:\*\*|__):?$|#{1,6} [^\n]*$|[^\n]*:$")
"""A paragraph that names what follows it."""
_LIST = re.compile(r"\s*(?:[-*+]|\d+\.) ")
_ANNOUNCEMENT = re.compile(r"(?:\b\w+\W+){6}\w+:\s*$")
"""The end of a sentence that announces a list, which is more than its label."""
_ALERT = re.compile(r"> \[!\w+\]")
"""The beginning of a notice that stands out, in GitHub's Markdown."""
_FENCES = ("```", "~~~")


def from_first_prose(text: str, markup: str) -> str:
    """Return a README from the first paragraph that tells something.

    Logos, sponsors and slogans before it are left out; notices follow it.

    Args:
        text: The README, without its title.
        markup: What it is written in.
    """
    first = first_paragraphs(text, markup).partition("\n\n")[0]
    start = text.find(first) if first else -1
    if start <= 0:
        return text
    end = start + len(first)
    notices = [each for each in re.split(r"\n\s*\n", text[:start]) if _ALERT.match(each)]
    return "\n\n".join([first, *notices, text[end:].lstrip("\n")])


def before_other(text: str) -> str:
    """Return what stands before the first heading below which nothing is said of the software."""
    kept: list[str] = []
    for paragraph in text.split("\n\n"):
        if _is_heading(paragraph) and _ELSEWHERE.search(paragraph):
            break
        kept.append(paragraph)
    return "\n\n".join(kept)


def without_sections(
    text: str, headings: Sequence[Symbol], unwanted: re.Pattern[str] = _ELSEWHERE
) -> str:
    """Return a README without the sections that do not tell what the software is.

    Args:
        text: The README.
        headings: Its headings; each ends where the next of its level begins.
        unwanted: What the headings of such sections have.
    """
    lines = text.split("\n")
    first = min((each.line for each in headings), default=0)
    for heading in reversed(headings):
        name = heading.name.rpartition(HEADING_SEPARATOR)[2]
        is_title = heading.line == first and not lines[first - 1].startswith("##")
        if not is_title and unwanted.search(name):
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
            listed = _first_items(text[end:], limit - end) if end < limit // 2 else ""
            return f"{head.rstrip()}{listed}"
    return ""


def _first_items(rest: str, room: int) -> str:
    """Return the whole items that fit of a list at the beginning of a text, below an empty line."""
    lines = rest.lstrip("\n").partition("\n\n")[0].split("\n")
    ends = [number for number, line in enumerate(lines) if _LIST.match(line)] if lines else []
    if not ends or ends[0] != 0:
        return ""
    fitting = (end for end in reversed(ends) if len("\n".join(lines[:end])) <= room)
    shown = "\n".join(lines[: next(fitting, 0)])
    return f"\n\n{shown}" if shown else ""


def without_link_rows(text: str) -> str:
    """Return a document without the paragraphs of nothing but pictures and links, as of badges.

    Whatever only names such a paragraph, like “Table of contents”, goes with it. A list that a
    sentence announces is part of what it says.
    """
    kept: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text):
        is_announced = bool(kept and _LIST.match(paragraph) and _ANNOUNCEMENT.search(kept[-1]))
        if is_announced or not is_link_row(paragraph):
            kept.append(paragraph)
        elif kept and _LIST.match(paragraph) and _LABEL.match(kept[-1]):
            kept.pop()
    return "\n\n".join(kept)


def without_empty_sections(text: str) -> str:
    """Return a Markdown text without headings that nothing stands below but another heading."""
    paragraphs = re.split(r"\n\s*\n", text)
    kept: list[str] = []
    in_code = False
    for paragraph in paragraphs:
        level = 0 if in_code else _level(paragraph)
        while kept and level and _is_heading(kept[-1]) and _level(kept[-1]) >= level:
            kept.pop()
        kept.append(paragraph)
        in_code ^= sum(map(paragraph.count, _FENCES)) % 2 == 1
    return "\n\n".join(kept)


def _level(paragraph: str) -> int:
    return len(paragraph) - len(paragraph.lstrip("#"))


def _is_heading(paragraph: str) -> bool:
    return paragraph.startswith("#") and "\n" not in paragraph


def without_loose_end(text: str) -> str:
    """Return a text without headings and announcements at its end, below which nothing follows."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    while len(paragraphs) > 1 and _LOOSE.search(paragraphs[-1]):
        paragraphs.pop()
    return "\n\n".join(paragraphs)
