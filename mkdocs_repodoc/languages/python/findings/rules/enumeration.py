"""Classes that enumerate all values of a kind."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.findings.listed_names import listed
from mkdocs_repodoc.languages.python.findings.rule import Match, PythonRule
from mkdocs_repodoc.languages.python.findings.rule_input import ModuleFacts
from mkdocs_repodoc.model.rules import FurtherReading

_ENUMS = {f"enum.{name}" for name in ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag")}


def _check(module: ModuleFacts) -> Iterator[Match]:
    for owner in module.classes:
        names = [name for name in owner.attributes if not name.startswith("_")]
        if names and _ENUMS.intersection(owner.bases):
            yield Match(owner.node, f"`{owner.name}` enumerates {listed(names)}.", owner.name)


RULE = PythonRule(
    id="enumeration",
    name="Enumeration",
    area="idiom",
    says="A class inherits from one of the classes of `enum` and defines members.",
    why=(
        "These are all values that there are. Each is one object, so that it may be compared with "
        "`is`, and a `match` over them can be complete."
    ),
    example="""\
import enum

class Colour(enum.Enum):
    RED = 1
    GREEN = 2
""",
    counterexample="""\
class Colour:
    RED = 1
    GREEN = 2
""",
    reference=FurtherReading("Python: enum", "https://docs.python.org/3/library/enum.html"),
    since="0.1.0",
    check=_check,
)
