"""Classes that fix the attributes of their instances."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import Reference


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        slots = owner.attributes.get("__slots__")
        if slots is not None and slots.method is None:
            message = (
                f"Instances of `{owner.name}` have no `__dict__` of their own where its bases have "
                "none: `__slots__` fixes their attributes."
            )
            yield Match(slots.node, message, owner.name)
            continue
        for decorator in owner.node.decorator_list:
            if _asks_for_slots(decorator):
                message = f"The data class `{owner.name}` keeps its fields in slots."
                yield Match(decorator, message, owner.name)


def _asks_for_slots(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and any(
        keyword.arg == "slots"
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is True
        for keyword in decorator.keywords
    )


RULE = PythonRule(
    id="slots",
    name="Slots",
    area="performance",
    says="A class defines `__slots__`, or its decorator is called with `slots=True`.",
    why=(
        "Instances take less memory, and their attributes are read a little faster. Others than "
        "those that are named can't be set."
    ),
    example="""\
class Point:
    __slots__ = ("x", "y")
""",
    counterexample="""\
class Point:
    def __init__(self):
        self.slots = ("x", "y")
""",
    reference=Reference(
        "Python: __slots__", "https://docs.python.org/3/reference/datamodel.html#slots"
    ),
    since="0.1.0",
    check=_check,
)
