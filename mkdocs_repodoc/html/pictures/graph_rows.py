"""The layout of a directed graph for narrow screens: one box in each row, arrows in lanes beside.

Arrows to the same box share a lane, or those from the same box, in which they join as rails do: a
line that turns belongs to the lane, one that goes straight across does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.html.pictures.graph_layers import Link
from mkdocs_repodoc.html.pictures.graph_picture import (
    ARROW_HEAD,
    BOX_HEIGHT,
    MARGIN,
    PADDING,
    ROW_GAP,
    Arrow,
    Box,
    Picture,
    characters_in,
    shorten,
    text_width,
)

ROWS_WIDTH = 358.0
"""Width of the text on a phone of 390 pixels."""
_FIRST_LANE = 16.0
"""From the boxes to the nearest lane."""
_LANE = 9.0
_TEXT_LANE = 15.0
"""Width of a lane with a text along it."""
_TURN = 5.0
_OUT, _IN = 5.0, -5.0
"""Where arrows leave and enter a box, from its middle."""
_FEWEST_CHARACTERS = 12


class _Lane(NamedTuple):
    """What shares one line: arrows that say the same, all to a box or all from it."""

    box: str
    is_target: bool
    text: str


def lay_out_rows(
    names: Mapping[str, str], order: Sequence[str], links: Sequence[Link], said: Mapping[Link, str]
) -> Picture:
    """Lay out a graph so that it is as narrow as a phone.

    Args:
        names: Key of each node → its text.
        order: The keys from top to bottom.
        links: Pairs of different keys.
        said: Pair of keys → the text on its arrow.
    """
    row = {key: index for index, key in enumerate(order)}
    lanes = _bundled(links, said, row)
    numbers = _numbered(lanes, row)
    pitch = _TEXT_LANE if said else _LANE
    room = _FIRST_LANE + pitch * (max(numbers.values()) + 1) if links else 0.0
    most = characters_in(ROWS_WIDTH - room - 2 * PADDING - 2 * MARGIN)
    texts = {key: shorten(text, max(_FEWEST_CHARACTERS, most)) for key, text in names.items()}
    width = max(map(text_width, texts.values()), default=0.0) + 2 * PADDING
    step = BOX_HEIGHT + ROW_GAP
    boxes = tuple(Box(key, texts[key], MARGIN, MARGIN + row[key] * step, width) for key in order)
    middles = {box.key: box.y + BOX_HEIGHT / 2 for box in boxes}
    edge = MARGIN + width
    arrows = []
    said_of: set[_Lane] = set()
    for link in links:
        lane = lanes[link]
        x = edge + _FIRST_LANE + pitch * numbers[lane]
        start, end = middles[link[0]] + _OUT, middles[link[1]] + _IN
        text = "" if lane in said_of else lane.text
        said_of.add(lane)
        path = _path(edge, x, start, end)
        arrows.append(Arrow(*link, path, text, x, (start + end) / 2, is_upright=True))
    height = max(len(order) * step - ROW_GAP, 0.0) + 2 * MARGIN
    return Picture(edge + room + MARGIN, height, boxes, tuple(arrows))


def _bundled(
    links: Sequence[Link], said: Mapping[Link, str], row: Mapping[str, int]
) -> dict[Link, _Lane]:
    """Give each arrow a lane; those that most arrows can share are taken first."""
    offers: dict[_Lane, set[Link]] = {}
    for link in links:
        for lane in _offered(link, said):
            offers.setdefault(lane, set()).add(link)
    chosen: dict[Link, _Lane] = {}
    while offers:
        lane = max(offers, key=lambda lane: (len(offers[lane]), lane.is_target, -row[lane.box]))
        for link in offers[lane]:
            chosen[link] = lane
        taken = offers.pop(lane)
        rest = ((each, left - taken) for each, left in offers.items())
        offers = {each: left for each, left in rest if left}
    return chosen


def _offered(link: Link, said: Mapping[Link, str]) -> tuple[_Lane, _Lane]:
    """Return the two lanes that an arrow may take."""
    source, target = link
    text = said.get(link, "")
    return _Lane(target, is_target=True, text=text), _Lane(source, is_target=False, text=text)


def _numbered(lanes: Mapping[Link, _Lane], row: Mapping[str, int]) -> dict[_Lane, int]:
    """Number the lanes from the boxes outwards, the short ones first; none overlaps another."""
    rows: dict[_Lane, list[int]] = {}
    for link, lane in lanes.items():
        rows.setdefault(lane, []).extend(row[key] for key in link)
    spans = {lane: (min(ends), max(ends)) for lane, ends in rows.items()}
    taken: list[list[tuple[int, int]]] = []
    numbers: dict[_Lane, int] = {}
    for lane in sorted(
        spans, key=lambda lane: (spans[lane][1] - spans[lane][0], spans[lane], lane)
    ):
        first, last = spans[lane]
        free = (
            number
            for number, others in enumerate(taken)
            if all(last < start or end < first for start, end in others)
        )
        number = next(free, len(taken))
        if number == len(taken):
            taken.append([])
        taken[number].append(spans[lane])
        numbers[lane] = number
    return numbers


def _path(edge: float, lane: float, start: float, end: float) -> str:
    """Draw a line out of a box, along a lane, and into another box."""
    turn = _TURN if end > start else -_TURN
    return (
        f"M{edge:.0f} {start:.0f}H{lane - _TURN:.0f}"
        f"Q{lane:.0f} {start:.0f} {lane:.0f} {start + turn:.0f}V{end - turn:.0f}"
        f"Q{lane:.0f} {end:.0f} {lane - _TURN:.0f} {end:.0f}H{edge + ARROW_HEAD:.0f}"
    )
