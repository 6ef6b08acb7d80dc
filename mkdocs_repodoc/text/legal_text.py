"""Legal text in guides for contributors: agreements that say nothing of how to work on the code."""

from __future__ import annotations

import re

_LEGAL = re.compile(
    r"\bCLA\b|licen[cs]e\s+agreements?\b|contributors?(?:'s)?\s+(?:licen[cs]e\s+)?agreement|"
    r"indemnif|intellectual\s+property|\bwarrant(?:s|y|ies)\b|\bhereby\b|\bcopyright\b",
    re.IGNORECASE,
)
_LEGAL_TITLE = re.compile(r"\bcertificates?\s+of\s+origin\b|\bDCO\b", re.IGNORECASE)
"""What heads a certificate that is quoted whole: all of its section is legal text."""
_TITLE = re.compile(r"#{1,6} [^\n]*$|[^\n]+\n([=~*^\"-])\1{2,}\s*$")
"""A heading, in Markdown or reStructuredText."""


def without_legal_text(text: str) -> str:
    """Return a guide without paragraphs of legal text, and without headings left with nothing."""
    kept: list[str] = []
    certificate = 0
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        is_title = _TITLE.match(paragraph) is not None
        if is_title and certificate and _level(paragraph) <= certificate:
            certificate = 0
        if is_title and _LEGAL_TITLE.search(paragraph):
            certificate = certificate or _level(paragraph)
        if certificate:
            continue
        if is_title and kept and _TITLE.match(kept[-1]) and _level(paragraph) <= _level(kept[-1]):
            kept.pop()
        if is_title or not _LEGAL.search(paragraph):
            kept.append(paragraph)
    while kept and _TITLE.match(kept[-1]):
        kept.pop()
    return "\n\n".join(kept)


def _level(title: str) -> int:
    """Return the depth of a heading of Markdown; of one of reStructuredText, by its usual line."""
    marks = len(title) - len(title.lstrip("#"))
    return marks or '=-~^*"'.index(title.rstrip()[-1]) + 1
