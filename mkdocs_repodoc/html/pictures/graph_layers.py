"""The layers of a directed graph: which layer a node is in, and the order within each.

The steps are simple because a diagram has at most a few dozen nodes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

SWEEPS = 8
"""How often layers are put in order, back and forth."""

Link = tuple[str, str]
Point = str | tuple[str, str, int]
"""A node's key, or a bend of a link in a layer between its ends."""


def assign_layers(keys: list[str], links: list[Link]) -> dict[str, int]:
    """Give each node a layer, such that most links lead to a later one.

    Args:
        keys: The nodes.
        links: Pairs of them, which may form cycles.
    """
    return _layers(keys, _break_cycles(keys, links))


def _break_cycles(keys: list[str], links: list[Link]) -> list[Link]:
    """Turn around the edges that close a cycle, so that the rest has a direction."""
    successors: dict[str, list[str]] = defaultdict(list)
    entered: dict[str, int] = dict.fromkeys(keys, 0)
    for a, b in links:
        successors[a].append(b)
        entered[b] += 1
    state: dict[str, int] = {}
    forward: list[Link] = []
    for root in sorted(keys, key=lambda key: (entered[key], keys.index(key))):
        stack = [(root, iter(successors[root]))] if root not in state else []
        state.setdefault(root, 1)
        while stack:
            key, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                state[key] = 2
                stack.pop()
            elif state.get(following) == 1:
                forward.append((following, key))
            else:
                forward.append((key, following))
                if following not in state:
                    state[following] = 1
                    stack.append((following, iter(successors[following])))
    return forward


def _layers(keys: list[str], forward: list[Link]) -> dict[str, int]:
    """Give each node the layer after its last predecessor, then pull sources to their targets."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for a, b in forward:
        before[b].append(a)
        after[a].append(b)
    layer: dict[str, int] = {}
    waiting = {key: len(before[key]) for key in keys}
    ready = [key for key in keys if not waiting[key]]
    while ready:
        key = ready.pop(0)
        layer[key] = max((layer[other] + 1 for other in before[key]), default=0)
        for other in after[key]:
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    for key in sorted(keys, key=lambda key: -layer[key]):
        if not before[key] and after[key]:
            layer[key] = min(layer[other] for other in after[key]) - 1
    return layer


def chains_of(links: list[Link], layer: Mapping[str, int]) -> dict[Link, list[Point]]:
    """Return what each link passes through, one point for each layer."""
    chains: dict[Link, list[Point]] = {}
    for a, b in links:
        step = 1 if layer[b] >= layer[a] else -1
        bends: list[Point] = [(a, b, at) for at in range(layer[a] + step, layer[b], step)]
        chains[a, b] = [a, *bends, b]
    return chains


def ordered_layers(
    keys: list[str], layer: Mapping[str, int], chains: Mapping[Link, list[Point]]
) -> list[list[Point]]:
    """Return the points of each layer, in an order in which few links cross.

    Each layer is sorted by the middle of its neighbours, back and forth; the best order is kept.

    Args:
        keys: The nodes.
        layer: Node → its layer.
        chains: Link → the points that it passes through.
    """
    depth = max(layer.values(), default=0) + 1
    columns: list[list[Point]] = [[] for _ in range(depth)]
    for key in keys:
        columns[layer[key]].append(key)
    for chain in chains.values():
        for point in chain[1:-1]:
            if isinstance(point, tuple):
                columns[point[2]].append(point)
    neighbours = _neighbours(chains)
    best, fewest = columns, _crossings(columns, neighbours)
    for sweep in range(SWEEPS):
        columns = [list(column) for column in columns]
        order = range(depth) if sweep % 2 == 0 else range(depth - 1, -1, -1)
        for fixed, moved in pairwise(order):
            _sort(columns[moved], columns[fixed], neighbours)
        count = _crossings(columns, neighbours)
        if count < fewest:
            best, fewest = columns, count
    return best


def _neighbours(chains: Mapping[Link, list[Point]]) -> Mapping[Point, list[Point]]:
    neighbours: dict[Point, list[Point]] = defaultdict(list)
    for chain in chains.values():
        for one, other in pairwise(chain):
            neighbours[one].append(other)
            neighbours[other].append(one)
    return neighbours


def _sort(column: list[Point], fixed: list[Point], neighbours: Mapping[Point, list[Point]]) -> None:
    """Sort a layer by where its neighbours stand in the layer beside it."""
    rank = {point: float(position) for position, point in enumerate(fixed)}
    weight = {
        point: middle([rank[n] for n in neighbours[point] if n in rank], position)
        for position, point in enumerate(column)
    }
    column.sort(key=weight.__getitem__)


def middle(values: list[float], default: float) -> float:
    """Return the mean of values, or a default if there are none."""
    return sum(values) / len(values) if values else float(default)


def _crossings(columns: list[list[Point]], neighbours: Mapping[Point, list[Point]]) -> int:
    count = 0
    for left, right in pairwise(columns):
        rank = {point: position for position, point in enumerate(right)}
        ends = [
            position
            for point in left
            for position in sorted(rank[n] for n in neighbours[point] if n in rank)
        ]
        count += sum(
            1 for index, end in enumerate(ends) for later in ends[index + 1 :] if later < end
        )
    return count
