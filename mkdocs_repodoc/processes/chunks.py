"""Work cut into portions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def batches(items: Sequence[Item], count: int) -> Iterator[Sequence[Item]]:
    """Yield a sequence in slices of `count` items, the last one perhaps shorter."""
    return (items[start : start + count] for start in range(0, len(items), count))


def chunked(items: Sequence[Item], size: Callable[[Item], int], limit: int) -> list[list[Item]]:
    """Cut items into portions of at most `limit` by `size`; an item above it stands alone.

    Args:
        items: Cut in the order given.
        size: Cost of an item, in the unit of `limit` (bytes, say).
        limit: Largest cost of a portion.
    """
    chunks: list[list[Item]] = []
    room = 0
    for item in items:
        cost = size(item)
        if not chunks or cost > room:
            chunks.append([])
            room = limit
        chunks[-1].append(item)
        room -= cost
    return chunks
