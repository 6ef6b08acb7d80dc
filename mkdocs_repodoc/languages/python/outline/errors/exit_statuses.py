"""Statuses with which a module ends the program, and the exceptions that lead there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases, dotted
from mkdocs_repodoc.languages.python.parse.child_nodes import child_nodes
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.languages.python.spec import ENDINGS
from mkdocs_repodoc.model.facts import ANY_ERROR, ExitStatus
from mkdocs_repodoc.text.english import one_line, shortened

_OWNERS = frozenset({"ctx", "context", "parser"})
"""Usual names of click's context and argparse's parser, whose `exit` ends the program."""
_LONGEST_CAUGHT = 60
_LONGEST_STATUS = 60
_LONGEST_MESSAGE = 60
_LONGEST_CONDITION = 90
_ENUMERATION = re.compile(r"_?(?:\w+)?(?:Exit|Return)_?(?:Code|Status)(?:es|s)?$|ExitReason$")
"""Names of classes whose members are statuses."""
_ENUMS = frozenset({"Enum", "IntEnum"})


def read_exits(
    tree: ast.Module, text: str, names: ImportAliases, source: SourceExcerpts
) -> tuple[ExitStatus, ...]:
    """Return the statuses in source order, and those that an enumeration of them names.

    Without a status a program ends with 0, and with 1 where a message stands in its stead.
    """
    if "exit" not in text and "Exit" not in text:
        return ()
    found: list[ExitStatus] = []
    stack: list[tuple[ast.AST, str, str]] = [(tree, "", "")]
    before: dict[ast.AST, str] = {}
    while stack:
        node, caught, when = stack.pop()
        if isinstance(node, ast.ExceptHandler):
            caught = source.short(node.type, _LONGEST_CAUGHT) if node.type else ANY_ERROR
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            caught = when = ""
        elif isinstance(node, ast.If):
            test = "" if _is_main(node.test) else source.short(node.test, _LONGEST_CONDITION)
            stack += [(each, caught, test) for each in node.body]
            other = f"not ({test})" if test else ""
            other = " and ".join(filter(None, (before.get(node), other))) if test else ""
            if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
                before[node.orelse[0]] = other
            stack += [(each, caught, other) for each in node.orelse]
            continue
        elif isinstance(node, ast.Call) and _ends(node, names):
            found += [
                ExitStatus(status, node.lineno, caught, said, when)
                for status, said in _status(node, source)
            ]
        elif isinstance(node, ast.Raise) and getattr(node.exc, "id", "") == "SystemExit":
            found.append(ExitStatus("0", node.lineno, caught, condition=when))
        elif isinstance(node, ast.ClassDef) and _ENUMERATION.match(node.name):
            found += _members(node)
        stack.extend((child, caught, when) for child in child_nodes(node))
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.line, each.status)))


def _ends(call: ast.Call, names: ImportAliases) -> bool:
    if names.path(call.func) in ENDINGS.functions and dotted(call.func):
        return True
    owner, _, method = dotted(call.func).rpartition(".")
    return method == "exit" and owner.rpartition(".")[2] in _OWNERS


def _members(owner: ast.ClassDef) -> Iterator[ExitStatus]:
    """Yield the statuses of an enumeration with the names that they have there."""
    if not any(dotted(base).rpartition(".")[2] in _ENUMS for base in owner.bases):
        return
    for member in owner.body:
        match member:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=int(status))):
                yield ExitStatus(str(status), member.lineno, meaning=f"{owner.name}.{name}")


def _status(call: ast.Call, source: SourceExcerpts) -> Iterator[tuple[str, str]]:
    """Yield the status that a call gives, with the message that stands in its stead."""
    given = [*call.args[:1], *(each.value for each in call.keywords if each.arg == "code")]
    if not given:
        yield "0", ""
    for value in given:
        is_negative = isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub)
        literal = value.operand if isinstance(value, ast.UnaryOp) and is_negative else value
        if isinstance(literal, ast.JoinedStr):
            yield "1", shortened(_written(literal), _LONGEST_MESSAGE)
        elif isinstance(literal, ast.BinOp) and _is_text(literal.left):
            yield "1", ""
        elif not isinstance(literal, ast.Constant):
            yield source.short(value, _LONGEST_STATUS), ""
        elif isinstance(literal.value, str):
            yield "1", shortened(one_line(literal.value), _LONGEST_MESSAGE)
        elif literal.value is None or isinstance(literal.value, int):
            status = int(literal.value or 0)
            yield str(-status if is_negative else status), ""


def _is_main(test: ast.expr) -> bool:
    """Whether a test asks if the module is run; that a program runs is no condition."""
    return isinstance(test, ast.Compare) and getattr(test.left, "id", "") == "__name__"


def _is_text(value: ast.expr) -> bool:
    is_literal = isinstance(value, ast.Constant) and isinstance(value.value, str)
    return is_literal or isinstance(value, ast.JoinedStr)


def _written(message: ast.JoinedStr) -> str:
    """Return the text of an f-string, each expression as `…`."""
    parts = (str(each.value) if isinstance(each, ast.Constant) else "…" for each in message.values)
    return one_line("".join(parts))
