"""Classes that are tuples whose positions have names."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        members = list(owner.attributes)
        if "typing.NamedTuple" in owner.bases and members:
            message = f"`{owner.name}` is a tuple with the named fields {listed(members)}."
            yield Match(owner.node, message, owner.name)


RULE = PythonRule(
    id="named-tuple",
    name="Named tuple",
    area="idiom",
    says="A class inherits from `typing.NamedTuple` and declares fields.",
    why=(
        "Instances are tuples: they can't be changed, are unpacked by position, and are equal to "
        "any tuple of the same values. The order of the fields is part of the interface."
    ),
    example="""\
from typing import NamedTuple

class Version(NamedTuple):
    major: int
    minor: int
""",
    counterexample="""\
class Version(tuple):
    pass
""",
    reference=FurtherReading(
        "Python: typing.NamedTuple",
        "https://docs.python.org/3/library/typing.html#typing.NamedTuple",
    ),
    since="0.1.0",
    check=_check,
)
