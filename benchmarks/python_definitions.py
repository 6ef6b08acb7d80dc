"""Definitions in one file of Python, by its syntax tree alone."""

from __future__ import annotations

import ast
import re
import warnings

_OWN_SCOPE = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_HEAD = re.compile(r"(?:async\s+def|def|class)\s+")


class Definitions:
    """What stands where in one file: place of a name → its dotted path in the file.

    Only what another file or another function could mean is in it: functions, classes, names that a
    module or a class body assigns, and attributes assigned to the first parameter of a method.
    """

    def __init__(self, text: str) -> None:
        self.names: dict[tuple[int, int], str] = {}
        self._lines = text.split("\n")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._body(ast.parse(text), "", "")
        except (SyntaxError, ValueError, RecursionError):
            self.names.clear()

    def _body(self, node: ast.AST, name: str, owner: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                inner = f"{name}.{child.name}" if name else child.name
                self._add(child.lineno, self._column_after(child), inner)
                is_method = name and name == owner
                if isinstance(child, ast.ClassDef):
                    self._body(child, inner, inner)
                else:
                    arguments = [*child.args.posonlyargs, *child.args.args]
                    receiver = arguments[0].arg if is_method and arguments else ""
                    self._function(child, inner, owner, receiver)
            elif not isinstance(child, _OWN_SCOPE):
                if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
                    self._add_node(child, f"{name}.{child.id}" if name else child.id)
                self._body(child, name, owner)

    def _function(self, node: ast.AST, name: str, owner: str, receiver: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                inner = f"{name}.{child.name}"
                self._add(child.lineno, self._column_after(child), inner)
                if isinstance(child, ast.ClassDef):
                    self._body(child, inner, inner)
                else:
                    self._function(child, inner, owner, receiver)
                continue
            if (
                receiver
                and isinstance(child, ast.Attribute)
                and isinstance(child.ctx, ast.Store)
                and isinstance(child.value, ast.Name)
                and child.value.id == receiver
            ):
                line, end = child.end_lineno or 0, child.end_col_offset or 0
                column = self._characters(line, end) - len(child.attr)
                self._add(line, column, f"{owner}.{child.attr}")
            self._function(child, name, owner, receiver)

    def _add_node(self, node: ast.expr, name: str) -> None:
        self._add(node.lineno, self._characters(node.lineno, node.col_offset), name)

    def _add(self, line: int, column: int, name: str) -> None:
        self.names[line, column] = name

    def _column_after(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
        """Return the column of the name in `def name` or `class name`."""
        start = self._characters(node.lineno, node.col_offset)
        head = _HEAD.match(self._lines[node.lineno - 1], start)
        return head.end() if head else -1

    def _characters(self, line: int, column: int) -> int:
        return len(self._lines[line - 1].encode()[:column].decode(errors="replace"))
