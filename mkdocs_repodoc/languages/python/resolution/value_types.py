"""Classes of values: what names hold, calls return, loops and `with` bind."""

from __future__ import annotations

from typing import Protocol

from mkdocs_repodoc.languages.python.resolution.class_order import ClassRef
from mkdocs_repodoc.languages.python.resolution.denotations import Denotation
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable
from mkdocs_repodoc.languages.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind
from mkdocs_repodoc.model.references import Target

_TYPED = FUNCTIONS | {Kind.CLASS}
_DESCRIPTORS = ("__get__", "contribute_to_class")
"""A class with one of these (Python's way and Django's) puts something else in the place of its
instances when they are reached through an instance of the class that holds them."""
_TRANSFORMING = {
    "asynccontextmanager",
    "cached_property",
    "contextmanager",
    "fixture",
    "property",
}
"""Decorators after which a call gives something else than the function's annotation says."""


class TypeLookup(Protocol):
    """What types of values are found with; the resolver."""

    def target(
        self, path: str, target: Target, receiver: ClassRef | None = None
    ) -> Denotation | None:
        """Return what a target of a file means, with the class that a method was called on."""

    def class_member(self, owner: ClassRef, name: str) -> Denotation | None:
        """Return a member of a class, inherited ones included."""


class Values:
    """Types of symbols, each worked out once.

    Args:
        table: The names of the repository.
        lookup: Finds what types are written as, and members of classes.
        answers: Remembers types.
    """

    def __init__(
        self,
        table: SymbolTable,
        lookup: TypeLookup,
        answers: RecursiveMemo,
    ) -> None:
        self._table = table
        self._lookup = lookup
        self._answers = answers

    def of(self, denotation: Denotation) -> Denotation | None:
        """Return what an attribute, property or alias holds."""
        value = self._type(denotation.path, denotation.position, denotation.receiver)
        if value is None or not denotation.bound or value.kind != "instance":
            return value
        owner = (value.path, value.position)
        return (
            None if any(self._lookup.class_member(owner, name) for name in _DESCRIPTORS) else value
        )

    def _type(self, path: str, position: int, receiver: ClassRef | None) -> Denotation | None:
        target = self._table.names[path].types.get(position)
        if target is None:
            return None
        return self._answers.get(
            ("type", path, position, receiver),
            lambda: self._plain(self._lookup.target(path, target, receiver)),
            if_recursive=None,
        )

    def _plain(self, denotation: Denotation | None) -> Denotation | None:
        """Follow attributes that hold attributes to what they hold in the end."""
        if denotation is None or denotation.kind != "symbol":
            return denotation.inferred() if denotation is not None else None
        kind = self._table.symbol(denotation.path, denotation.position).kind
        if kind == Kind.CLASS or kind in FUNCTIONS:
            return denotation.inferred()
        value = self.of(denotation)
        return value.inferred() if value is not None else None

    def instance_of(self, denotation: Denotation) -> Denotation | None:
        """Return an instance of what a denotation means, if that is a class."""
        found = denotation
        if denotation.kind == "symbol" and self._kind(denotation) not in _TYPED:
            value = self.of(denotation)
            if value is None:
                return None
            found = value
        if found.kind == "symbol" and self._kind(found) == Kind.CLASS:
            return Denotation("instance", found.path, found.position, exact=False)
        return None

    def called(self, denotation: Denotation, *, awaited: bool) -> Denotation | None:
        """Return what a call gives, or awaiting it."""
        if denotation.kind == "instance":
            method = self._lookup.class_member((denotation.path, denotation.position), "__call__")
            return self.called(method, awaited=awaited) if method is not None else None
        if denotation.kind in ("module", "elements"):
            return None
        kind = self._kind(denotation)
        if kind == Kind.CLASS:
            return (
                None
                if awaited
                else Denotation("instance", denotation.path, denotation.position, exact=False)
            )
        if kind in FUNCTIONS:
            return self._returned(denotation, awaited=awaited)
        value = self.of(denotation)
        return self.called(value, awaited=awaited) if value is not None else None

    def _returned(self, denotation: Denotation, *, awaited: bool) -> Denotation | None:
        symbol = self._table.symbol(denotation.path, denotation.position)
        if ("async" in symbol.labels) != awaited:
            return None
        for decorator in symbol.decorators:
            if decorator.partition("(")[0].rpartition(".")[2] in _TRANSFORMING:
                return None
        return self._type(denotation.path, denotation.position, denotation.receiver)

    def given(self, fixture: Denotation) -> Denotation | None:
        """Return what a fixture gives to those that ask for it."""
        value = self._type(fixture.path, fixture.position, fixture.receiver)
        return value.inferred() if value is not None else None

    def entered(self, denotation: Denotation) -> Denotation | None:
        """Return what `with … as` binds."""
        value = self._plain(denotation)
        if value is None or value.kind != "instance":
            return None
        owner = (value.path, value.position)
        for name, awaited in (("__enter__", False), ("__aenter__", True)):
            method = self._lookup.class_member(owner, name)
            if method is not None:
                return self.called(method, awaited=awaited)
        return None

    def element(self, denotation: Denotation, method: str) -> Denotation | None:
        """Return what a loop over something binds, or what a subscript of it is."""
        value = self._plain(denotation)
        if value is None:
            return None
        if value.kind == "instance":
            found = self._lookup.class_member((value.path, value.position), method)
            value = self.called(found, awaited=False) if found is not None else None
            if method != "__iter__":
                return value
        elif value.kind == "symbol" and method != "__iter__" and self._kind(value) == Kind.CLASS:
            return value  # `Box[int]` is the class
        return value._replace(kind="instance") if value and value.kind == "elements" else None

    def _kind(self, denotation: Denotation) -> str:
        return self._table.symbol(denotation.path, denotation.position).kind
