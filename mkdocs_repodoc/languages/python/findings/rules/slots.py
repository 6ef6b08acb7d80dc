"""Classes that fix the attributes of their instances."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    declared: list[tuple[str, ast.stmt | ast.expr]] = []
    generated: list[tuple[str, ast.stmt | ast.expr]] = []
    for owner in module.classes:
        slots = owner.attributes.get("__slots__")
        if slots is not None and slots.method is None:
            if slots.guard.conditional or _keeps_dictionary(slots.value):
                continue
            declared.append((owner.name, slots.node))
            continue
        generated += (
            (owner.name, decorator)
            for decorator in owner.node.decorator_list
            if _asks_for_slots(decorator)
        )
    if declared:
        message = (
            f"Instances of {listed([name for name, _ in declared])} have no `__dict__` of their "
            "own where the bases have none: `__slots__` fixes their attributes."
        )
        yield Match(declared[0][1], message, declared[0][0])
    if generated:
        noun, verb = ("class", "keeps its") if len(generated) == 1 else ("classes", "keep their")
        names = listed([name for name, _ in generated])
        message = f"The data {noun} {names} {verb} fields in slots."
        yield Match(generated[0][1], message, generated[0][0])


def _keeps_dictionary(value: ast.expr | None) -> bool:
    """Whether a declaration asks for a `__dict__` all the same."""
    return value is not None and any(
        isinstance(part, ast.Constant) and part.value == "__dict__" for part in ast.walk(value)
    )


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
    says=(
        "A class defines `__slots__`, or its decorator is called with `slots=True`. The classes of "
        "a file are one finding."
    ),
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
    reference=FurtherReading(
        "Python: __slots__", "https://docs.python.org/3/reference/datamodel.html#slots"
    ),
    since="0.1.0",
    check=_check,
)
