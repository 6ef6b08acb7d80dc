"""The types that a type inherits from, level by level, with what stands for their variables."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.lookup_order import MOST_ABOVE
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target

_DEEPEST = 60
"""Levels above a type; more of them are not looked at."""


def nearest_first(
    kind: ClassType,
    above: Callable[[ClassType], Iterable[ClassType]],
    *,
    is_last: Callable[[ClassType], bool] = lambda _: False,
) -> Iterator[ClassType]:
    """Yield a type and all that it inherits from, each once, the nearest first.

    Args:
        kind: The type.
        above: Returns what a type is directly made from.
        is_last: Tells a type that comes after all others of its level.
    """
    level, seen = [kind], {kind.head}
    for _ in range(_DEEPEST):
        following: list[ClassType] = []
        for one in level:
            yield one
            for base in above(one):
                if base.head not in seen:
                    seen.add(base.head)
                    following.append(base)
        if not following:
            return
        level = sorted(following, key=is_last)


class TypeAncestry(ABC):
    """What types inherit from; base of the lookup of types in a language with classes."""

    def __init__(self) -> None:
        self._memo = RecursiveMemo()
        self._above: dict[ClassType, Sequence[ClassType]] = {}
        """What others than this class have asked for, so that no answer is still under way."""

    @abstractmethod
    def type_of(self, path: str, term: Target | None) -> ClassType | None:
        """Return the type that a type's term means in a file; `None` if it is not known."""

    @abstractmethod
    def entry(self, symbol: SymbolRef) -> Target | None:
        """Return what analysis has left of a type; its variables are that of its own type."""

    @abstractmethod
    def _bases(self, symbol: SymbolRef) -> tuple[ClassType | None, ...]:
        """Return what `bases` remembers."""

    def _is_root(self, _kind: ClassType) -> bool:
        """Whether a type is the one that all others inherit from, which comes last."""
        return False

    def variables(self, symbol: SymbolRef) -> tuple[ClassType | None, ...]:
        """Return the type variables of a type."""
        question = ("variables", symbol)
        return self._memo.get(question, lambda: self._variables(symbol), ())

    def _variables(self, symbol: SymbolRef) -> tuple[ClassType | None, ...]:
        entry = self.entry(symbol)
        declared = entry.of.also if entry is not None and entry.of is not None else ()
        return tuple(self.type_of(symbol.path, one) for one in declared)

    def put_for(self, kind: ClassType) -> types.Arguments:
        """Return what stands for the variables of a value's type."""
        if kind.symbol is None or not kind.arguments:
            return {}
        names = self.variables(kind.symbol)
        if len(names) != len(kind.arguments):
            return {}
        return {
            str(name.head): given
            for name, given in zip(names, kind.arguments, strict=True)
            if name is not None
        }

    def bases(self, symbol: SymbolRef) -> tuple[ClassType | None, ...]:
        """Return what a type is made from, as it says; `None` for what is not known."""
        question = ("bases", symbol)
        return self._memo.get(question, lambda: self._bases(symbol), ())

    def above(self, kind: ClassType) -> Iterator[ClassType]:
        """Yield the types that a type is made from, with what stands for their variables."""
        if kind.symbol is not None:
            put = self.put_for(kind)
            for base in self.bases(kind.symbol):
                if (found := types.put_in(base, put)) is not None:
                    yield found

    def all_above(self, kind: ClassType) -> Sequence[ClassType]:
        """Return a type and all that it inherits from, nearest first; those of others too."""
        known = self._above.get(kind)
        if known is None:
            known = self._above[kind] = tuple(self._walk_up(kind))
        return known

    def _walk_up(self, kind: ClassType) -> Iterator[ClassType]:
        return nearest_first(kind, self.above, is_last=self._is_root)

    def lineage(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        """Return a type and the known types that it inherits from, nearest first."""
        question = ("lineage", symbol)
        return self._memo.get(question, lambda: self._lineage(symbol), (symbol,))

    def _lineage(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        found = (one.symbol for one in self._walk_up(ClassType(symbol)) if one.symbol is not None)
        return tuple(islice(found, MOST_ABOVE))
