"""Loops in loops in loops."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import Reference


def _check(module: ModuleFacts) -> Iterator[Match]:
    for outer, inner, scope in module.structure.loops:
        where = f"in `{scope.name}`" if scope.name else "at module level"
        message = (
            f"Three loops are nested {where}, from the outermost on line {outer.lineno} to the "
            f"innermost on line {inner.lineno}."
        )
        yield Match(inner, message, scope.name)


RULE = PythonRule(
    id="nested-loops",
    name="Nested loops",
    area="performance",
    says=(
        "A function contains three loops, each inside the one before. Comprehensions are "
        "not counted."
    ),
    why=(
        "The innermost body may run as often as the lengths of all three multiply to. Whether that "
        "matters depends on the data; this is where to look first when it is slow."
    ),
    example="""\
def triples(numbers):
    for a in numbers:
        for b in numbers:
            for c in numbers:
                print(a, b, c)
""",
    counterexample="""\
def pairs(numbers):
    for a in numbers:
        for b in numbers:
            print(a, b)
""",
    reference=Reference(
        "Python wiki: TimeComplexity", "https://wiki.python.org/moin/TimeComplexity"
    ),
    since="0.1.0",
    check=_check,
)
