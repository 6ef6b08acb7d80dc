"""Docstrings in the syntax tree: first in a body, or in an assignment to `__doc__`."""

from __future__ import annotations

import ast
import re

_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
_EMPTY_SECTION = re.compile(r"^[ \t]*\w[\w ]*:[ \t]*\n[ \t]*\{\w+\}[ \t]*$", re.MULTILINE)
"""A heading over nothing but what is only known at run time."""
_PERCENT = re.compile(r"%%|%(?:\(\w+\))?[sdr]")
_METHODS = {"format", "strip", "lstrip", "rstrip", "replace", "dedent", "cleandoc", "join"}


def docstring(body: list[ast.stmt]) -> ast.Constant | None:
    """Return the string that a module, class or function starts with, or assigns to `__doc__`."""
    if not body:
        return None
    return string(body[0]) or _assigned(body)


def string(statement: ast.stmt | None) -> ast.Constant | None:
    """Return the string that a statement consists of."""
    if isinstance(statement, ast.Expr):
        value = statement.value
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            return value
    return None


def _assigned(body: list[ast.stmt]) -> ast.Constant | None:
    for statement in body:
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target = statement.targets[0]
            if isinstance(target, ast.Name) and target.id == "__doc__":
                return written_docstring(statement.value)
    return None


def written_docstring(value: ast.expr) -> ast.Constant | None:
    """Return the text that an expression writes out, without what is only known at run time."""
    text = _text(value)
    if not text.strip():
        return None
    return ast.copy_location(ast.Constant(text), value)


def _text(value: ast.expr) -> str:
    if isinstance(value, ast.Constant):
        return value.value if isinstance(value.value, str) else ""
    if isinstance(value, ast.JoinedStr):
        return "".join(map(_text, value.values))
    if isinstance(value, ast.BinOp):
        if isinstance(value.op, ast.Mod):
            return _PERCENT.sub(lambda match: "%" if match[0] == "%%" else "", _text(value.left))
        return _text(value.left) + _text(value.right) if isinstance(value.op, ast.Add) else ""
    if isinstance(value, ast.Call):
        return _of_call(value)
    return ""


def _of_call(call: ast.Call) -> str:
    """Return the text that a method is called on, or that `dedent` is called with."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in _METHODS:
        return ""
    text = _text(call.func.value)
    if call.func.attr == "format":
        text = _EMPTY_SECTION.sub("", text)
        return _PLACEHOLDER.sub(lambda match: match[0][0] if len(match[0]) == 2 else "", text)  # noqa: PLR2004 - `{{` or `}}`
    return text or "".join(map(_text, call.args[:1]))
