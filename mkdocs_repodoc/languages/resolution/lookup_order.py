"""Orders in which members are looked up in what a type inherits from, each with an end."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

NodeT = TypeVar("NodeT", bound=Hashable)


MOST_ABOVE = 100
"""Types that one is followed up to: people's have ten, and each asks for all of those above it."""


def depth_first(start: NodeT, above: Callable[[NodeT], Iterable[NodeT]]) -> Iterator[NodeT]:
    """Yield a type and what it inherits from, each once, and behind it what it is made from.

    A type's mixins come before what it extends. After many of them it ends.

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


def breadth_first(start: NodeT, above: Callable[[NodeT], Iterable[NodeT]]) -> Iterator[NodeT]:
    """Yield what a type inherits from, each once, the nearest first; after many of them it ends.

    Args:
        start: The type, which is left out.
        above: Returns what a type is directly made from.
    """
    seen, waiting = {start}, deque([start])
    while waiting:
        for one in above(waiting.popleft()):
            if one in seen:
                continue
            if len(seen) > MOST_ABOVE:
                return
            seen.add(one)
            waiting.append(one)
            yield one
