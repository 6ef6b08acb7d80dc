"""The wires of whole parts: what one part needs of another, and what puts several together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import inf
from typing import Literal, NamedTuple

from mkdocs_repodoc.insight.architecture.component import Architecture
from mkdocs_repodoc.insight.architecture.layering import Pair
from mkdocs_repodoc.insight.architecture.wiring import Way, Wire, Wiring
from mkdocs_repodoc.insight.bounded_answers import bounded
from mkdocs_repodoc.insight.symbols.main_symbol import FOR_TYPES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

Tie = Literal["inherits from"] | Way
TIES: tuple[Tie, ...] = ("inherits from", "holds", "is set to", "makes", "calls", "passes on")
"""How a definition needs one of another part, the closest first."""
_LEAST_UNITS = 3
"""Parts, or files of its own part, that a definition uses to be said to join them."""
_NEAR = 0.6
"""Share of the units of the first that those after it have at least."""
_OWN_FILE = 0.6
"""What a file of a definition's own part counts, compared with another part."""
_COMMON = 0.7
"""Share of the components that need one from which on all seem to."""
_LEAST_COMMON = 4
_AT_TOP = 1.5
"""What a definition counts that stands in a part which no other part needs."""
_MADE = 0.2
"""What an object that a definition makes or keeps counts beside its part."""


class PartWire(NamedTuple):
    """A definition of one part that needs one of another."""

    user: SymbolRef
    tie: Tie
    met: SymbolRef
    path: str
    line: int


class Assembly(NamedTuple):
    """A function, a type or a file that puts others together."""

    symbol: SymbolRef
    wires: tuple[Wire, ...]
    """To other files, in the order of its lines, one for each definition."""


