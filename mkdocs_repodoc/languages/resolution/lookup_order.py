"""The order in which members are looked up where a type's mixins come before what it extends."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

NodeT = TypeVar("NodeT", bound=Hashable)


MOST_ABOVE = 100
"""Types that one is followed up to: people's have ten, and each asks for all of those above it."""


def depth_first(start: NodeT, above: Callable[[NodeT], Iterable[NodeT]]) -> Iterator[NodeT]:
    """Yield a type and what it inherits from, each once, and behind it what it is made from.

    After many of them it ends.

    Args:
        start: The type.
        above: Returns what a type is directly made from, in the order in which that is looked at.
    """
    seen: set[NodeT] = set()
    waiting = [start]
    while waiting and len(seen) <= MOST_ABOVE:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        yield one
        waiting += reversed(list(above(one)))
