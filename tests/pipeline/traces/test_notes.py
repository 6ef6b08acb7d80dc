"""Notes of what is read: all of it, asked again, changes where an answer does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pipeline.traces.answer_sheet import AnswerSheet
from mkdocs_repodoc.pipeline.traces.notes import Notes
from mkdocs_repodoc.pipeline.traces.reads import Read, Thing, pack, unpack

REF = SymbolRef("a.py", 1)


@dataclass(frozen=True)
class Shelf:
    """Something to read of."""

    label: str
    bases: dict[SymbolRef, tuple[str, ...]]
    counts: Counter[str]
    names: frozenset[str]
    find: Callable[[SymbolRef], Iterator[str]]
    join: Callable[..., str]


class Room:
    """Holds what is on the shelf: data that are not opened would be taken whole."""

    def __init__(self, shelf: Shelf) -> None:
        self.label = shelf.label
        self.bases = shelf.bases
        self.counts = shelf.counts
        self.names = shelf.names
        self.find = shelf.find
        self.join = shelf.join


SHELF = Shelf(
    "tools",
    {REF: ("x",)},
    Counter("aab"),
    frozenset({"p"}),
    lambda ref: iter((ref.path,)),
    lambda *parts: "-".join(parts),
)


@pytest.mark.parametrize(
    ("read", "changed"),
    [
        (lambda room: room.label, {"label": "toys"}),
        (lambda room: room.bases.get(REF), {"bases": {}}),
        (lambda room: SymbolRef("b.py", 0) in room.bases, {"bases": {SymbolRef("b.py", 0): ()}}),
        (lambda room: room.counts["a"], {"counts": Counter("a")}),
        (lambda room: room.counts["c"], {"counts": Counter("c")}),
        (lambda room: room.counts.get("c", 0), {"counts": Counter("c")}),
        (lambda room: "c" in room.counts, {"counts": Counter("c")}),
        (lambda room: list(room.counts), {"counts": Counter("abc")}),
        (lambda room: list(room.counts), {"counts": Counter("baa")}),
        (lambda room: len(room.counts), {"counts": Counter("abc")}),
        (lambda room: "q" in room.names, {"names": frozenset("q")}),
        (lambda room: sorted(room.names), {"names": frozenset("q")}),
        (lambda room: room.names & {"p"}, {"names": frozenset()}),
        (lambda room: room.find(REF), {"find": lambda _: iter(("other",))}),
        (lambda room: room.find(REF), {"find": lambda ref: [ref.path]}),
        (lambda room: room.join("a", "b"), {"join": lambda *_: "other"}),
    ],
)
def test_each_kind_of_read_is_noted(
    read: Callable[[Thing], object], changed: dict[str, Thing]
) -> None:
    room = Room(SHELF)
    notes = Notes(room)
    found = read(notes.noted)
    expected = read(room)
    assert found == (tuple(expected) if isinstance(expected, Iterator) else expected)
    assert notes.is_repeatable
    reads = unpack(pack(notes.reads()))
    before = AnswerSheet(room).digest(reads)
    assert AnswerSheet(Room(SHELF)).digest(reads) == before
    assert AnswerSheet(Room(replace(SHELF, **changed))).digest(reads) != before


def test_what_was_not_read_does_not_count() -> None:
    notes = Notes(Room(SHELF))
    assert notes.noted.label == "tools"
    other = Room(replace(SHELF, names=frozenset(), bases={}))
    before = AnswerSheet(Room(SHELF)).digest(notes.reads())
    assert AnswerSheet(other).digest(notes.reads()) == before


def test_a_call_that_cannot_be_written_down_is_told() -> None:
    notes = Notes(Room(SHELF))
    assert notes.noted.find(SymbolRef("a.py", 2)) == ("a.py",)
    assert notes.is_repeatable
    assert notes.noted.join(*("a", "b")) == "a-b"
    with pytest.raises(TypeError):
        notes.noted.join(["a"])
    assert not notes.is_repeatable


def test_what_holds_more_than_was_noted_has_no_digest() -> None:
    shelf: Thing = {REF: (object(),)}
    room = Room(replace(SHELF, bases=shelf))
    notes = Notes(room)
    assert notes.noted.bases[REF]
    with pytest.raises(TypeError):
        AnswerSheet(room).digest(notes.reads())


def test_values_of_two_types_that_look_alike_differ() -> None:
    reads = [Read(5, (1,))]
    digests = {
        AnswerSheet(kind).digest(reads) for kind in (str, int, lambda _: (1,), lambda _: [1])
    }
    assert len(digests) == 4
