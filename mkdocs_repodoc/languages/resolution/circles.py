"""Circles of things that lead to each other, such as classes that inherit from themselves."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

NodeT = TypeVar("NodeT", bound=Hashable)


def number_circles(
    start: NodeT, above: Callable[[NodeT], Iterable[NodeT]], numbers: dict[NodeT, int]
) -> None:
    """Give the same number to all that lead to each other, and to each other thing one of its own.

    Tarjan's algorithm, without calls within each other: a line of things may be long.

    Args:
        start: What is numbered, with all that it leads to.
        above: Returns what something leads to.
        numbers: What has been numbered; takes the others.
    """
    index: dict[NodeT, int] = {}
    low: dict[NodeT, int] = {}
    open_nodes: list[NodeT] = []
    calls: list[tuple[NodeT, Iterator[NodeT]]] = []

    def enter(node: NodeT) -> None:
        index[node] = low[node] = len(index)
        open_nodes.append(node)
        calls.append((node, iter(above(node))))

    enter(start)
    while calls:
        node, following = calls[-1]
        for each in following:
            if each in numbers:
                continue
            if each not in index:
                enter(each)
                break
            low[node] = min(low[node], index[each])
        else:
            calls.pop()
            if calls:
                low[calls[-1][0]] = min(low[calls[-1][0]], low[node])
            if low[node] == index[node]:
                number = len(numbers)
                while True:
                    member = open_nodes.pop()
                    numbers[member] = number
                    if member == node:
                        break
