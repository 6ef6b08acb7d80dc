"""Diagrams as tables."""

from __future__ import annotations

from mkdocs_repodoc.model.charts import Diagram, Edge, Node


def test_arrows_from_one_node_are_one_row() -> None:
    nodes = tuple(Node(name, name) for name in "abc")
    edges = (Edge("a", "b"), Edge("b", "c"), Edge("a", "c", 2), Edge("a", "b", text="makes"))

    rows = Diagram("Parts", nodes, edges, "uses").rows

    assert [(source, text, [edge.target for edge in found]) for source, text, found in rows] == [
        ("a", "", ["b", "c"]),
        ("b", "", ["c"]),
        ("a", "makes", ["b"]),
    ]
