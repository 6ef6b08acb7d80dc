"""Method resolution order of classes across modules."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

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
        if key not in self._orders:
            self._order_all(key)
        return self._orders[key]

    def _order_all(self, key: ClassRef) -> None:
        """Work an order out, those of all ancestors before it, however many stand in a line."""
        stack = [key]
        opened: set[ClassRef] = set()
        while stack:
            ref = stack[-1]
            if ref in opened or ref in self._orders:
                stack.pop()
                if ref in opened:
                    self._orders[ref] = self._linearise(ref)
                    opened.remove(ref)
                continue
            opened.add(ref)
            self._orders[ref] = (ref,)  # what a class that inherits from itself will find
            stack += (base for base in self.bases(*ref) if base and base not in self._orders)

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
        bases = self.bases(*key)
        orders = [(Unknown,) if base is None else self._orders[base] for base in bases]
        if len(orders) == 1:  # as of most classes; a long line of them would take the merge's time
            return (key, *(ref for ref in orders[0] if ref != key))
        return tuple(_merge(key, [*orders, bases]))


def _merge(key: ClassRef, orders: Iterable[Sequence[ClassRef | None]]) -> list[ClassRef | None]:
    """Merge the orders of a class's bases as C3 does; where C3 would refuse, go depth first.

    C3 is Python's own: see "The Python 2.3 Method Resolution Order" in its documentation.

    Args:
        key: The class; it comes first.
        orders: The order of each base, and at last the bases themselves.
    """
    lists = [deque(entries) for entries in orders]
    behind = _behind(lists)
    result: list[ClassRef | None] = [key]
    merged = {key}
    while lists := [entries for entries in lists if entries]:
        known = (entries[0] for entries in lists if entries[0] is not None)
        # An unknown base merges with nothing; an inconsistent order takes what comes.
        head = next((ref for ref in known if not behind[ref]), lists[0][0])
        if head is None:
            result.append(Unknown)
        elif head not in merged:
            merged.add(head)
            result.append(head)
        if head is not None and behind[head]:
            lists = [deque(ref for ref in entries if ref != head) for entries in lists]
            behind = _behind(lists)
            continue
        for entries in lists:
            if entries[0] == head:
                entries.popleft()
                behind.subtract(islice(entries, 1))
    return result


def _behind(lists: Iterable[Iterable[ClassRef | None]]) -> Counter[ClassRef | None]:
    """Count how often each class stands behind another one, which has to come before it."""
    return Counter(ref for entries in lists for ref in islice(entries, 1, None))
