"""Diagrams as inline SVG: colours from the page, boxes that are links, no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup, escape

from mkdocs_repodoc.html.link_attributes import href as address
from mkdocs_repodoc.html.pictures.graph_layout import lay_out
from mkdocs_repodoc.html.pictures.graph_picture import BOX_HEIGHT, Box, Picture
from mkdocs_repodoc.model.blocks import Diagram, Edge, Node, PageLink

_LEGIBLE = 11 / 12
"""A picture wider than its column shrinks to this, so that its text has 11 pixels; then it scrolls.
"""


def diagram_svg(diagram: Diagram, number: int, href: Callable[[PageLink], str | None]) -> Markup:
    """Draw a diagram.

    Args:
        diagram: The graph.
        number: Number of the diagram on its page; makes its ids unique.
        href: Gives the address of a link.
    """
    drawn = {(edge.source, edge.target): edge for edge in diagram.edges if edge.is_drawn}
    columns = {node.key: node.column for node in diagram.nodes}
    nodes = {node.key: node for node in diagram.nodes}
    numbers = {node.key: index for index, node in enumerate(diagram.nodes)}
    wide, narrow = lay_out(
        {node.key: node.text for node in diagram.nodes},
        list(drawn),
        None if min(columns.values(), default=-1) < 0 else columns,
        {pair: edge.text for pair, edge in drawn.items() if edge.text},
    )
    screens = [(wide, f"rd-arrow-{number}", "")]
    if narrow is not None:
        screens = [
            (wide, f"rd-arrow-{number}", " rd-wide"),
            (narrow, f"rd-arrow-{number}n", " rd-narrow"),
        ]
    drawings = []
    for picture, head, shown in screens:
        drawings += [_opening(picture, diagram.title, head, shown)]
        drawings += _arrows(picture, drawn, numbers)
        drawings += ["</g>", *_texts(picture)]
        drawings += [_box(box, nodes[box.key], numbers[box.key], href) for box in picture.boxes]
        drawings.append("</svg>")
    return Markup("".join(drawings))


def _opening(picture: Picture, title: str, head: str, shown: str) -> str:
    """Return what stands before the arrows.

    Args:
        picture: What is drawn.
        title: Of the diagram.
        head: Id of the arrows' head.
        shown: Class that says on which screens it is shown; empty for all.
    """
    label = escape(f"{title}: {len(picture.boxes)} boxes, {len(picture.arrows)} arrows")
    width, height = f"{picture.width:.0f}", f"{picture.height:.0f}"
    return (
        f'<svg class="rd-graph{shown}" role="group" aria-label="{label}" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" '
        f'style="min-width:{picture.width * _LEGIBLE:.0f}px">'
        f'<defs><marker id="{head}" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 .5 7 4 0 7.5z"/></marker></defs>'
        f'<g class=rd-edges marker-end="url(#{head})">'
    )


def diagram_legend(diagram: Diagram) -> str:
    """Return what arrows and names of a diagram mean that do not speak for themselves."""
    drawn = [edge for edge in diagram.edges if edge.is_drawn]
    said = []
    if len({edge.weight for edge in drawn}) > 1:
        said.append(f"An arrow means “{diagram.relation}”; the thicker it is, the more often.")
    if any(edge.is_against for edge in drawn):
        said.append("A dashed arrow closes a cycle.")
    for node in diagram.nodes:
        if node.text.endswith("/*"):
            folder = "the top folder" if node.text == "./*" else node.text[:-1]
            said.append(f"{node.text} stands for the files directly in {folder}.")
            break
    return " ".join(said)


def _arrows(
    picture: Picture, drawn: Mapping[tuple[str, str], Edge], numbers: Mapping[str, int]
) -> Iterator[str]:
    heaviest = max((edge.weight for edge in drawn.values()), default=1)
    for arrow in picture.arrows:
        edge = drawn[arrow.source, arrow.target]
        width = 1.2 if heaviest <= 1 else 1 + 1.8 * (edge.weight / heaviest) ** 0.5
        against = " class=rd-against" if edge.is_against else ""
        ends = f"{numbers[arrow.source]} {numbers[arrow.target]}"
        yield f'<path{against} data-ends="{ends}" d="{arrow.path}" stroke-width="{width:.1f}"/>'


def _texts(picture: Picture) -> Iterator[str]:
    for arrow in picture.arrows:
        if not arrow.text:
            continue
        x, y = f"{arrow.x:.0f}", f"{arrow.y:.0f}"
        turn = f' transform="rotate(90 {x} {y})"' if arrow.is_upright else ""
        yield f'<text x="{x}" y="{y}" dy=4{turn}>{escape(arrow.text)}</text>'


def _box(box: Box, node: Node, index: int, href: Callable[[PageLink], str | None]) -> str:
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
        f'<foreignObject data-box={index} x="{box.x:.0f}" y="{box.y:.0f}" width="{box.width:.0f}" '
        f'height="{BOX_HEIGHT:.0f}">{inner}</foreignObject>'
    )
