"""Sections of guides for contributors, and those that say nothing of how to work on the code."""

from __future__ import annotations

import re

TITLE = re.compile(r"#{1,6} [^\n]*$|[^\n]+\n([=~*^\"-])\1{2,}\s*$")
"""A heading, in Markdown or reStructuredText."""
_BESIDE = re.compile(
    r"\b(?:issues?|bugs?|questions?|feature requests?|report(?:s|ing)?|support|help|community|chat"
    r"|donat\w+|sponsor\w*|backers?|conduct|releases?|releasing|publish(?:ing)?|maintainers?"
    r"|faqs?|frequently asked|goals?|governance|security|vulnerability|vulnerabilities"
    r"|licen[cs]\w+|credits?|thanks?|thank you|contents|translations?|spread the word)\b",
    re.IGNORECASE,
)
"""In the title of a section on what people do beside changing the code."""
_WORK = re.compile(
    r"\b(?:test\w*|develop\w*|build\w*|set[ -]?up|install\w*|environment|lint\w*|style|code|coding"
    r"|debug\w*|architecture|add(?:ing)?)\b",
    re.IGNORECASE,
)
"""In the title of one that is told all the same."""


def title_level(title: str) -> int:
    """Return the depth of a heading of Markdown; of one of reStructuredText, by its usual line."""
    marks = len(title) - len(title.lstrip("#"))
    return marks or '=-~^*"'.index(title.rstrip()[-1]) + 1


def without_side_sections(text: str) -> str:
    """Return a guide without its sections on questions, reports, releases and the like.

    Args:
        text: The guide, in Markdown or reStructuredText.
    """
    kept: list[str] = []
    hidden = 0
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if TITLE.match(paragraph):
            level = title_level(paragraph)
            title = paragraph.split("\n")[0]
            if not hidden or level <= hidden:
                is_beside = _BESIDE.search(title) and not _WORK.search(title) and level > 1
                hidden = level if is_beside else 0
        if not hidden:
            kept.append(paragraph)
    return "\n\n".join(kept)