class PartWires:
    """Finds what joins the components of a repository.

    Args:
        repository: The linked repository.
        architecture: Its components.
        wiring: The wires between its files, with the bounds of answers over all of them.
    """

    def __init__(self, repository: Repository, architecture: Architecture, wiring: Wiring) -> None:
        self.bounds = wiring.bounds
        self._repository = repository
        self._wiring = wiring
        parts = (*architecture.components, *architecture.others)
        self._owner = {path: part.path for part in parts for path in part.files}

    def between(self, source: str, target: str) -> tuple[PartWire, ...]:
        """Return how one component needs another, the closest ties first, each definition once.

        Args:
            source: Path of the component that needs the other.
            target: Path of the other.
        """
        return self._between.get((source, target), ())

    def needed(self, source: str) -> list[str]:
        """Return the components that one needs, those with the closest ties first.

        Those that most components need say least of one, and come last.
        """
        found = [target for first, target in self._between if first == source]

        def rank(target: str) -> tuple[bool, int, int, str]:
            wires = self._between[source, target]
            users = self._users[target]
            is_common = users >= _LEAST_COMMON and users > _COMMON * len(self._sources)
            return is_common, TIES.index(wires[0].tie), -len(wires), target

        return sorted(found, key=rank)

    @property
    def pairs(self) -> Iterable[Pair]:
        """The pairs of components of which the first needs the second."""
        return self._between.keys()

    @cached_property
    def _users(self) -> Counter[str]:
        """Component → how many others need it."""
        return Counter(target for _, target in self._between)

    @cached_property
    def _sources(self) -> frozenset[str]:
        """The components that need any other."""
        return frozenset(source for source, _ in self._between)

    @bounded("what parts need of one another", dict)
    def _between(self) -> Mapping[Pair, tuple[PartWire, ...]]:
        found: dict[Pair, dict[tuple[SymbolRef, Tie, SymbolRef], PartWire]] = {}
        for wire in (*self._inherited(), *self._wired()):
            pair = self._owner[wire.user.path], self._owner[wire.met.path]
            owner = self._wiring.owner
            key = owner(wire.user), wire.tie, owner(wire.met)
            found.setdefault(pair, {}).setdefault(key, wire)
        return {pair: tuple(_closest_first(wires.values())) for pair, wires in found.items()}

    def _inherited(self) -> Iterator[PartWire]:
        links = self._repository.links
        for heir, bases in links.bases.items():
            for base in bases:
                is_real = FOR_TYPES not in self._repository.symbol(heir).labels
                is_apart = is_real and self._are_apart(heir.path, base.path)
                if is_apart and self._is_named_beside(heir, base):
                    line = self._repository.symbol(heir).line
                    yield PartWire(heir, "inherits from", base, heir.path, line)

    def _is_named_beside(self, heir: SymbolRef, base: SymbolRef) -> bool:
        """Tell whether the part of a type names what that type fits.

        A type that happens to have an interface's methods needs nothing of it. Where no use of the
        base is known at all, its language has no links, and the written base stands alone.
        """
        uses = self._repository.links.uses
        here = self._owner[heir.path]
        return not uses.count(base) or any(
            self._owner.get(use.path) == here for use in uses.of(base)
        )

    def _wired(self) -> Iterator[PartWire]:
        for path in self._owner:
            for wire in self._wiring.of_file(path):
                if self._are_apart(path, wire.met.path):
                    yield PartWire(wire.user, wire.way, wire.met, path, wire.line)

    def _are_apart(self, path: str, other: str) -> bool:
        here, there = self._owner.get(path), self._owner.get(other)
        return here is not None and there is not None and here != there

    def assemblies(self, first: Mapping[SymbolRef, int], most: int) -> list[Assembly]:
        """Return what puts most of the parts together, each of another file.

        Args:
            first: Functions of the main flows, with their step; earlier ones join more.
            most: How many are returned.
        """
        found: dict[SymbolRef, list[Wire]] = {}
        for path in self._owner:
            for wire in self._wiring.of_file(path):
                if wire.met.path in self._owner:
                    found.setdefault(self._wiring.owner(wire.user), []).append(wire)
        scores = {ref: self._score(ref, wires, first) for ref, wires in found.items()}
        ordered = sorted(scores, key=lambda ref: (-scores[ref], ref))
        chosen: dict[str, SymbolRef] = {}
        for ref in ordered:
            if scores[ref] < _NEAR * scores[ordered[0]] or len(chosen) == most:
                break
            if self._units(ref.path, found[ref]) >= _LEAST_UNITS:
                chosen.setdefault(ref.path, ref)
        wires = {ref: tuple(self._distinct(found[ref])) for ref in chosen.values()}
        steps = {ref: _first_step(found[ref], first) for ref in wires}
        return [Assembly(ref, wires[ref]) for ref in sorted(wires, key=lambda ref: steps[ref])]

    def _units(self, path: str, wires: Iterable[Wire]) -> int:
        return len({self._unit(path, wire.met.path) for wire in wires})

    def _unit(self, path: str, other: str) -> str:
        """Return the part that a file is in; for those of the same part the file."""
        return other if self._owner[other] == self._owner[path] else self._owner[other]

    def _score(
        self, ref: SymbolRef, wires: Sequence[Wire], first: Mapping[SymbolRef, int]
    ) -> float:
        units: dict[str, float] = {}
        for wire in wires:
            unit = self._unit(ref.path, wire.met.path)
            own = self._owner[wire.met.path] == self._owner[ref.path]
            keeps = wire.way in {"makes", "is set to", "holds"}
            value = (_OWN_FILE if own else 1.0) + (_MADE if keeps else 0.0)
            units[unit] = max(units.get(unit, 0.0), value)
        step = _first_step(wires, first)
        at_top = self._owner[ref.path] not in self._users
        return sum(units.values()) * (1.0 + 2 / (2 + step)) * (_AT_TOP if at_top else 1.0)

    def _distinct(self, wires: Iterable[Wire]) -> Iterator[Wire]:
        seen = set()
        for wire in wires:
            met = self._wiring.owner(wire.met)
            if met not in seen:
                seen.add(met)
                yield wire


def _first_step(wires: Iterable[Wire], first: Mapping[SymbolRef, int]) -> float:
    """Return the first step of the main flows in which one of some wires is used."""
    return min((first[wire.user] for wire in wires if wire.user in first), default=inf)


def _closest_first(wires: Iterable[PartWire]) -> list[PartWire]:
    """Return wires with those first that say something new: each definition that is met once."""
    ordered = sorted(wires, key=lambda each: (TIES.index(each.tie), each.path, each.line))
    met: dict[str, PartWire] = {}
    for wire in ordered:
        met.setdefault(f"{wire.met}", wire)
    first = list(met.values())
    return [*first, *(each for each in ordered if each not in first)]
