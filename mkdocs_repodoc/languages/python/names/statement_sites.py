"""Statements that define or import something, with what the outline has of them."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode

Spelling = tuple[int, int, int, TargetNode]
"""Line, column, end column, and what the identifier there means."""


class DefinitionSite(NamedTuple):
    """A `def` or `class` statement."""

    name: str
    """Dotted path within the file."""
    symbol: int
    """Index of its symbol; `FILE_SCOPE` if the outline has none."""
    meaning: TargetNode
    pinned: TargetNode | None
    """The meaning of just this definition, where the name has several."""


class ImportSite(NamedTuple):
    """One name of an import statement."""

    binding: str
    """The local name; `*` for a star import; empty if nothing tells what it means."""
    meaning: TargetNode
    names: tuple[Spelling, ...]
    """The identifiers in the statement that mean something."""
