"""The order in which a type's ancestors are looked at."""

from __future__ import annotations

from mkdocs_repodoc.languages.resolution.ancestry import nearest_first
from mkdocs_repodoc.languages.resolution.class_types import ClassType

ABOVE = {
    "Boat": ["Object", "Ship", "Afloat"],
    "Ship": ["Vehicle", "Afloat"],
    "Vehicle": ["Object"],
    "Tangle": ["Knot"],
    "Knot": ["Tangle"],
}


def above(kind: ClassType) -> list[ClassType]:
    return [ClassType(name) for name in ABOVE.get(str(kind.head), [])]


def heads(name: str, last: str = "") -> list[str]:
    found = nearest_first(ClassType(name), above, is_last=lambda kind: kind.head == last)
    return [str(kind.head) for kind in found]


def test_each_type_comes_once_and_the_nearest_first() -> None:
    assert heads("Boat") == ["Boat", "Object", "Ship", "Afloat", "Vehicle"]


def test_one_type_may_come_last_of_its_level() -> None:
    assert heads("Boat", last="Object") == ["Boat", "Ship", "Afloat", "Object", "Vehicle"]


def test_types_above_each_other_are_no_endless_chain() -> None:
    assert heads("Tangle") == ["Tangle", "Knot"]
