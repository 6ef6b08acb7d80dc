"""Pictures, and the tables and words beside them: what their templates are given."""

from __future__ import annotations

from markupsafe import Markup, escape

from mkdocs_repodoc.html.image_attributes import size_attributes
from mkdocs_repodoc.html.phrases import PhraseRenderer
from mkdocs_repodoc.html.pictures.bars import bar_rows, bar_svg
from mkdocs_repodoc.html.pictures.diagrams import diagram_legend, diagram_svg
from mkdocs_repodoc.html.pictures.timeline import timeline_svg
from mkdocs_repodoc.html.pictures.treemap import treemap_html, treemap_rows
from mkdocs_repodoc.model.blocks import (
    Bars,
    Diagram,
    Figure,
    Node,
    PageLink,
    Timeline,
    Treemap,
)
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.rendering.queries import RepositoryQueries


def figure_values(
    block: Figure, queries: RepositoryQueries, addresses: Addresses
) -> dict[str, object]:
    """Return what the template of an image is given."""
    file = queries.file(block.path)
    return {
        "url": addresses.asset(block.path) or "",
        "alt": block.alt,
        "size": Markup(size_attributes({}, file.outline.image if file else None)),
    }


def diagram_values(
    block: Diagram, number: int, addresses: Addresses, phrases: PhraseRenderer
) -> dict[str, object]:
    """Return what the template of a diagram is given.

    Args:
        block: The diagram.
        number: Which diagram of the page it is, for ids.
        addresses: Makes links for the page.
        phrases: Renders links.
    """
    nodes = {node.key: node for node in block.nodes}
    return {
        "title": block.title,
        "relation": block.relation,
        "svg": diagram_svg(block, number, addresses.of_link),
        "rows": [
            (
                _node(nodes[source], phrases),
                text,
                [(_node(nodes[edge.target], phrases), edge.weight) for edge in edges],
            )
            for source, text, edges in block.rows
        ],
        "said": any(edge.text for edge in block.edges),
        "weighted": any(edge.weight != 1 for edge in block.edges),
        "undrawn": sum(not edge.is_drawn for edge in block.edges),
        "legend": diagram_legend(block),
    }


def _node(node: Node, phrases: PhraseRenderer) -> Markup:
    if node.link is None:
        return escape(node.text)
    link = node.link
    return phrases.link(PageLink(node.text, link.uri, link.anchor, title=link.title))


def bars_values(block: Bars, phrases: PhraseRenderer) -> dict[str, object]:
    """Return what the template of bars is given."""
    rows = bar_rows(block, phrases)
    return {
        "title": block.title,
        "unit": block.unit,
        "bar": bar_svg(block, rows),
        "rows": rows,
        "notes": any(row.html for row in rows),
    }


def treemap_values(block: Treemap, addresses: Addresses) -> dict[str, object]:
    """Return what the template of a map of areas is given."""
    return {
        "title": block.title,
        "unit": block.unit,
        "tiles": treemap_html(block, addresses.of_link),
        "legend": block.legend,
        "rows": list(treemap_rows(block.tiles, addresses.of_link)),
    }


def timeline_values(block: Timeline) -> dict[str, object]:
    """Return what the template of a line over time is given."""
    return {
        "title": block.title,
        "unit": block.unit,
        "svg": timeline_svg(block),
        "first": block.rows[0][0] if block.rows else "",
        "last": block.rows[-1][0] if block.rows else "",
        "rows": block.rows,
    }
