"""Functions that register what they are given: they store it in a collection."""

from __future__ import annotations

import ast

from mkdocs_repodoc.languages.python.findings.rule_input import (
    FunctionFacts,
    ModuleFacts,
    statements,
)
from mkdocs_repodoc.languages.python.findings.wrappers import returned_names
from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode


def registering_table(function: FunctionFacts, tables: set[str], facts: ModuleFacts) -> str:
    """Return the table in which a function puts what it is given and returns; empty if none.

    Args:
        function: A function of the module, or the maker of such a function.
        tables: The module's variables that hold a collection.
        facts: The facts of the module.
    """
    known = {argument.arg for argument in function.node.args.args}
    for scope in (function.scope, *function.scope.inner):
        node = scope.node
        if not isinstance(node, FunctionNode) or not scope.returns:
            continue
        given = {argument.arg for argument in node.args.args}
        if given & returned_names(scope, facts):
            found = (_stored_in(node, given) - known - given) & tables
            if found:
                return min(found)
    return ""


def recording_collection(hook: FunctionNode) -> str:
    """Return the collection in which `__init_subclass__` stores the subclass; empty if none."""
    receiver = hook.args.args[0].arg if hook.args.args else ""
    return min(_stored_in(hook, {receiver}), default="")


def kept_product(method: FunctionNode) -> tuple[str, str]:
    """Return the parameter that a method calls to keep what that makes, and the collection.

    Both are empty if it keeps nothing of that kind under a key of its object.
    """
    receiver, *others = [argument.arg for argument in method.args.args] or [""]
    made: dict[str, str] = {}
    for statement in statements(method.body):
        if not isinstance(statement, ast.Assign):
            continue
        value, target = statement.value, statement.targets[0]
        if not (isinstance(value, ast.Call) and isinstance(value.func, ast.Name)):
            continue
        if value.func.id in others and isinstance(target, ast.Name):
            made[target.id] = value.func.id
    for name, maker in made.items():
        collection = min(_stored_in(method, {name}), default="")
        if collection.startswith(f"{receiver}."):
            return maker, collection
    return "", ""


def _stored_in(node: FunctionNode, given: set[str]) -> set[str]:
    """Return the names of the collections in which a function stores one of its parameters.

    What replaces the element of a fixed key, as in `limit[0] = given`, is no collecting.
    """
    found = set()
    for statement in statements(node.body):
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Name):
            if statement.value.id in given:
                found |= {
                    dotted(target.value)
                    for target in statement.targets
                    if isinstance(target, ast.Subscript)
                    and not isinstance(target.slice, ast.Constant)
                }
        elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            call = statement.value
            if (
                isinstance(call.func, ast.Attribute)
                and call.func.attr in {"append", "add"}
                and any(isinstance(part, ast.Name) and part.id in given for part in call.args)
            ):
                found.add(dotted(call.func.value))
    return found
