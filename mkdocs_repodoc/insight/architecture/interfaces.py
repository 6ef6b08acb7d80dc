"""Interfaces between the parts: types that one part implements and another calls without naming it.

The import graph does not show them: both sides import the interface, and neither the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.insight.architecture.wiring import Wire, Wiring
from mkdocs_repodoc.insight.symbols.main_symbol import FOR_TYPES
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.kinds import IMPLEMENTED, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_MOST_HEIRS = 1000
_CALLS = frozenset({"calls", "passes on"})


class Interface(NamedTuple):
    """A type with those who implement it, and those who use it without knowing them."""

    symbol: SymbolRef
    heirs: tuple[SymbolRef, ...]
    """The types of the software that inherit from it, those that nothing inherits from first."""
    holders: tuple[Wire, ...]
    """Fields of other types that hold it."""
    calls: tuple[Wire, ...]
    """Calls of its members by others than its heirs, each user and member once."""


def interfaces(
    repository: Repository, wiring: Wiring, owner: Mapping[str, str], most: int
) -> list[Interface]:
    """Return the interfaces through which parts meet, those that join most parts first.

    Args:
        repository: The linked repository.
        wiring: The wires between its files.
        owner: Path of a file of the software → its part.
        most: How many are returned.
    """
    used = _used(repository, wiring, owner)
    overridden = {wiring.owner(base) for base in repository.links.overrides.values()}
    found: list[tuple[int, int, SymbolRef, Interface]] = []
    for ref in repository.links.subclasses:
        if ref.path not in owner or ref.is_file or repository.symbol(ref).kind not in NOUNS:
            continue
        is_abstract = repository.symbol(ref).kind in IMPLEMENTED or ref in overridden
        if not is_abstract or ref not in used:
            continue
        heirs = _heirs(repository, ref, owner)
        wires = [wire for wire in used[ref] if wiring.owner(wire.user) not in heirs]
        inside = {each.path for each in heirs}
        outside = {wire.user.path for wire in wires} - inside
        if not outside or not inside - {ref.path}:
            continue
        parts = {owner[path] for path in (*inside, *outside)}
        interface = Interface(
            ref,
            tuple(sorted(heirs, key=lambda each: (each in repository.links.subclasses, each))),
            tuple(wire for wire in wires if wire.way == "holds"),
            tuple(_once(wires)),
        )
        found.append((-len(parts), -len(outside), ref, interface))
    found.sort(key=lambda each: each[:3])
    return [each[3] for each in found[:most]]


def _used(
    repository: Repository, wiring: Wiring, code: Collection[str]
) -> Mapping[SymbolRef, list[Wire]]:
    """Return the wires to each type with heirs, or to a member of one."""
    found: dict[SymbolRef, list[Wire]] = {}
    for path in code:
        for wire in wiring.of_file(path):
            owner = wiring.owner(wire.met)
            is_member = bool(split_name(repository.symbol(wire.met).name)[0])
            is_use = wire.way == "holds" or (wire.way in _CALLS and is_member)
            if owner in repository.links.subclasses and is_use:
                found.setdefault(owner, []).append(wire)
    return found


def _heirs(repository: Repository, ref: SymbolRef, code: Collection[str]) -> set[SymbolRef]:
    """Return the types of the software that inherit from one, directly or through others.

    Of very many those that are met first: in a circle of types each has all others.
    """
    todo, found = [ref], set[SymbolRef]()
    while todo and len(found) < _MOST_HEIRS:
        for heir in repository.links.subclasses.get(todo.pop(), ()):
            is_real = heir.path in code and FOR_TYPES not in repository.symbol(heir).labels
            if is_real and heir not in found:
                found.add(heir)
                todo.append(heir)
    return found


def _once(wires: list[Wire]) -> Iterator[Wire]:
    seen = set()
    for wire in wires:
        if wire.way in _CALLS and (wire.user, wire.met) not in seen:
            seen.add((wire.user, wire.met))
            yield wire
