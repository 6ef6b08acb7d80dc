"""Layers of a weighted graph, and what can be left out of its drawing without losing any.

One order serves whoever speaks of layers and whoever draws them: the edges are taken from the
heaviest to the lightest, and one that closes a cycle leads against the layers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

Pair = tuple[str, str]
"""What depends, and what it depends on."""


def edges_against(edges: Mapping[Pair, int]) -> frozenset[Pair]:
    """Return the edges that close a cycle when the heaviest are taken first."""
    below: dict[str, set[str]] = {}
    found = set()
    for (source, target), _ in sorted(edges.items(), key=lambda each: (-each[1], each[0])):
        if source == target or _reaches(below, target, source):
            found.add((source, target))
        else:
            below.setdefault(source, set()).add(target)
    return frozenset(found)


def layers(keys: Iterable[str], edges: Collection[Pair]) -> dict[str, int]:
    """Return the layer of each node: 0 depends on nothing, any other on the layers below it.

    Args:
        keys: The nodes.
        edges: Edges between them that close no cycle.
    """
    below: dict[str, list[str]] = {}
    above: Counter[str] = Counter()
    users: dict[str, list[str]] = {}
    for source, target in edges:
        below.setdefault(source, []).append(target)
        users.setdefault(target, []).append(source)
        above[source] += 1
    found: dict[str, int] = {}
    ready = [key for key in keys if not above[key]]
    while ready:
        key = ready.pop()
        found[key] = max((found[each] + 1 for each in below.get(key, ())), default=0)
        for user in users.get(key, ()):
            above[user] -= 1
            if not above[user]:
                ready.append(user)
    return found


def hanging_together(keys: Iterable[str], edges: Iterable[Pair]) -> list[set[str]]:
    """Return the groups of nodes that edges join, whichever way they lead.

    Args:
        keys: The nodes.
        edges: Edges between them.
    """
    group = {key: {key} for key in keys}
    for source, target in edges:
        here, there = group[source], group[target]
        if here is not there:
            here |= there
            group.update(dict.fromkeys(there, here))
    return list({id(each): each for each in group.values()}.values())


def implied(edges: Collection[Pair]) -> frozenset[Pair]:
    """Return the edges that a longer way between the same ends stands for.

    Args:
        edges: Edges that close no cycle.
    """
    below: dict[str, set[str]] = {}
    for source, target in edges:
        below.setdefault(source, set()).add(target)
    return frozenset(
        (source, target)
        for source, target in edges
        if any(_reaches(below, other, target) for other in below[source] if other != target)
    )


def most_telling(
    edges: Mapping[Pair, int], against: Collection[Pair], most: int
) -> frozenset[Pair]:
    """Return the edges that a reader can take in: none that others imply, the heaviest first.

    Each node keeps its heaviest edge, as long as there is room.

    Args:
        edges: All edges with their weights.
        against: Those of them that lead against the layers.
        most: How many edges.
    """
    forward = [pair for pair in edges if pair not in against]
    left = {pair: edges[pair] for pair in edges.keys() - implied(forward)}
    ordered = sorted(left, key=lambda pair: (-left[pair], pair))
    joined: set[str] = set()
    first = []
    for pair in ordered:
        if not joined.issuperset(pair):
            first.append(pair)
            joined.update(pair)
    return frozenset(list(dict.fromkeys([*first, *ordered]))[:most])


def _reaches(below: Mapping[str, set[str]], start: str, goal: str) -> bool:
    seen, todo = {start}, [start]
    while todo:
        key = todo.pop()
        if key == goal:
            return True
        new = below.get(key, set()) - seen
        seen |= new
        todo += new
    return False
