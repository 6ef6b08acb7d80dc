"""Legal text in guides for contributors: agreements that say nothing of how to work on the code."""

from __future__ import annotations

import re

from mkdocs_repodoc.text.document_parts.guide_sections import TITLE, title_level

_LEGAL = re.compile(
    r"\bCLA\b|licen[cs]e\s+agreements?\b|contributors?(?:'s)?\s+(?:licen[cs]e\s+)?agreement|"
    r"indemnif|intellectual\s+property|\bwarrant(?:s|y|ies)\b|\bhereby\b|\bcopyright\b",
    re.IGNORECASE,
)
_QUOTED = "making a contribution to this project"
"""Words of the Developer Certificate of Origin (https://developercertificate.org), quoted whole."""
_CERTIFICATE = re.compile(
    rf"{_QUOTED}|^\W*\(?[a-d]\)\s|Everyone\s+is\s+permitted\s+to\s+copy|^\W*(?:\w+\s+)?Version\s+1\.1\b|"
    r"^[^#\w]*(?:\w+\s+)?Developer(?:'s)?\s+Certificate\s+of\s+Origin\b[^.]*$",
    re.IGNORECASE,
)


def without_legal_text(text: str) -> str:
    """Return a guide without paragraphs of legal text, and without headings left with nothing."""
    kept: list[str] = []
    is_quoted = _QUOTED in " ".join(text.lower().split())
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        is_title = TITLE.match(paragraph) is not None
        if is_title and kept and TITLE.match(kept[-1]):
            kept = kept[:-1] if title_level(paragraph) <= title_level(kept[-1]) else kept
        is_certificate = is_quoted and _CERTIFICATE.search(paragraph) is not None
        if is_title or not (is_certificate or _LEGAL.search(paragraph)):
            kept.append(paragraph)
    while kept and TITLE.match(kept[-1]):
        kept.pop()
    return "\n\n".join(kept)
