"""The layout of a small directed graph: boxes in layers from left to right, and arrows.

The classic steps (break cycles, assign layers, order within them, set coordinates) are each simple
because a diagram has at most a few dozen nodes. The same graph always gets the same picture.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_FONT_SIZE = 12.0
_CHARACTER = 0.605 * _FONT_SIZE
"""Width of a character: monospaced fonts have 0.55 to 0.61 of their size."""
_PADDING = 10.0
BOX_HEIGHT = 24.0
_ROW_GAP = 9.0
_LAYER_GAP = 46.0
_MARGIN = 4.0
_MOST_CHARACTERS = 30
_SWEEPS = 8


@dataclass(frozen=True, slots=True)
class Box:
    """A placed node."""

    key: str
    text: str
    """Shortened in the middle if it is long."""
    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """A routed edge."""

    source: str
    target: str
    path: str
    """SVG path data."""
    text: str
    x: float
    """Middle of the text."""
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A laid-out graph."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def text_width(text: str) -> float:
    """Return how wide a text is at most, in the diagram's monospaced font."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text) * _CHARACTER


def shorten(text: str, characters: int = _MOST_CHARACTERS) -> str:
    """Cut a text in the middle, where names differ least."""
    if text_width(text) <= characters * _CHARACTER:
        return text
    head, tail = "", ""
    room = (characters - 1) * _CHARACTER
    for front, back in zip(text, reversed(text), strict=True):
        if text_width(head + front + tail) > room:
            break
        head += front
        if text_width(head + back + tail) > room:
            break
        tail = back + tail
    return f"{head}…{tail}"


def lay_out(
    names: Mapping[str, str],
    edges: Sequence[tuple[str, str]],
    columns_of: Mapping[str, int] | None = None,
    said: Mapping[tuple[str, str], str] | None = None,
) -> Picture:
    """Place a graph.

    Args:
        names: Key of each node → its text.
        edges: Pairs of keys, from → to; pairs with an unknown key or to themselves are ignored.
        columns_of: Key of each node → its column from the left; worked out from the edges if it
            is not given.
        said: Pair of keys → the text on its arrow.
    """
    links = sorted({(a, b) for a, b in edges if a != b and a in names and b in names})
    layer = _compacted(columns_of) if columns_of is not None else _layers(list(names), links)
    texts = {key: shorten(text) for key, text in names.items()}
    chains = _chains(links, layer)
    columns = _order(list(names), layer, chains)
    return _with_coordinates(texts, columns, chains, said or {})


def _compacted(columns_of: Mapping[str, int]) -> dict[str, int]:
    """Leave no column empty."""
    used = {column: index for index, column in enumerate(sorted(set(columns_of.values())))}
    return {key: used[column] for key, column in columns_of.items()}


def _layers(keys: list[str], links: list[tuple[str, str]]) -> dict[str, int]:
    return _assign_layers(keys, _break_cycles(keys, links))


