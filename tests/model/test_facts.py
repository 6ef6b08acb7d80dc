"""Facts: told apart when they are read back, asked for by kind."""

from __future__ import annotations

import typing
from typing import Any

import msgspec
import pytest

from mkdocs_repodoc.model.facts import Dependency, Fact, Hook, InstalledCommand, ProjectUrl
from mkdocs_repodoc.model.records import FileOutline, LineCounts

_VALUES: dict[object, object] = {str: "x", int: 1, bool: True}


def value_of(hint: Any) -> object:
    """Return a value of a field's type; nothing is left at its default, tuples have an item."""
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return inside[0]
    if origin is tuple:
        return tuple(value_of(each) for each in inside if each is not ...)
    return _VALUES[hint] if hint in _VALUES else made(hint)


def made(kind: Any) -> Any:
    """Return a record with a value in each field."""
    hints = typing.get_type_hints(kind)
    return kind(**{name: value_of(hint) for name, hint in hints.items()})


def test_facts_of_every_kind_survive_the_cache() -> None:
    kinds = typing.get_args(Fact)
    facts = tuple(map(made, kinds))
    outline = FileOutline(LineCounts(), facts=facts)

    again = msgspec.msgpack.decode(msgspec.msgpack.encode(outline), type=FileOutline)

    assert [type(fact) for fact in again.facts] == list(kinds)
    assert again == outline


def test_facts_are_asked_for_by_kind_in_their_order() -> None:
    facts = (Dependency("b"), ProjectUrl("Home", "u"), Dependency("a"))
    outline = FileOutline(LineCounts(), facts=facts)

    assert [each.name for each in outline.facts_of(Dependency)] == ["b", "a"]
    assert not list(outline.facts_of(Hook))


@pytest.mark.parametrize(
    ("command", "target"),
    [
        (InstalledCommand("x", "a.b", "c.d"), "a.b:c.d"),
        (InstalledCommand("x", "a.b"), "a.b"),
        (InstalledCommand("x", path="bin/x.js"), "bin/x.js"),
    ],
)
def test_the_target_of_a_command_is_shown_as_it_is_written(
    command: InstalledCommand, target: str
) -> None:
    assert command.target == target
