"""Modules that a module of Python names in strings, to load them while it runs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.parse.child_nodes import nodes_below
from mkdocs_repodoc.model.facts import NamedModule

_LOADERS = frozenset({"import_module", "importorskip", "__import__", "run_module", "import_string"})
"""Last names of functions that load the module which their first argument names."""
_NAME = re.compile(r"\.*(?P<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)")
_DOTTED = re.compile(r"[\"'][A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+[:\"']")
"""A name with dots in a string; a module without one has no table of modules."""


def literal_modules(tree: ast.Module, text: str) -> Iterator[NamedModule]:
    """Yield the modules that are loaded by literal names, and names with dots that tables have.

    Args:
        tree: The module.
        text: Its text.
    """
    has_tables = _DOTTED.search(text) is not None
    if not has_tables and not any(each in text for each in _LOADERS):
        return
    for node in nodes_below(tree):
        if isinstance(node, ast.Call) and node.args:
            if dotted(node.func).rpartition(".")[2] in _LOADERS:
                yield from _named(node.args[0])
        elif has_tables and isinstance(node, ast.Dict):
            yield from _listed(node.values)
        elif has_tables and isinstance(node, ast.List | ast.Tuple | ast.Set):
            yield from _listed(node.elts)


def _listed(values: list[ast.expr]) -> Iterator[NamedModule]:
    for each in values:
        yield from (found for found in _named(each) if "." in found.module)


def _named(node: ast.expr) -> Iterator[NamedModule]:
    value = node.value if isinstance(node, ast.Constant) else None
    match = _NAME.fullmatch(value.replace(":", ".", 1)) if isinstance(value, str) else None
    if match is not None:
        yield NamedModule(match["name"], node.lineno)
