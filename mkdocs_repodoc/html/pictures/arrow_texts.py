"""Positions of the texts on arrows: each on its arrow, and clear of the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_repodoc.html.pictures.graph_picture import text_width

_SPOTS = (0.5, 0.35, 0.65, 0.2, 0.8)
"""How far along an arrow's last piece a text may stand, the best first."""
_LINE = 13.0
"""Height of a line of text."""
_APART = 4.0


class Spot(NamedTuple):
    """A spot in a picture."""

    x: float
    y: float


class Piece(NamedTuple):
    """A piece of an arrow between two layers, drawn as an S from one to the other."""

    text: str
    """What is said of the arrow; empty for nothing."""
    start: Spot
    end: Spot
    downwards: bool
    """Whether layers follow one another down the page."""

    def at(self, way: float) -> Spot:
        """Return the point that is some way along, from 0 to 1."""
        even = 1.5 * way * (1 - way) + way**3
        turned = way * way * (3 - 2 * way)
        x_way, y_way = (turned, even) if self.downwards else (even, turned)
        return Spot(
            self.start.x + (self.end.x - self.start.x) * x_way,
            self.start.y + (self.end.y - self.start.y) * y_way,
        )


def text_spots(pieces: Iterable[Piece]) -> list[Spot]:
    """Return the middle of each piece's text, in the same order.

    A text for which every spot is taken stands in the middle of its arrow.
    """
    taken: list[tuple[Spot, float]] = []
    found = []
    for piece in pieces:
        width = text_width(piece.text)
        spots = [piece.at(way) for way in _SPOTS]
        chosen = next((each for each in spots if _is_free(each, width, taken)), spots[0])
        found.append(chosen)
        if piece.text:
            taken.append((chosen, width))
    return found


def _is_free(spot: Spot, width: float, taken: Iterable[tuple[Spot, float]]) -> bool:
    return all(
        abs(spot.y - other.y) >= _LINE or abs(spot.x - other.x) >= (width + wide) / 2 + _APART
        for other, wide in taken
    )
