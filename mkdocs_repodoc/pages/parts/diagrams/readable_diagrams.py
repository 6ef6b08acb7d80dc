"""Diagrams cut to what a reader can follow: layers as columns, and few arrows."""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.insight.architecture.layering import Pair, edges_against, layers, most_telling
from mkdocs_repodoc.model.blocks import Diagram

MOST_ARROWS = 20
"""More can't be told apart; the table below a diagram has them all."""


def readable(diagram: Diagram) -> Diagram:
    """Return a diagram in columns, from what depends to what is depended on, with few arrows.

    An arrow is left out where others lead the same way round. Those that close a cycle are
    marked; what else is too much are the lightest.
    """
    laid_out = in_columns(diagram)
    against = {(edge.source, edge.target) for edge in laid_out.edges if edge.is_against}
    drawn = most_telling(_weights(diagram), against, MOST_ARROWS)
    edges = tuple(
        msgspec.structs.replace(edge, is_drawn=(edge.source, edge.target) in drawn)
        for edge in laid_out.edges
    )
    return msgspec.structs.replace(laid_out, edges=edges)


def in_columns(diagram: Diagram) -> Diagram:
    """Return a diagram with its layers as columns; the edges that lead against them are marked."""
    weights = _weights(diagram)
    against = edges_against(weights)
    layer = layers((node.key for node in diagram.nodes), weights.keys() - against)
    top = max(layer.values(), default=0)
    return msgspec.structs.replace(
        diagram,
        nodes=tuple(
            msgspec.structs.replace(node, column=top - layer[node.key]) for node in diagram.nodes
        ),
        edges=tuple(
            msgspec.structs.replace(edge, is_against=(edge.source, edge.target) in against)
            for edge in diagram.edges
        ),
    )


def _weights(diagram: Diagram) -> dict[Pair, int]:
    return {
        (edge.source, edge.target): edge.weight
        for edge in diagram.edges
        if edge.source != edge.target
    }
