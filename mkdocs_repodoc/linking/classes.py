"""Method resolution order of classes across modules."""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_repodoc.linking.table import SymbolTable

ClassRef = tuple[str, int]
Unknown = None
"""Stands in an order for a base class outside the repository: anything may be defined there."""
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_HARMLESS = {"object", "Generic", "Protocol", "ABC", "Enum"}
"""Bases outside the repository that define nothing which a class of it could mean to inherit."""


class Classes:
    """Base classes and method resolution orders, each worked out once.

    Args:
        table: The names of the repository.
        find: Looks a dotted name up as seen from a class statement: (path, position of the class,
            name) → the class that it means, or `None`.
    """

    def __init__(
        self, table: SymbolTable, find: Callable[[str, int, str], ClassRef | None]
    ) -> None:
        self._table = table
        self._find = find
        self._bases: dict[ClassRef, tuple[ClassRef | None, ...]] = {}
        self._orders: dict[ClassRef, tuple[ClassRef | None, ...]] = {}

    def bases(self, path: str, position: int) -> tuple[ClassRef | None, ...]:
        """Return the direct bases; `None` for one that is not defined in the repository."""
        key = (path, position)
        known = self._bases.get(key)
        if known is None:
            self._bases[key] = ()  # what a class that inherits from itself will find
            known = self._bases[key] = tuple(self._read_bases(path, position))
        return known

    def order(self, path: str, position: int) -> tuple[ClassRef | None, ...]:
        """Return the method resolution order, the class itself first."""
        key = (path, position)
        known = self._orders.get(key)
        if known is None:
            self._orders[key] = (key,)
            known = self._orders[key] = self._linearise(key)
        return known

    def _read_bases(self, path: str, position: int) -> list[ClassRef | None]:
        found: list[ClassRef | None] = []
        for base in self._table.symbol(path, position).bases:
            match = _DOTTED.match(base)
            name = match[0] if match else ""
            rest = base[len(name) :]
            if rest and not rest.startswith("["):  # a call, an expression
                found.append(Unknown)
                continue
            ref = self._find(path, position, name)
            if ref is None and name.rpartition(".")[2] in _HARMLESS:
                continue
            found.append(ref if ref != (path, position) else Unknown)
        return found

    def _linearise(self, key: ClassRef) -> tuple[ClassRef | None, ...]:
        """Merge the bases' orders as C3 does; where C3 would refuse, go depth first."""
        bases = self.bases(*key)
        lists: list[list[ClassRef | None]] = [
            [Unknown] if base is None else list(self.order(*base)) for base in bases
        ]
        lists.append(list(bases))
        order: list[ClassRef | None] = [key]
        while any(lists):
            lists = [entries for entries in lists if entries]
            head = next((entries[0] for entries in lists if _is_free(entries[0], lists)), Unknown)
            if head is None:
                # An unknown base merges with nothing; an inconsistent order takes what comes.
                head = lists[0][0]
                if head is None:
                    lists = [entries[1:] if entries[0] is None else entries for entries in lists]
                    order.append(Unknown)
                    continue
            if head not in order:
                order.append(head)
            lists = [[entry for entry in entries if entry != head] for entries in lists]
        return tuple(order)


def _is_free(candidate: ClassRef | None, lists: list[list[ClassRef | None]]) -> bool:
    return candidate is not None and not any(candidate in entries[1:] for entries in lists)
