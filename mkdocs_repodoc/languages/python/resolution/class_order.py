"""Method resolution order of classes across modules."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Protocol

from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable
from mkdocs_repodoc.languages.resolution.circles import number_circles
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo

ClassRef = tuple[str, int]
_Circles = dict[ClassRef, int]
"""A class that was looked at → number of the circle of bases that it is in, or its own."""
Unknown = None
"""Stands in an order for a base class outside the repository: anything may be defined there."""
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_HARMLESS = {"object", "Generic", "Protocol", "ABC", "Enum"}
"""Bases outside the repository that define nothing which a class of it could mean to inherit."""


class ClassLookup(Protocol):
    """What base classes are found with; the resolver."""

    def class_named(self, path: str, position: int, name: str) -> ClassRef | None:
        """Return the class that a dotted name means as seen from a class statement.

        Args:
            path: File of the statement.
            position: The class that it defines.
            name: The name.
        """


class Classes:
    """Base classes and method resolution orders, each worked out once.

    Args:
        table: The names of the repository.
        lookup: Finds the classes that bases are written as.
        answers: Remembers bases and orders.
    """

    def __init__(
        self,
        table: SymbolTable,
        lookup: ClassLookup,
        answers: RecursiveMemo,
    ) -> None:
        self._table = table
        self._lookup = lookup
        self._answers = answers
        self._circles: _Circles = {}

    def bases(self, path: str, position: int) -> tuple[ClassRef | None, ...]:
        """Return the direct bases; `None` for one that is not defined in the repository."""
        return self._answers.get(
            ("bases", path, position),
            lambda: tuple(self._read_bases(path, position)),
            if_recursive=(),
        )

    def order(self, path: str, position: int) -> tuple[ClassRef | None, ...]:
        """Return the method resolution order, the class itself first."""
        key = (path, position)
        if not self._answers.has(("order", *key)):
            # What is found out while other questions wait may have gaps, and is not kept.
            circles = self._circles if self._answers.is_idle else {}
            if key not in circles:
                number_circles(key, self._known_bases, circles)
            # Those of all ancestors before it: a long line of them would not fit on Python's stack.
            for ref in self._without_order(key, circles):
                self._order(ref, circles)
        return self._order(key, self._circles)

    def _order(self, key: ClassRef, circles: _Circles) -> tuple[ClassRef | None, ...]:
        return self._answers.get(
            ("order", *key), lambda: self._linearise(key, circles), if_recursive=(key,)
        )

    def _without_order(self, key: ClassRef, circles: _Circles) -> list[ClassRef]:
        """Return a class and those above it whose orders are to be found, the bases first."""
        found: list[ClassRef] = []
        seen: set[ClassRef] = set()
        stack = [(key, False)]
        while stack:
            ref, bases_are_done = stack.pop()
            if bases_are_done:
                found.append(ref)
            elif ref not in seen and not self._answers.has(("order", *ref)):
                seen.add(ref)
                stack.append((ref, True))
                bases = self._sound_bases(ref, circles)
                stack += ((base, False) for base in bases if base is not None)
        return found

    def _known_bases(self, key: ClassRef) -> list[ClassRef]:
        return [base for base in self.bases(*key) if base is not None]

    def _sound_bases(self, key: ClassRef, circles: _Circles) -> tuple[ClassRef | None, ...]:
        """Return the bases; one that inherits from the class itself, as none can, is unknown."""
        own = circles.get(key, -1)
        return tuple(
            Unknown if base is None or circles.get(base, -2) == own else base
            for base in self.bases(*key)
        )

    def _read_bases(self, path: str, position: int) -> list[ClassRef | None]:
        found: list[ClassRef | None] = []
        for base in self._table.symbol(path, position).bases:
            match = _DOTTED.match(base)
            name = match[0] if match else ""
            rest = base[len(name) :]
            if rest and not rest.startswith("["):  # a call, an expression
                found.append(Unknown)
                continue
            ref = self._lookup.class_named(path, position, name)
            if ref is None and name.rpartition(".")[2] in _HARMLESS:
                continue
            found.append(ref if ref != (path, position) else Unknown)
        return found

    def _linearise(self, key: ClassRef, circles: _Circles) -> tuple[ClassRef | None, ...]:
        bases = self._sound_bases(key, circles)
        orders = [(Unknown,) if base is None else self._order(base, circles) for base in bases]
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
