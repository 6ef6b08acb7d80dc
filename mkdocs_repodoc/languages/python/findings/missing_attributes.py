"""The answer of `__getattr__` to a name that an instance does not have."""

from __future__ import annotations

import ast

from mkdocs_repodoc.languages.python.findings.rule_input import statements
from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode


def delegate(node: FunctionNode) -> str:
    """Return the object whose attribute of the same name `__getattr__` returns; empty if none.

    What it has computed itself, such as a module that it imports by the name, is no such object; a
    name that it gives to an attribute stands for that.
    """
    name = node.args.args[1].arg if len(node.args.args) > 1 else ""
    meanings: dict[str, str] = {}
    for statement in statements(node.body):
        if isinstance(statement, ast.Assign):
            meaning = dotted(statement.value)
            meanings |= {dotted(target): meaning for target in statement.targets}
        value = statement.value if isinstance(statement, ast.Return) else None
        if (
            isinstance(value, ast.Call)
            and dotted(value.func) == "getattr"
            and len(value.args) > 1
            and dotted(value.args[1]) == name
            and (target := dotted(value.args[0]))
        ):
            return meanings.get(target, target)
    return ""
