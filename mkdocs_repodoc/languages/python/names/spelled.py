"""Identifiers as a file spells them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.model.references import ReferenceKind


class Spelled(NamedTuple):
    """An identifier that is no name in the tree: a part of an import, a parameter, a string."""

    line: int
    column: int
    end_column: int
    meaning: TargetNode
    symbol: int
    kind: ReferenceKind = "import"


def end_of(node: ast.stmt | ast.expr | ast.excepthandler) -> tuple[int, int]:
    """Return the place behind a node."""
    return node.end_lineno or node.lineno, node.end_col_offset or 0


def same_shape(parts: Sequence[ast.expr], value: ast.Tuple) -> bool:
    """Whether `parts = value` gives each part one element."""
    return len(parts) == len(value.elts) and not any(
        isinstance(part, ast.Starred) for part in (*parts, *value.elts)
    )
