"""Diagrams cut to what a reader can follow: layers as columns, and few arrows."""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.insight.layering import edges_against, layers, most_telling
from mkdocs_repodoc.model.blocks import Diagram

MOST_ARROWS = 20
"""More can't be told apart; the table below a diagram has them all."""


def readable(diagram: Diagram) -> Diagram:
    """Return a diagram in columns, from what depends to what is depended on, with few arrows.

    An arrow is left out where others lead the same way round. Those that close a cycle are
    marked; what else is too much are the lightest.
    """
    edges = {
        (edge.source, edge.target): edge.weight
        for edge in diagram.edges
        if edge.source != edge.target
    }
    against = edges_against(edges)
    layer = layers((node.key for node in diagram.nodes), edges.keys() - against)
    top = max(layer.values(), default=0)
    drawn = most_telling(edges, against, MOST_ARROWS)
    return msgspec.structs.replace(
        diagram,
        nodes=tuple(
            msgspec.structs.replace(node, column=top - layer[node.key]) for node in diagram.nodes
        ),
        edges=tuple(
            msgspec.structs.replace(
                edge,
                is_drawn=(edge.source, edge.target) in drawn,
                is_against=(edge.source, edge.target) in against,
            )
            for edge in diagram.edges
        ),
    )
