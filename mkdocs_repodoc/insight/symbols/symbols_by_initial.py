"""Symbols of a repository by the initials under which keyword pages file them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from mkdocs_repodoc.insight.symbols.keyword_pages import INITIALS, initial_of, simple_name
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_POSITION_BITS = 24


class SymbolsByInitial:
    """Symbols by initial, each packed into one number, for there may be a million of them.

    Args:
        repository: The linked repository.
        paths: The files whose symbols they are, in order.
    """

    def __init__(self, repository: Repository, paths: Sequence[str]) -> None:
        self._repository = repository
        self._paths = paths
        self._sorted: set[str] = set()

    @cached_property
    def _packed(self) -> dict[str, array[int]]:
        packed = {initial: array("q") for initial in INITIALS}
        for number, path in enumerate(self._paths):
            for position, symbol in enumerate(self._repository.files[path].outline.symbols):
                initial = initial_of(simple_name(symbol))
                packed[initial].append(number << _POSITION_BITS | position)
        return packed

    @cached_property
    def counts(self) -> Counter[str]:
        """Initial → how many keywords are filed under it."""
        return Counter({initial: len(found) for initial, found in self._packed.items() if found})

    def stretch(self, initial: str, part: slice) -> list[SymbolRef]:
        """Return a stretch of the symbols filed under an initial, ordered by name."""
        return [
            SymbolRef(self._paths[each >> _POSITION_BITS], each & ((1 << _POSITION_BITS) - 1))
            for each in self._sorted_initial(initial)[part]
        ]

    def _sorted_initial(self, initial: str) -> array[int]:
        packed = self._packed[initial]
        if initial not in self._sorted:
            files = self._repository.files

            def key(each: int) -> tuple[str, str, int]:
                path = self._paths[each >> _POSITION_BITS]
                symbol = files[path].outline.symbols[each & ((1 << _POSITION_BITS) - 1)]
                name = simple_name(symbol)
                return name.casefold(), name, each

            self._packed[initial] = packed = array("q", sorted(packed, key=key))
            self._sorted.add(initial)
        return packed