def _break_cycles(keys: list[str], links: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Turn around the edges that close a cycle, so that the rest has a direction."""
    successors: dict[str, list[str]] = defaultdict(list)
    entered: dict[str, int] = dict.fromkeys(keys, 0)
    for a, b in links:
        successors[a].append(b)
        entered[b] += 1
    state: dict[str, int] = {}
    forward: list[tuple[str, str]] = []
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


def _assign_layers(keys: list[str], forward: list[tuple[str, str]]) -> dict[str, int]:
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


Link = tuple[str, str]
Point = str | tuple[str, str, int]
"""A node's key, or a bend of a link in a layer between its ends."""


def _chains(links: list[Link], layer: dict[str, int]) -> dict[Link, list[Point]]:
    """Return what each link passes through, one point for each layer."""
    chains: dict[Link, list[Point]] = {}
    for a, b in links:
        step = 1 if layer[b] >= layer[a] else -1
        bends: list[Point] = [(a, b, at) for at in range(layer[a] + step, layer[b], step)]
        chains[a, b] = [a, *bends, b]
    return chains


def _order(
    keys: list[str], layer: dict[str, int], chains: dict[Link, list[Point]]
) -> list[list[Point]]:
    """Sort each layer by the middle of its neighbours, back and forth, and keep the best."""
    depth = max(layer.values(), default=0) + 1
    columns: list[list[Point]] = [[] for _ in range(depth)]
    for key in keys:
        columns[layer[key]].append(key)
    neighbours: dict[Point, list[Point]] = defaultdict(list)
    for chain in chains.values():
        for point in chain[1:-1]:
            if isinstance(point, tuple):
                columns[point[2]].append(point)
        for one, other in pairwise(chain):
            neighbours[one].append(other)
            neighbours[other].append(one)
    best, fewest = columns, _crossings(columns, neighbours)
    for sweep in range(_SWEEPS):
        columns = [list(column) for column in columns]
        order = range(1, depth) if sweep % 2 == 0 else range(depth - 2, -1, -1)
        for index in order:
            fixed = columns[index - 1 if sweep % 2 == 0 else index + 1]
            rank = {point: float(position) for position, point in enumerate(fixed)}
            column = columns[index]
            weight = {
                point: _middle([rank[n] for n in neighbours[point] if n in rank], position)
                for position, point in enumerate(column)
            }
            column.sort(key=weight.__getitem__)
        count = _crossings(columns, neighbours)
        if count < fewest:
            best, fewest = columns, count
    return best


def _middle(values: list[float], default: float) -> float:
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


def _with_coordinates(
    texts: dict[str, str],
    columns: list[list[Point]],
    chains: dict[Link, list[Point]],
    said: Mapping[Link, str],
) -> Picture:
    widths = [
        max(
            (text_width(texts[p]) + 2 * _PADDING for p in column if isinstance(p, str)), default=0.0
        )
        for column in columns
    ]
    heights = _heights(columns, chains)
    widest = max((text_width(text) for text in said.values()), default=0.0)
    gap = max(_LAYER_GAP, widest + 2 * _PADDING)
    bottom = max(heights.values(), default=0.0)
    boxes: list[Box] = []
    spots: dict[Point, tuple[float, float, float]] = {}
    x = _MARGIN
    for column, width in zip(columns, widths, strict=True):
        for point in column:
            y = heights[point] + _MARGIN
            spots[point] = (x, x + width, y + BOX_HEIGHT / 2)
            if isinstance(point, str):
                boxes.append(Box(point, texts[point], x, y, width))
        x += width + gap
    arrows = tuple(
        _arrow(link, [spots[point] for point in chain], said.get(link, ""))
        for link, chain in chains.items()
    )
    right = x - gap + _MARGIN if columns else 2 * _MARGIN
    return Picture(right, bottom + BOX_HEIGHT + 2 * _MARGIN, tuple(boxes), arrows)


def _heights(columns: list[list[Point]], chains: dict[Link, list[Point]]) -> dict[Point, float]:
    """Move every point towards the middle of its neighbours without changing the order."""
    pitch = BOX_HEIGHT + _ROW_GAP
    neighbours: dict[Point, list[Point]] = defaultdict(list)
    for chain in chains.values():
        for one, other in pairwise(chain):
            neighbours[one].append(other)
            neighbours[other].append(one)
    tallest = max(map(len, columns), default=0)
    height: dict[Point, float] = {
        point: (position + (tallest - len(column)) / 2) * pitch
        for column in columns
        for position, point in enumerate(column)
    }
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            if len(column) == tallest:
                continue
            wanted = [
                _middle([height[n] for n in neighbours[point]], height[point]) for point in column
            ]
            height.update(zip(column, _spread(wanted, pitch, tallest), strict=True))
    lowest = min(height.values(), default=0.0)
    return {point: y - lowest for point, y in height.items()}


def _spread(wanted: list[float], pitch: float, tallest: int) -> list[float]:
    """Keep at least a pitch between neighbours, near where they want to be, within the picture."""
    settled: list[float] = []
    for y in wanted:
        settled.append(max(y, settled[-1] + pitch) if settled else max(y, 0.0))
    limit = (tallest - 1) * pitch
    for index in range(len(settled) - 1, -1, -1):
        settled[index] = min(settled[index], limit)
        limit = settled[index] - pitch
    return settled


def _arrow(link: Link, spots: list[tuple[float, float, float]], text: str) -> Arrow:
    """Route an arrow; its text stands in the last gap, where it has left those it came with."""
    (left, right, y), (other_left, other_right, other_y) = spots[-2:]
    x = (right + other_left) / 2 if other_left >= right else (left + other_right) / 2
    return Arrow(*link, _route(spots), text, x, (y + other_y) / 2)


def _route(spots: list[tuple[float, float, float]]) -> str:
    """Draw a smooth line through the points, from the first box's edge to the last one's."""
    forward = spots[-1][0] >= spots[0][0]
    leaving, entering = (1, 0) if forward else (0, 1)
    x, y = spots[0][leaving], spots[0][2]
    parts = [f"M{x:.0f} {y:.0f}"]
    for index, spot in enumerate(spots[1:], start=1):
        end_x, end_y = spot[entering], spot[2]
        if index == len(spots) - 1:
            end_x += -4 if forward else 4  # room for the arrow's head
        half = (x + end_x) / 2
        parts.append(f"C{half:.0f} {y:.0f} {half:.0f} {end_y:.0f} {end_x:.0f} {end_y:.0f}")
        x, y = end_x, end_y
        if index < len(spots) - 1:
            x = spot[leaving]
            parts.append(f"L{x:.0f} {y:.0f}")
    return "".join(parts)
