"""The answer of `__getattr__` to a name that an instance does not have."""

from __future__ import annotations

import ast

from mkdocs_repodoc.languages.python.findings.rule_input import statements
from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.outline.structure import FunctionNode


def delegate(node: FunctionNode) -> str:
    """Return the object whose attribute of the same name `__getattr__` returns; empty if none."""
    name = node.args.args[1].arg if len(node.args.args) > 1 else ""
    for statement in statements(node.body):
        value = statement.value if isinstance(statement, ast.Return) else None
        if (
            isinstance(value, ast.Call)
            and dotted(value.func) == "getattr"
            and len(value.args) > 1
            and dotted(value.args[1]) == name
            and (target := dotted(value.args[0]))
        ):
            return target
    return ""
