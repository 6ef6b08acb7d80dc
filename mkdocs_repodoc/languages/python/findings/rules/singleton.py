"""Classes of which there is one instance."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import (
    METACLASSES,
    ModuleFacts,
    statements,
)
from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        new = owner.methods.get("__new__")
        if new is not None and (attribute := _kept_instance(new, owner.node.name)):
            message = (
                f"`{owner.name}` is a singleton: `__new__` keeps the one instance in `{attribute}`."
            )
            yield Match(new, message, owner.name)
        call = owner.methods.get("__call__")
        is_metaclass = bool(METACLASSES.intersection(owner.bases))
        if call is not None and is_metaclass and (attribute := _kept_instance(call, "")):
            message = (
                f"Classes made by `{owner.name}` are singletons: `__call__` keeps the one "
                f"instance of each in `{attribute}`."
            )
            yield Match(call, message, owner.name)


def _kept_instance(new: FunctionNode, class_name: str) -> str:
    """Return the attribute of the class that a method both sets and returns."""
    owners = {class_name, new.args.args[0].arg if new.args.args else ""}
    kept = {
        target.attr
        for statement in statements(new.body)
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Attribute) and dotted(target.value) in owners
    }
    for statement in statements(new.body):
        if isinstance(statement, ast.Return) and isinstance(statement.value, ast.Attribute):
            value = statement.value
            if value.attr in kept and dotted(value.value) in owners:
                return value.attr
    return ""


RULE = PythonRule(
    id="singleton",
    name="Singleton",
    area="design",
    says=(
        "The `__new__` of a class stores an instance on the class, and returns that one. The "
        "`__call__` of a metaclass can do the same for all classes that it makes."
    ),
    why=(
        "Every call of the class gives the same object, so that all who use it share its state. "
        "`__init__`, if there is one, still runs at each call."
    ),
    example="""\
class Settings:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance
""",
    counterexample="""\
class Settings:
    def __new__(cls):
        return super().__new__(cls)
""",
    reference=FurtherReading(
        "Wikipedia: Singleton pattern", "https://en.wikipedia.org/wiki/Singleton_pattern"
    ),
    since="0.1.0",
    check=_check,
)
