"""Values that attributes have at first and that methods change."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.parse.child_nodes import nodes_below
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.facts import StartingValue
from mkdocs_repodoc.text.starting_values import (
    FieldChange,
    copies,
    is_telling,
    starting_values,
    with_remark,
)

_LONGEST = 60
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def read_starting_values(
    tree: ast.Module, text: str, source: SourceExcerpts
) -> Iterator[StartingValue]:
    """Yield the first values of the attributes of a module's classes, those that methods change."""
    lines = text.split("\n")
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from _Class(node, lines, source).values()


class _Class:
    def __init__(self, node: ast.ClassDef, lines: list[str], source: SourceExcerpts) -> None:
        self._node = node
        self._lines = lines
        self._source = source

    def values(self) -> Iterator[StartingValue]:
        first: dict[str, tuple[str, int]] = {}
        for node in self._node.body:
            first |= self._told(node, "")
            if isinstance(node, _Function) and node.name == "__init__":
                for statement in node.body:
                    first |= self._told(statement, "self")
        if first:
            yield from starting_values(first, self._changes(first))

    def _told(self, node: ast.stmt, owner: str) -> dict[str, tuple[str, int]]:
        """Return what an assignment gives to an attribute, if that says something."""
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            return {}
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        name = _name(target, owner)
        value = self._source.short(node.value, _LONGEST)
        if not name or not is_telling(value):
            return {}
        line = self._lines[node.lineno - 1]
        has_rest = node.end_lineno == node.lineno and node.end_col_offset is not None
        rest = line.encode()[node.end_col_offset :].decode() if has_rest else ""
        return {name: (with_remark(value, rest), node.lineno)}

    def _changes(self, first: dict[str, tuple[str, int]]) -> Iterator[FieldChange]:
        for method in self._node.body:
            if not isinstance(method, _Function) or method.name == "__init__":
                continue
            listed = method.args
            given = {
                each.arg for each in (*listed.posonlyargs, *listed.args, *listed.kwonlyargs)
            } - {"self"}
            for node in nodes_below(method) if given else ():
                if isinstance(node, ast.Assign):
                    name = _name(node.targets[0], "self")
                    used = {each.id for each in ast.walk(node.value) if isinstance(each, ast.Name)}
                    written = self._source.short(node.value, _LONGEST)
                    if name in first and used & given and not copies(written, name):
                        yield FieldChange(name, method.lineno, node.lineno)


def _name(target: ast.expr, owner: str) -> str:
    """Return the name of an attribute of an owner, of a plain name without one; else nothing."""
    if isinstance(target, ast.Name):
        return "" if owner else target.id
    if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
        return target.attr if owner and target.value.id == owner else ""
    return ""
