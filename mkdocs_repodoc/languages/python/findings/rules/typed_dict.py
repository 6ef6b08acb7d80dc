"""Classes that describe dictionaries with known keys."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        members = list(owner.attributes)
        if "typing.TypedDict" in owner.bases and members:
            has = "that may have" if _is_partial(owner.node) else "with"
            keys = f"the {'key' if len(members) == 1 else 'keys'} {listed(members)}"
            yield Match(
                owner.node, f"`{owner.name}` describes a dictionary {has} {keys}.", owner.name
            )


def _is_partial(node: ast.ClassDef) -> bool:
    """Whether a class says `total=False`: none of its keys has to be there."""
    return any(
        keyword.arg == "total"
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is False
        for keyword in node.keywords
    )


RULE = PythonRule(
    id="typed-dict",
    name="Typed dictionary",
    area="idiom",
    says="A class inherits from `typing.TypedDict` and declares keys and types of values.",
    why=(
        "At run time there are plain dictionaries; only type checkers read the class. It lists "
        "which keys to expect, and nothing checks them when data comes in."
    ),
    example="""\
from typing import TypedDict

class Movie(TypedDict):
    title: str
    year: int
""",
    counterexample="""\
class Movie(dict):
    title: str
""",
    reference=FurtherReading(
        "Python: typing.TypedDict",
        "https://docs.python.org/3/library/typing.html#typing.TypedDict",
    ),
    since="0.1.0",
    check=_check,
)
