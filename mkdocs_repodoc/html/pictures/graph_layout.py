"""The layout of a small directed graph: boxes in layers across or down the page, and arrows.

Of the classic steps (break cycles, assign layers, order within them, set coordinates) this is the
last one; `graph_layers` has the others. The same graph always gets the same picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from mkdocs_repodoc.html.pictures.arrow_texts import Piece, Spot, text_spots
from mkdocs_repodoc.html.pictures.graph_layers import (
    SWEEPS,
    Link,
    Point,
    assign_layers,
    chains_of,
    middle,
    ordered_layers,
)
from mkdocs_repodoc.html.pictures.graph_picture import (
    ARROW_HEAD,
    BOX_HEIGHT,
    MARGIN,
    PADDING,
    ROW_GAP,
    Arrow,
    Box,
    Picture,
    shorten,
    text_width,
)
from mkdocs_repodoc.html.pictures.graph_rows import ROWS_WIDTH, lay_out_rows

_LAYER_GAP = 46.0
_DOWN_GAP = 34.0
"""Between layers that follow one another down the page."""
_DOWN_TEXT_GAP = 64.0
"""The same where arrows have texts."""
_BEND = 10.0
"""Room for an arrow that passes a layer."""
_PAGE_WIDTH = 720.0
"""A picture that is wider has its layers below one another, or else its boxes."""


class _Stretch(NamedTuple):
    """Where an arrow meets a layer."""

    start: float
    """Where the layer begins along the picture."""
    end: float
    centre: float
    """Of the box, or of the bend, across it."""


class Pictures(NamedTuple):
    """The same graph for wide and for narrow screens."""

    wide: Picture
    narrow: Picture | None
    """`None` where the wide one fits a phone."""


def lay_out(
    names: Mapping[str, str],
    edges: Sequence[tuple[str, str]],
    columns_of: Mapping[str, int] | None = None,
    said: Mapping[tuple[str, str], str] | None = None,
) -> Pictures:
    """Lay out a graph.

    Args:
        names: Key of each node → its text.
        edges: Pairs of keys, from → to; pairs with an unknown key or to themselves are ignored.
        columns_of: Key of each node → its column from the left; worked out from the edges if it
            is not given.
        said: Pair of keys → the text on its arrow.
    """
    said = said or {}
    links = sorted({(a, b) for a, b in edges if a != b and a in names and b in names})
    layer = _compacted(columns_of) if columns_of is not None else assign_layers(list(names), links)
    texts = {key: shorten(text) for key, text in names.items()}
    chains = chains_of(links, layer)
    columns = ordered_layers(list(names), layer, chains)
    order = [point for column in columns for point in column if isinstance(point, str)]
    rows = lay_out_rows(names, order, links, said)
    layered = (
        _with_coordinates(texts, columns, chains, said, downwards=downwards)
        for downwards in (False, True)
    )
    wide = next((each for each in layered if each.width <= _PAGE_WIDTH), rows)
    return Pictures(wide, rows if wide.width > ROWS_WIDTH else None)


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
    widths = {key: text_width(text) + 2 * PADDING for key, text in texts.items()}
    size, lengths, gap = _measures(widths, columns, said, downwards=downwards)
    centres = _centres(columns, chains, size)
    breadth = max((centre + size[point] / 2 for point, centre in centres.items()), default=0.0)
    boxes: list[Box] = []
    spots: dict[Point, _Stretch] = {}
    start = MARGIN
    for column, length in zip(columns, lengths, strict=True):
        for point in column:
            centre = centres[point] + MARGIN
            spots[point] = _Stretch(start, start + length, centre)
            if isinstance(point, str):
                near = centre - size[point] / 2
                x, y = (near, start) if downwards else (start, near)
                boxes.append(Box(point, texts[point], x, y, widths[point] if downwards else length))
        start += length + gap
    arrows = _arrows(
        {link: [spots[point] for point in chain] for link, chain in chains.items()},
        said,
        downwards=downwards,
    )
    end = start - gap + MARGIN if columns else 2 * MARGIN
    across = breadth + 2 * MARGIN
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
        return size, [BOX_HEIGHT] * len(columns), _DOWN_TEXT_GAP if said else _DOWN_GAP
    lengths = [
        max((widths[p] for p in column if isinstance(p, str)), default=0.0) for column in columns
    ]
    gap = max(_LAYER_GAP, max(map(text_width, said.values()), default=0.0) + 2 * PADDING)
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
    needed = [sum(size[p] + ROW_GAP for p in column) - ROW_GAP for column in columns]
    room = max(needed, default=0.0)
    centre: dict[Point, float] = {}
    for column, own in zip(columns, needed, strict=True):
        at = (room - own) / 2
        for point in column:
            centre[point] = at + size[point] / 2
            at += size[point] + ROW_GAP
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
        least = settled[-1] + size / 2 + ROW_GAP
    limit = room
    for index in range(len(settled) - 1, -1, -1):
        settled[index] = min(settled[index], limit - sizes[index] / 2)
        limit = settled[index] - sizes[index] / 2 - ROW_GAP
    return settled


def _arrows(
    routes: Mapping[Link, list[_Stretch]], said: Mapping[Link, str], *, downwards: bool
) -> tuple[Arrow, ...]:
    """Route arrows; a text stands in the last gap, where its arrow has left those it came with."""
    pieces = []
    for link, spots in routes.items():
        (start, end, at), (other_start, other_end, other_at) = spots[-2:]
        near, far = (end, other_start) if other_start >= end else (start, other_end)
        ends = (
            (Spot(at, near), Spot(other_at, far))
            if downwards
            else (Spot(near, at), Spot(far, other_at))
        )
        pieces.append(Piece(said.get(link, ""), *ends, downwards))
    return tuple(
        Arrow(*link, _route(routes[link], downwards=downwards), piece.text, *spot)
        for link, piece, spot in zip(routes, pieces, text_spots(pieces), strict=True)
    )


def _route(spots: list[_Stretch], *, downwards: bool) -> str:
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
            end_x += -ARROW_HEAD if forward else ARROW_HEAD
        half = (x + end_x) / 2
        parts.append(f"C{at(half, y)} {at(half, end_y)} {at(end_x, end_y)}")
        x, y = end_x, end_y
        if index < len(spots) - 1:
            x = spot[leaving]
            parts.append(f"L{at(x, y)}")
    return "".join(parts)
