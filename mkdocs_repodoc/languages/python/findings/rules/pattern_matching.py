"""`match` statements that choose among several cases."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import Reference

_FEWEST_CASES = 3
_LONGEST_SUBJECT = 40


def _check(module: ModuleFacts) -> Iterator[Match]:
    for found in module.structure.matches:
        node = found.node
        if isinstance(node, ast.Match) and len(node.cases) >= _FEWEST_CASES:
            subject = module.source.short(node.subject, _LONGEST_SUBJECT)
            message = f"`match {subject}` chooses among {len(node.cases)} cases."
            yield Match(node, message, found.scope.name, whole=True)


RULE = PythonRule(
    id="pattern-matching",
    name="Pattern matching",
    area="idiom",
    says=f"A `match` statement has at least {_FEWEST_CASES} cases.",
    why=(
        "The cases are tried from top to bottom, and the first that fits is taken. They show at "
        "one glance which shapes of data the code reckons with."
    ),
    example="""\
def describe(command):
    match command.split():
        case ["go", direction]:
            return direction
        case ["look"]:
            return "here"
        case _:
            return ""
""",
    counterexample="""\
def describe(command):
    match command:
        case "look":
            return "here"
""",
    reference=Reference(
        "PEP 636: Structural Pattern Matching, a tutorial", "https://peps.python.org/pep-0636/"
    ),
    since="0.1.0",
    check=_check,
)
