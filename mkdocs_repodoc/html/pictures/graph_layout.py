"""The layout of a small directed graph: boxes in layers across or down the page, and arrows.

Of the classic steps (break cycles, assign layers, order within them, set coordinates) this is the
last one; `graph_layers` has the others. The same graph always gets the same picture.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_repodoc.html.pictures.graph_layers import (
    SWEEPS,
    Link,
    Point,
    assign_layers,
    chains_of,
    middle,
    ordered_layers,
)

_FONT_SIZE = 12.0
_CHARACTER = 0.605 * _FONT_SIZE
"""Width of a character: monospaced fonts have 0.55 to 0.61 of their size."""
_PADDING = 10.0
BOX_HEIGHT = 24.0
_ROW_GAP = 9.0
_LAYER_GAP = 46.0
_DOWN_GAP = 34.0
"""Between layers that follow one another down the page."""
_BEND = 10.0
"""Room for an arrow that passes a layer."""
_PAGE_WIDTH = 720.0
"""A picture that is wider has its layers below one another, if that makes it narrower."""
_MARGIN = 4.0
_MOST_CHARACTERS = 30


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
    layer = _compacted(columns_of) if columns_of is not None else assign_layers(list(names), links)
    texts = {key: shorten(text) for key, text in names.items()}
    chains = chains_of(links, layer)
    columns = ordered_layers(list(names), layer, chains)
    across = _with_coordinates(texts, columns, chains, said or {}, downwards=False)
    if across.width <= _PAGE_WIDTH:
        return across
    down = _with_coordinates(texts, columns, chains, said or {}, downwards=True)
    return down if down.width < across.width else across


def _compacted(columns_of: Mapping[str, int]) -> dict[str, int]:
    """Leave no column empty."""
    used = {column: index for index, column in enumerate(sorted(set(columns_of.values())))}
    return {key: used[column] for key, column in columns_of.items()}


def _with_coordinates(
    texts: dict[str, str],
    columns: list[list[Point]],
    chains: dict[Link, list[Point]],
    said: Mapping[Link, str],
    *,
    downwards: bool,
) -> Picture:
    """Give boxes and arrows their coordinates.

    Layers follow one another along the picture's length, which is across the page or down it.
    """
    widths = {key: text_width(text) + 2 * _PADDING for key, text in texts.items()}
    size, lengths, gap = _measures(widths, columns, said, downwards=downwards)
    centres = _centres(columns, chains, size)
    breadth = max((centre + size[point] / 2 for point, centre in centres.items()), default=0.0)
    boxes: list[Box] = []
    spots: dict[Point, tuple[float, float, float]] = {}
    start = _MARGIN
    for column, length in zip(columns, lengths, strict=True):
        for point in column:
            centre = centres[point] + _MARGIN
            spots[point] = (start, start + length, centre)
            if isinstance(point, str):
                near = centre - size[point] / 2
                x, y = (near, start) if downwards else (start, near)
                boxes.append(Box(point, texts[point], x, y, widths[point] if downwards else length))
        start += length + gap
    arrows = tuple(
        _arrow(link, [spots[point] for point in chain], said.get(link, ""), downwards=downwards)
        for link, chain in chains.items()
    )
    end = start - gap + _MARGIN if columns else 2 * _MARGIN
    across = breadth + 2 * _MARGIN
    width, height = (across, end) if downwards else (end, across)
    return Picture(width, height, tuple(boxes), arrows)


def _measures(
    widths: Mapping[str, float],
    columns: list[list[Point]],
    said: Mapping[Link, str],
    *,
    downwards: bool,
) -> tuple[dict[Point, float], list[float], float]:
    """Return how broad each point is, how long each layer, and how far layers are apart."""
    points = [point for column in columns for point in column]
    if downwards:
        size = {point: _BEND if isinstance(point, tuple) else widths[point] for point in points}
        return size, [BOX_HEIGHT] * len(columns), _DOWN_GAP
    lengths = [
        max((widths[p] for p in column if isinstance(p, str)), default=0.0) for column in columns
    ]
    gap = max(_LAYER_GAP, max(map(text_width, said.values()), default=0.0) + 2 * _PADDING)
    return dict.fromkeys(points, BOX_HEIGHT), lengths, gap


def _centres(
    columns: list[list[Point]], chains: dict[Link, list[Point]], size: Mapping[Point, float]
) -> dict[Point, float]:
    """Move every point towards the middle of its neighbours without changing the order."""
    neighbours: dict[Point, list[Point]] = defaultdict(list)
    for chain in chains.values():
        for one, other in pairwise(chain):
            neighbours[one].append(other)
            neighbours[other].append(one)
    needed = [sum(size[p] + _ROW_GAP for p in column) - _ROW_GAP for column in columns]
    room = max(needed, default=0.0)
    centre: dict[Point, float] = {}
    for column, own in zip(columns, needed, strict=True):
        at = (room - own) / 2
        for point in column:
            centre[point] = at + size[point] / 2
            at += size[point] + _ROW_GAP
    for sweep in range(SWEEPS):
        ordered = list(zip(columns, needed, strict=True))
        for column, own in ordered if sweep % 2 == 0 else reversed(ordered):
            if own == room:
                continue
            wanted = [
                middle([centre[n] for n in neighbours[point]], centre[point]) for point in column
            ]
            settled = _spread(wanted, [size[point] for point in column], room)
            centre.update(zip(column, settled, strict=True))
    lowest = min((centre[point] - size[point] / 2 for point in centre), default=0.0)
    return {point: at - lowest for point, at in centre.items()}


def _spread(wanted: list[float], sizes: list[float], room: float) -> list[float]:
    """Keep points apart, near where they want to be, within the picture."""
    settled: list[float] = []
    least = 0.0
    for at, size in zip(wanted, sizes, strict=True):
        settled.append(max(at, least + size / 2))
        least = settled[-1] + size / 2 + _ROW_GAP
    limit = room
    for index in range(len(settled) - 1, -1, -1):
        settled[index] = min(settled[index], limit - sizes[index] / 2)
        limit = settled[index] - sizes[index] / 2 - _ROW_GAP
    return settled


def _arrow(
    link: Link, spots: list[tuple[float, float, float]], text: str, *, downwards: bool
) -> Arrow:
    """Route an arrow; its text stands in the last gap, where it has left those it came with."""
    (start, end, at), (other_start, other_end, other_at) = spots[-2:]
    along = (end + other_start) / 2 if other_start >= end else (start + other_end) / 2
    across = (at + other_at) / 2
    x, y = (across, along) if downwards else (along, across)
    return Arrow(*link, _route(spots, downwards=downwards), text, x, y)


def _route(spots: list[tuple[float, float, float]], *, downwards: bool) -> str:
    """Draw a smooth line through the points, from the first box's edge to the last one's."""

    def at(along: float, across: float) -> str:
        return f"{across:.0f} {along:.0f}" if downwards else f"{along:.0f} {across:.0f}"

    forward = spots[-1][0] >= spots[0][0]
    leaving, entering = (1, 0) if forward else (0, 1)
    x, y = spots[0][leaving], spots[0][2]
    parts = [f"M{at(x, y)}"]
    for index, spot in enumerate(spots[1:], start=1):
        end_x, end_y = spot[entering], spot[2]
        if index == len(spots) - 1:
            end_x += -4 if forward else 4  # room for the arrow's head
        half = (x + end_x) / 2
        parts.append(f"C{at(half, y)} {at(half, end_y)} {at(end_x, end_y)}")
        x, y = end_x, end_y
        if index < len(spots) - 1:
            x = spot[leaving]
            parts.append(f"L{at(x, y)}")
    return "".join(parts)
