"""Functions that parsers of argparse keep under a name, for a program to call what is kept there.

`parser.set_defaults(func=install)` gives the parsed arguments an attribute `func`, which stands for
the function of whichever command somebody has asked for.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.outline.options.option_calls import strings
from mkdocs_repodoc.languages.python.outline.structure import OutlineScope, Structure
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.model.facts import NamedHandler

_KEEPS = "set_defaults"
_COMMAND = "add_parser"
_GROUP = "add_subparsers"
CALL_NAMES = frozenset({_KEEPS, _COMMAND})
"""Last names of the functions whose calls are read here."""


def read_handlers(structure: Structure) -> Iterator[NamedHandler]:
    """Yield the functions that parsers keep, each with the command at which it runs."""
    commands: dict[int, dict[str, str]] = {}
    for call, scope in structure.calls:
        if not isinstance(call.func, ast.Attribute) or call.func.attr != _KEEPS:
            continue
        if id(scope) not in commands:
            commands[id(scope)] = _commands(scope)
        command = commands[id(scope)].get(dotted(call.func.value), "")
        for keyword in call.keywords:
            function = dotted(keyword.value)
            if keyword.arg and function and not isinstance(keyword.value, ast.Constant):
                yield NamedHandler(keyword.arg, function, keyword.value.lineno, command)


def _commands(scope: OutlineScope) -> dict[str, str]:
    """Return the variables of a scope that hold a command's parser, with the command's full name.

    So do those that hold what its commands are added to. The name of a command ends with its own,
    behind those of the commands that it is added to as far as the scope says.
    """
    found: dict[str, str] = {}
    body = scope.node.body if isinstance(scope.node, ast.Module | FunctionNode) else []
    for statement in (each for top in body for each in ast.walk(top)):
        if not isinstance(statement, ast.Assign | ast.AnnAssign):
            continue
        call = statement.value
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        around = found.get(dotted(call.func.value), "")
        if call.func.attr == _COMMAND:
            command = " ".join(filter(None, (around, *strings(call.args[:1]))))
        elif call.func.attr == _GROUP:
            command = around
        else:
            continue
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        found.update(dict.fromkeys(map(dotted, targets), command))
    return found
