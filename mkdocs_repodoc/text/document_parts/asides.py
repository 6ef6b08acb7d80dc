"""Paragraphs of documents beside what they describe: licences, thanks, calls to do something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

ASIDE = re.compile(
    r"\W*(?:(?:is |it is )?(?:released|licen[cs]ed|distributed|available) under|licen[cs]e\b|"
    r"copyright|©|\(c\)|spdx|(?:sponsored|supported|backed) by|table of contents|"
    r"(?:please )?(?:note|star|read this|see) |"
    r"(?:please |you can |consider )*(?:(?:become|becoming) an? "
    r"(?:\w+ )?(?:backer|sponsor|patron|member)|"
    r"donat(?:e|ing)|sponsor(?:ing)? (?:us|me|this|the)|buy (?:me|us) an? |"
    r"(?:show your )?support (?:for )?(?:us|me|this|our|the project)|follow (?:us|me|@)|"
    r"(?:come )?(?:chat|talk) (?:with|to) (?:us|the))|"
    r"[^.!?]{0,60}\bdepends? on (?:(?:your|community|financial) support|donations|sponsors)\b)",
    re.IGNORECASE,
)
"""The beginning of what is said beside the thing itself: its licence, a call to do something."""
_FOR_SUPPORTERS = re.compile(
    r"\W*(?:(?:our |gold |silver |bronze |become an? |special )?"
    r"(?:backers?|sponsors?|patrons?|donors?)"
    r"|donat(?:e|ions?|ing)|funding|support (?:us|me|this|the) ?\w*)\W*",
    re.IGNORECASE,
)
"""A heading above what is said to those who give money, or of them."""


def for_users(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """Yield the outer tokens with their numbers, without those below headings for supporters."""
    is_aside = False
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and not token.level:
            is_aside = _FOR_SUPPORTERS.fullmatch(tokens[index + 1].content) is not None
        if not token.level and (not is_aside or token.type == "heading_open"):
            yield index, token
