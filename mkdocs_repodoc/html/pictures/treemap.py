"""Treemaps: rectangles whose area is an amount, as near to squares as they can be.

The squarified layout of Bruls, Huizing and van Wijk. Positions are percentages of the box around
them, so that the picture fits any column while its text keeps its size; boxes are links of HTML,
which a keyboard reaches and a theme's scripts understand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from mkdocs_repodoc.model.blocks import PageLink, Tile, Treemap

RATIO = 1.7
"""Width to height of a map in a column of text; the style sheet has the same number."""
_COLOURS = 8


class Area(NamedTuple):
    """A rectangle; `x`, `y`, `width` and `height` in the units of the one that it divides."""

    x: float
    y: float
    width: float
    height: float


def squarify(amounts: Sequence[float], area: Area) -> list[Area]:
    """Divide a rectangle.

    Args:
        amounts: Positive numbers; the shapes are best with the largest first.
        area: What is divided among them.

    Returns:
        A rectangle for each, in the same order; their areas are in proportion to the amounts.
    """
    total = sum(amounts)
    if not total:
        return []
    scale = area.width * area.height / total
    left = [amount * scale for amount in amounts]
    areas: list[Area] = []
    x, y, width, height = area
    while left:
        side = min(width, height)
        row = _row(left, side)
        thickness = sum(row) / side if side else 0.0
        along = 0.0
        for size in row:
            length = size / thickness if thickness else 0.0
            areas.append(
                Area(x, y + along, thickness, length)
                if width >= height
                else Area(x + along, y, length, thickness)
            )
            along += length
        if width >= height:
            x, width = x + thickness, width - thickness
        else:
            y, height = y + thickness, height - thickness
        left = left[len(row) :]
    return areas


def _row(sizes: Sequence[float], side: float) -> list[float]:
    """Take sizes off the front for as long as the worst of their shapes gets better."""
    row: list[float] = []
    worst = float("inf")
    for size in sizes:
        total = sum(row) + size
        shape = max(
            max(side * side * each / total**2, total**2 / (side * side * each))
            for each in (row[0] if row else size, size)
        )
        if row and shape > worst:
            break
        row.append(size)
        worst = shape
    return row


class TreemapRow(NamedTuple):
    """A row of the table that says the same.

    Attributes:
        depth: How many folders of the map are around it.
        text: What the tile says.
        url: Where it leads; empty for nowhere.
        amount: Its amount.
        said: What else there is to say of it.
    """

    depth: int
    text: str
    url: str
    amount: int
    said: str


def treemap_rows(
    tiles: Sequence[Tile], href: Callable[[PageLink], str | None], depth: int = 0
) -> Iterator[TreemapRow]:
    """Yield a row for each tile, those inside others after them."""
    for tile in tiles:
        yield TreemapRow(depth, tile.text, _url(tile, href), tile.amount, tile.said)
        yield from treemap_rows(tile.children, href, depth + 1)


def treemap_html(treemap: Treemap, href: Callable[[PageLink], str | None]) -> Markup:
    """Draw the map: boxes in boxes."""
    return Markup("".join(_boxes(treemap.tiles, RATIO, treemap.unit, href)))


def _boxes(
    tiles: Sequence[Tile], ratio: float, unit: str, href: Callable[[PageLink], str | None]
) -> Iterator[str]:
    areas = squarify([tile.amount for tile in tiles], Area(0, 0, ratio, 1))
    for tile, area in zip(tiles, areas, strict=True):
        style = (
            f"left:{area.x / ratio:.2%};top:{area.y:.2%};"
            f"width:{area.width / ratio:.2%};height:{area.height:.2%}"
        )
        path = tile.link.text if tile.link is not None else tile.text
        extra = f", {tile.said}" if tile.said else ""
        title = escape(f"{path}: {tile.amount:,} {unit}{extra}")
        url = _url(tile, href)
        colour = f"rd-t{tile.colour}" if 0 <= tile.colour < _COLOURS else "rd-tile--rest"
        tag, link = ("a", f' href="{escape(url)}"') if url else ("span", "")
        if not tile.children:
            yield (
                f'<{tag} class="rd-tile {colour}" style="{style}"{link} title="{title}">'
                f"{escape(tile.text)}</{tag}>"
            )
            continue
        inner = area.width / area.height if area.height else ratio
        yield (
            f'<div class="rd-tile rd-tile--group" style="{style}">'
            f'<{tag}{link} title="{title}">{escape(tile.text)}</{tag}><div>'
        )
        yield from _boxes(tile.children, inner, unit, href)
        yield "</div></div>"


def _url(tile: Tile, href: Callable[[PageLink], str | None]) -> str:
    return (href(tile.link) or "") if tile.link is not None else ""
