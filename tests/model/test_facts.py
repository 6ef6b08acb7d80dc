"""Facts: told apart when they are read back, asked for by kind."""

from __future__ import annotations

import typing

import msgspec
import pytest

from mkdocs_repodoc.model.facts import Dependency, Fact, Hook, InstalledCommand, ProjectUrl
from mkdocs_repodoc.model.records import FileOutline, LineCounts

_VALUES: dict[object, object] = {str: "x", int: 1, bool: True, tuple: ()}


def value_of(hint: object) -> object:
    origin = typing.get_origin(hint)
    return typing.get_args(hint)[0] if origin is typing.Literal else _VALUES[origin or hint]


def test_facts_of_every_kind_survive_the_cache() -> None:
    kinds = typing.get_args(Fact)
    facts = tuple(
        kind(**{name: value_of(hint) for name, hint in typing.get_type_hints(kind).items()})
        for kind in kinds
    )
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
