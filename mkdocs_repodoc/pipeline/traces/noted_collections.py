"""Mappings, sets, sequences and functions whose reads are noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import cast

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pipeline.traces.noted import Noted, NotedIn
from mkdocs_repodoc.pipeline.traces.reads import (
    CALL,
    CALLS_WITH_SYMBOLS,
    HOLDS,
    ITEM,
    ITEMS,
    ITEMS_OF_PAIRS,
    KEYS,
    LENGTH,
    Key,
    Read,
    Thing,
    all_of,
)

_ABSENT, _UNKNOWN = object(), object()
_PAIR = 2
_ARGUMENTS: frozenset[type] = frozenset({str, int})


class NotedMapping(Noted, Mapping[Thing, Thing]):
    """Notes the keys that are looked up; those that are pairs are asked for together."""

    def __init__(self, thing: Thing, notes: NotedIn) -> None:
        super().__init__(thing, notes)
        self._found: dict[Thing, Thing] = {}
        self._pairs: dict[Thing, Thing] = {}

    def noted_reads(self) -> list[Read]:
        """Return what was asked."""
        return [*super().noted_reads(), *_grouped(ITEMS_OF_PAIRS, self._pairs)]

    def __getitem__(self, key: Thing) -> Thing:
        found = self.get(key, _ABSENT)
        return self.noted_thing[key] if found is _ABSENT else found  # a counter makes one up

    def get(self, key: Thing, default: Thing = None) -> Thing:
        """Return what there is of a key, or a default."""
        kept = self._pairs if isinstance(key, tuple) else self._found
        found = kept.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            found = kept[key] = self._looked_up(key)
        return default if found is _ABSENT else found

    def _looked_up(self, key: Thing) -> Thing:
        if isinstance(key, tuple):
            self.noted_in.is_repeatable &= len(key) == _PAIR
            return self.noted_thing.get(key, _ABSENT)
        try:
            return self.noted_answer(ITEM, key)
        except LookupError:
            return _ABSENT

    def __contains__(self, key: object) -> bool:
        if isinstance(key, tuple):
            return self.get(key, _ABSENT) is not _ABSENT
        if (found := self._found.get(key, _UNKNOWN)) is not _UNKNOWN:
            return found is not _ABSENT
        return bool(self.noted_answer(HOLDS, cast("Key", key)))

    def __iter__(self) -> Iterator[Thing]:
        self.noted_parts[KEYS, None] = None
        return iter(self.noted_thing)

    def __len__(self) -> int:
        return int(self.noted_answer(LENGTH, None))


def _grouped(question: int, asked: Iterable[tuple[Thing, ...]]) -> Iterator[Read]:
    """Yield what was asked about pairs: in one question about those that begin alike."""
    others: dict[Thing, list[Thing]] = {}
    for first, *rest in asked:
        others.setdefault(first, []).extend(rest)
    for first, found in others.items():
        yield Read(question, (first, *found))


class NotedSet(Noted, AbstractSet[Thing]):
    """Notes the members that are asked about."""

    @classmethod
    def _from_iterable(cls, it: Iterable[Thing]) -> frozenset[Thing]:
        return frozenset(it)

    def __contains__(self, key: object) -> bool:
        return bool(self.noted_answer(HOLDS, cast("Key", key)))

    def __iter__(self) -> Iterator[Thing]:
        self.noted_parts[KEYS, None] = None
        return iter(self.noted_thing)

    def __len__(self) -> int:
        return int(self.noted_answer(LENGTH, None))


class NotedSequence(Noted, Sequence[Thing]):
    """Notes the items that are taken, all in one question."""

    def __init__(self, thing: Thing, notes: NotedIn) -> None:
        super().__init__(thing, notes)
        self._taken: dict[int, None] = {}

    def noted_reads(self) -> list[Read]:
        """Return what was asked."""
        reads = super().noted_reads()
        return [*reads, Read(ITEMS, tuple(self._taken))] if self._taken else reads

    def __getitem__(self, index: Thing) -> Thing:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        if index not in self._taken:
            if not -len(self.noted_thing) <= index < len(self.noted_thing):
                self.noted_in.is_repeatable = False
            self._taken[index] = None
        return self.noted_thing[index]

    def __len__(self) -> int:
        return int(self.noted_answer(LENGTH, None))

    def __iter__(self) -> Iterator[Thing]:
        self.noted_parts[KEYS, None] = None
        return iter(self.noted_thing)


class NotedFunction(Noted):
    """Notes its calls; those with symbols of one file are asked together."""

    def __init__(self, thing: Thing, notes: NotedIn) -> None:
        super().__init__(thing, notes)
        self._found: dict[Thing, Thing] = {}
        self._of_symbols: dict[SymbolRef, Thing] = {}

    def noted_reads(self) -> list[Read]:
        """Return what was asked."""
        return [*super().noted_reads(), *_grouped(CALLS_WITH_SYMBOLS, self._of_symbols)]

    def __call__(self, *arguments: Thing, **named: Thing) -> Thing:
        """Return what the function does."""
        if not named and len(arguments) == 1 and type(arguments[0]) is SymbolRef:
            return self._of_symbol(arguments[0])
        if named or not all(type(each) in _ARGUMENTS for each in arguments):
            self.noted_in.is_repeatable = False
            return self.noted_thing(*arguments, **named)
        if arguments not in self._found:
            self._found[arguments] = self.noted_answer(CALL, arguments)
        return self._found[arguments]

    def _of_symbol(self, symbol: SymbolRef) -> Thing:
        found = self._of_symbols.get(symbol, _UNKNOWN)
        if found is _UNKNOWN:
            try:
                found = all_of(self.noted_thing(symbol))
            except Exception:
                self.noted_in.is_repeatable = False
                raise
            self._of_symbols[symbol] = found
        return found
