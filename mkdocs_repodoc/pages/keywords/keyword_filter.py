"""The controls above a page's keywords: a box to type in, kinds, orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from mkdocs_repodoc.model.blocks import Block, KeywordFilter, Keywords, Section

_FEW = 8
"""Shorter lists are quicker read than filtered."""


def keyword_filter(
    blocks: Iterable[Block], *, by_number: bool = False
) -> tuple[KeywordFilter, ...]:
    """Return the controls for the keywords among a page's blocks; none where these are few.

    Args:
        blocks: All blocks that may hold keywords.
        by_number: Whether the most frequent kind comes first, rather than the page's first one.
    """
    entries = [entry for block in blocks if isinstance(block, Keywords) for entry in block.entries]
    if len(entries) < _FEW:
        return ()
    kinds = Counter(entry.kind for entry in entries)
    placed = any(entry.line is not None for entry in entries)
    order = kinds.most_common() if by_number else kinds.items()
    return (KeywordFilter(tuple(order), placed=placed),)


def with_filter(
    lead: Sequence[Block], sections: Sequence[Section], *, by_number: bool = False
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """Put the controls above the first section that holds keywords.

    Args:
        lead: Blocks before the first section.
        sections: The page's sections. What the reader filters away may be a whole one, so that
            the controls stand in none of those.
        by_number: Whether the most frequent kind comes first.

    Returns:
        Both, with the controls where the page has enough keywords.
    """
    blocks = (block for section in sections for block in section.blocks)
    controls = keyword_filter(blocks, by_number=by_number)
    first = next((index for index, each in enumerate(sections) if _has_keywords(each)), 0)
    if first == 0:
        return (*lead, *controls), tuple(sections)
    before = sections[first - 1]
    above = msgspec.structs.replace(before, blocks=(*before.blocks, *controls))
    return tuple(lead), (*sections[: first - 1], above, *sections[first:])


def _has_keywords(section: Section) -> bool:
    return any(isinstance(block, Keywords) for block in section.blocks)
