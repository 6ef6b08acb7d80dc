"""Diagrams as inline SVG: colours from the page, boxes that are links, no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from mkdocs_repodoc.html.pictures.graph_layout import BOX_HEIGHT, Box, Picture, lay_out
from mkdocs_repodoc.html.relative_urls import href as address
from mkdocs_repodoc.model.blocks import Diagram, Node, PageLink

_LEGIBLE = 0.6
"""A picture wider than its column shrinks to this; below, its text is too small to be read."""


def diagram_svg(diagram: Diagram, number: int, href: Callable[[PageLink], str | None]) -> Markup:
    """Draw a diagram.

    Args:
        diagram: The graph.
        number: Number of the diagram on its page; makes its ids unique.
        href: Gives the address of a link.
    """
    picture = lay_out(
        {node.key: node.text for node in diagram.nodes},
        [(edge.source, edge.target) for edge in diagram.edges],
    )
    nodes = {node.key: node for node in diagram.nodes}
    head = f"rd-arrow-{number}"
    label = escape(f"{diagram.title}: {len(diagram.nodes)} boxes, {len(picture.arrows)} arrows")
    width, height = f"{picture.width:.0f}", f"{picture.height:.0f}"
    opening = (
        f'<svg class="rd-graph" role="group" aria-label="{label}" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" '
        f'style="min-width:{picture.width * _LEGIBLE:.0f}px">'
    )
    arrow = (
        f'<defs><marker id="{head}" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 .5 7 4 0 7.5z"/></marker></defs>'
    )
    parts = [opening, arrow, f'<g class=rd-edges marker-end="url(#{head})">']
    parts += [*_arrows(picture, diagram), "</g>"]
    parts += [_box(box, nodes[box.key], href) for box in picture.boxes]
    parts.append("</svg>")
    return Markup("".join(parts))


def _arrows(picture: Picture, diagram: Diagram) -> Iterator[str]:
    weights = {(edge.source, edge.target): edge.weight for edge in diagram.edges}
    heaviest = max(weights.values(), default=1)
    for arrow in picture.arrows:
        weight = weights[arrow.source, arrow.target]
        width = 1.2 if heaviest <= 1 else 1 + 1.8 * (weight / heaviest) ** 0.5
        yield f'<path d="{arrow.path}" stroke-width="{width:.1f}"/>'


def _box(box: Box, node: Node, href: Callable[[PageLink], str | None]) -> str:
    url = href(node.link) if node.link is not None else None
    title = (node.link.title if node.link is not None else "") or node.text
    # An HTML link inside the picture: scripts of themes trip over SVG's own links.
    shape = f'class="rd-node rd-node--{node.kind}"'
    if title != box.text:
        shape += f' title="{escape(title)}"'
    inner = (
        f"<a {shape} {address(url)}>{escape(box.text)}</a>"
        if url
        else f"<span {shape}>{escape(box.text)}</span>"
    )
    return (
        f'<foreignObject x="{box.x:.0f}" y="{box.y:.0f}" width="{box.width:.0f}" '
        f'height="{BOX_HEIGHT:.0f}">{inner}</foreignObject>'
    )
