"""The product's own modules, read and parsed once in each process of tests."""

from __future__ import annotations

import ast
import gc
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PACKAGE = "mkdocs_repodoc"
SOURCE = Path(__file__).parents[2] / PACKAGE


@cache
def modules() -> tuple[Path, ...]:
    """Return the paths of all modules, sorted."""
    return tuple(sorted(SOURCE.rglob("*.py")))


@cache
def text_of(path: Path) -> str:
    """Return the source of a module."""
    return path.read_text("utf-8")


@cache
def trees() -> Mapping[Path, ast.Module]:
    """Return the trees of all modules, which nobody changes."""
    parsed = {path: ast.parse(text_of(path)) for path in modules()}
    gc.freeze()  # a million objects that stay
    return parsed


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Return all nodes of a module's tree, a statement before what is in it."""
    return tuple(ast.walk(trees()[path]))


@cache
def strings_of(path: Path) -> tuple[tuple[int, str], ...]:
    """Return line and text of each string of a module that is no documentation."""
    documentation = set[ast.expr]()
    strings = []
    for node in nodes_of(path):
        if isinstance(node, ast.Expr):
            documentation.add(node.value)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node not in documentation
        ):
            strings.append((node.lineno, node.value))
    return tuple(strings)
