"""Questions about a directed graph of files: what hangs together, what comes first, what counts."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

Graph = Mapping[str, Sequence[str]]
"""Path → the paths that it depends on, each once, without itself."""

_DAMPING = 0.5
"""What a file passes on of its rank. Half of it, as in citation graphs: with more, whatever the
most imported file imports alone would come before files that many import."""
_ROUNDS = 60
_SMALL = 1e-9


def components(graph: Graph, paths: Iterable[str]) -> list[list[str]]:
    """Return the strongly connected components, dependencies before what depends on them.

    Tarjan's algorithm without recursion; the order depends on the paths alone. Each component is
    sorted.
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[list[str]] = []
    for root in paths:
        if root in index:
            continue
        work: list[tuple[str, int]] = [(root, 0)]
        while work:
            path, position = work.pop()
            if not position:
                index[path] = low[path] = len(index)
                stack.append(path)
                on_stack.add(path)
            children = graph.get(path, ())
            while position < len(children):
                child = children[position]
                position += 1
                if child not in index:
                    work.append((path, position))
                    work.append((child, 0))
                    break
                if child in on_stack:
                    low[path] = min(low[path], index[child])
            else:
                if low[path] == index[path]:
                    found.append(_pop_component(stack, on_stack, path))
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[path])
    return found


def _pop_component(stack: list[str], on_stack: set[str], root: str) -> list[str]:
    component = []
    while True:
        path = stack.pop()
        on_stack.discard(path)
        component.append(path)
        if path == root:
            return sorted(component)


def shortest_cycle(graph: Graph, start: str, within: set[str]) -> list[str]:
    """Return the shortest way from a path back to itself; empty if there is none."""
    came_from: dict[str, str] = {}
    queue = deque([start])
    while queue:
        path = queue.popleft()
        for child in graph.get(path, ()):
            if child == start:
                way = [path]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if child in within and child not in came_from:
                came_from[child] = path
                queue.append(child)
    return []


def ranks(graph: Graph, paths: Sequence[str]) -> dict[str, float]:
    """Return how much depends on each path, directly and indirectly; the ranks sum to 1.

    Each file gives its rank to what it depends on, in equal shares (PageRank by power iteration).
    """
    if not paths:
        return {}
    number = {path: index for index, path in enumerate(paths)}
    edges = [[number[child] for child in graph.get(path, ())] for path in paths]
    base = (1 - _DAMPING) / len(paths)
    rank = [1 / len(paths)] * len(paths)
    for _ in range(_ROUNDS):
        idle = sum(rank[index] for index, children in enumerate(edges) if not children)
        following = [base + _DAMPING * idle / len(paths)] * len(paths)
        for index, children in enumerate(edges):
            if children:
                share = _DAMPING * rank[index] / len(children)
                for child in children:
                    following[child] += share
        change = sum(abs(new - old) for new, old in zip(following, rank, strict=True))
        rank = following
        if change < _SMALL:
            break
    total = sum(rank)
    return {path: rank[index] / total for index, path in enumerate(paths)}
