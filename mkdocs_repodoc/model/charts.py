"""The blocks that are drawn: amounts as bars, a map or columns over time, and graphs."""

from __future__ import annotations

from typing import Literal

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
    """Index in the map's legend; -1 for a mixture."""
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


class Node(Part, frozen=True):
    """A box of a diagram."""

    key: str
    text: str
    link: PageLink | None = None
    kind: Literal["self", "inner", "outer", "test", "group"] = "inner"
    column: int = -1
    """Where it stands from the left; the layout decides if any box of the diagram has none."""


class Edge(Part, frozen=True):
    """An arrow of a diagram, from what depends to what it depends on."""

    source: str
    target: str
    weight: int = 1
    text: str = ""
    """What joins the two, where it is not the same for all: `holds`, `makes`."""
    is_drawn: bool = True
    """Whether the picture has it; the table has all."""
    is_against: bool = False
    """Whether it leads against the layers, and closes a cycle."""


class Diagram(Part, frozen=True):
    """A directed graph, drawn as SVG, with a table that says the same."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    relation: str
    """Verb of an edge: `imports`, `inherits from`."""

    @property
    def rows(self) -> list[tuple[str, str, list[Edge]]]:
        """The edges as a table has them: source, what joins it to targets, the edges to these."""
        found: dict[tuple[str, str], list[Edge]] = {}
        for edge in self.edges:
            found.setdefault((edge.source, edge.text), []).append(edge)
        return [(source, text, edges) for (source, text), edges in found.items()]
