"""Statuses with which a module ends the program, and the exceptions that lead there."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases, dotted
from mkdocs_repodoc.languages.python.parse.source_excerpts import Source
from mkdocs_repodoc.languages.python.spec import PYTHON
from mkdocs_repodoc.model.facts import ExitStatus

_OWNERS = frozenset({"ctx", "context", "parser"})
"""Usual names of click's context and argparse's parser, whose `exit` ends the program."""
_LONGEST_CAUGHT = 60


def read_exits(
    tree: ast.Module, text: str, names: ImportAliases, source: Source
) -> tuple[ExitStatus, ...]:
    """Return the literal statuses in source order.

    Without a status a program ends with 0, and with 1 where a message stands in its stead.
    """
    if "exit" not in text and "Exit" not in text:
        return ()
    found = []
    stack: list[tuple[ast.AST, str]] = [(tree, "")]
    while stack:
        node, caught = stack.pop()
        if isinstance(node, ast.ExceptHandler):
            caught = source.short(node.type, _LONGEST_CAUGHT) if node.type else "any exception"
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            caught = ""
        elif isinstance(node, ast.Call) and _ends(node, names):
            found += [ExitStatus(status, node.lineno, caught) for status in _status(node)]
        elif isinstance(node, ast.Raise) and getattr(node.exc, "id", "") == "SystemExit":
            found.append(ExitStatus(0, node.lineno, caught))
        stack.extend((child, caught) for child in ast.iter_child_nodes(node))
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.line, each.status)))


def _ends(call: ast.Call, names: ImportAliases) -> bool:
    if names.path(call.func) in PYTHON.exits and dotted(call.func):
        return True
    owner, _, method = dotted(call.func).rpartition(".")
    return method == "exit" and owner.rpartition(".")[2] in _OWNERS


def _status(call: ast.Call) -> Iterator[int]:
    given = [*call.args[:1], *(each.value for each in call.keywords if each.arg == "code")]
    if not given:
        yield 0
    for value in given:
        is_negative = isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub)
        literal = value.operand if isinstance(value, ast.UnaryOp) and is_negative else value
        if isinstance(literal, ast.JoinedStr):
            yield 1
        elif isinstance(literal, ast.Constant):
            if isinstance(literal.value, str):
                yield 1
            elif literal.value is None or isinstance(literal.value, int):
                yield -int(literal.value or 0) if is_negative else int(literal.value or 0)
