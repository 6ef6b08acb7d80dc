"""Interfaces that a class satisfies by its members alone."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        names = [*owner.methods, *owner.attributes]
        if names and "typing.Protocol" in owner.bases:
            message = (
                f"`{owner.name}` is a protocol: whatever has {listed(names)} satisfies it, "
                "without inheriting from it."
            )
            yield Match(owner.node, message, owner.name)


RULE = PythonRule(
    id="protocol",
    name="Protocol",
    area="design",
    says="A class inherits from `typing.Protocol` directly, and has members.",
    why=(
        "It is an interface by structure. The classes that satisfy it need not name it, so that a "
        "search for its subclasses does not find them; type checkers do."
    ),
    example="""\
from typing import Protocol

class Closable(Protocol):
    def close(self) -> None: ...
""",
    counterexample="""\
class Closable:
    def close(self) -> None: ...
""",
    reference=FurtherReading("PEP 544: Structural subtyping", "https://peps.python.org/pep-0544/"),
    since="0.1.0",
    check=_check,
)
