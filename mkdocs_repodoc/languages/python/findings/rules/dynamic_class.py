"""Classes that are made by a call of `type`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading

_ARGUMENTS = 3
"""Those that make a class: its name, its bases, its namespace."""
_LONGEST_NAME = 40


def _check(module: ModuleFacts) -> Iterator[Match]:
    for node, scope in module.structure.calls:
        is_type = isinstance(node.func, ast.Name) and node.func.id == "type"
        if is_type and len(node.args) == _ARGUMENTS:
            name = module.source.short(node.args[0], _LONGEST_NAME)
            message = f"Calling `type` makes a class at run time; its name is `{name}`."
            yield Match(node, message, scope.name)


RULE = PythonRule(
    id="dynamic-class",
    name="Dynamic class",
    area="idiom",
    says="`type` is called with a name, bases and a namespace.",
    why=(
        "The class has no `class` statement: a search for its name, and this documentation, find "
        "only the call that makes it."
    ),
    example="""\
Point = type("Point", (object,), {"x": 0, "y": 0})
""",
    counterexample="""\
kind = type(value)
""",
    reference=FurtherReading(
        "Python: type", "https://docs.python.org/3/library/functions.html#type"
    ),
    since="0.1.0",
    check=_check,
    called=frozenset({"type"}),
)
