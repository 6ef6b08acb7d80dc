"""The blocks that draw amounts: bars, a map, columns over time."""

from __future__ import annotations

from mkdocs_repodoc.model.inline import PageLink, Part, Phrase


class Bars(Part, frozen=True):
    """Shares of a whole, as a bar and a table."""

    title: str
    rows: tuple[tuple[str, int, Phrase], ...]
    """Label, amount, and what to say beside it."""
    unit: str


class Tile(Part, frozen=True):
    """A box of a treemap."""

    text: str
    amount: int
    colour: int
    """Place in the map's legend; -1 for a mixture."""
    said: str
    """What else there is to say of it: its language."""
    link: PageLink | None = None
    children: tuple[Tile, ...] = ()


class Treemap(Part, frozen=True):
    """Amounts as areas, boxes in boxes, with a table that says the same."""

    title: str
    tiles: tuple[Tile, ...]
    legend: tuple[str, ...]
    """Names of the colours."""
    unit: str


class Timeline(Part, frozen=True):
    """Amounts by month, in order and without gaps, as columns and a table."""

    title: str
    rows: tuple[tuple[str, int], ...]
    unit: str
