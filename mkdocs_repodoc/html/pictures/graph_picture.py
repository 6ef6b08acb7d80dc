"""A graph with coordinates: boxes and arrows, and how much room a box's text takes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_FONT_SIZE = 12.0
_CHARACTER = 0.605 * _FONT_SIZE
"""Width of a character: monospaced fonts have 0.55 to 0.61 of their size."""
PADDING = 10.0
BOX_HEIGHT = 24.0
ROW_GAP = 9.0
MARGIN = 4.0
ARROW_HEAD = 4.0
"""Room between the end of an arrow's line and the box that it points to."""
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
    is_upright: bool = False
    """Whether the text is turned, along an arrow that leads up or down."""


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


def characters_in(width: float) -> int:
    """Return how many narrow characters a width has room for."""
    return int(width // _CHARACTER)


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
