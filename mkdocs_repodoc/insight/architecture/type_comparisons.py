"""Comparisons of a type's values: which of its fields decide equality, hash and order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_repodoc.insight.architecture.type_members import TypeMembers
from mkdocs_repodoc.languages.record_parts.type_promises import TypePromises
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import Repository

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What decides the equality, the hash or the order of a type's values.

    Attributes:
        matter: `equality`, `hash` or `order`.
        fields: The fields that it uses; empty where that is not known.
        is_whole: Whether all fields decide it.
    """

    matter: str
    fields: tuple[SymbolRef, ...] = ()
    is_whole: bool = False


class ComparisonReader:
    """Reads what a type says of the comparison of its values.

    Args:
        repository: The linked repository.
        symbol: The type.
        members: Its members.
        promises: How its language says such things.
        uses: Member → the uses of it that count.
    """

    def __init__(
        self,
        repository: Repository,
        symbol: Symbol,
        members: TypeMembers,
        promises: TypePromises,
        uses: Callable[[SymbolRef], Iterable[Use]],
    ) -> None:
        self._repository = repository
        self._symbol = symbol
        self._members = members
        self._promises = promises
        self._uses = uses

    def comparisons(self) -> Iterator[Comparison]:
        """Yield what decides each kind of comparison that the type knows."""
        names = self._promises.comparisons
        found: dict[str, Comparison] = {}
        decorators = " ".join(self._symbol.decorators)
        derived = [names[word] for word in _WORD.findall(decorators) if word in names]
        traits = {self._symbol.kind, *self._symbol.labels} & self._promises.whole
        if traits and not (self._promises.identity and self._promises.identity in decorators):
            derived.append("equality")
        for matter in derived:
            found[matter] = Comparison(matter, is_whole=True)
        for member in self._members.all:
            matter = names.get(_last(self._repository.symbol(member).name), "")
            if matter and self._repository.symbol(member).kind in FUNCTIONS:
                found[matter] = Comparison(matter, self._read_by(member))
        yield from sorted(found.values(), key=lambda each: each.matter)

    def _read_by(self, method: SymbolRef) -> tuple[SymbolRef, ...]:
        """Return the fields that a method reads, itself or in methods of the type it calls."""
        todo, seen = [method], {method}
        read: set[SymbolRef] = set()
        while todo:
            reader = todo.pop()
            for member, users in self._member_users.items():
                if reader in users and member not in seen:
                    seen.add(member)
                    if member in self._members.fields:
                        read.add(member)
                    else:
                        todo.append(member)
        return tuple(sorted(read))

    @cached_property
    def _member_users(self) -> Mapping[SymbolRef, frozenset[SymbolRef]]:
        return {each: frozenset(use.user for use in self._uses(each)) for each in self._members.all}


def _last(name: str) -> str:
    words = _WORD.findall(name)
    return words[-1] if words else ""
