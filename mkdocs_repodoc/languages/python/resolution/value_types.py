"""What values are: what names hold, calls return, loops and `with` bind, in terms of classes."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_repodoc.languages.python.resolution.class_order import ClassRef
from mkdocs_repodoc.languages.python.resolution.denotations import Denotation
from mkdocs_repodoc.languages.python.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable
from mkdocs_repodoc.model.references import Target

_FUNCTIONS = {"function", "method"}
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


class Values:
    """Types of symbols, each worked out once.

    Args:
        table: The names of the repository.
        target: Returns what a target of a file means: (path, target, class of the receiver).
        member: Looks a member up on a class: (class, name).
        answers: Remembers types.
    """

    def __init__(
        self,
        table: SymbolTable,
        target: Callable[[str, Target, ClassRef | None], Denotation | None],
        member: Callable[[ClassRef, str], Denotation | None],
        answers: RecursiveMemo,
    ) -> None:
        self._table = table
        self._target = target
        self._member = member
        self._answers = answers

    def of(self, place: Denotation) -> Denotation | None:
        """Return what an attribute, property or alias holds."""
        value = self._type(place.path, place.position, place.receiver)
        if value is None or not place.bound or value.kind != "instance":
            return value
        owner = (value.path, value.position)
        return None if any(self._member(owner, name) for name in _DESCRIPTORS) else value

    def _type(self, path: str, position: int, receiver: ClassRef | None) -> Denotation | None:
        target = self._table.names[path].types.get(position)
        if target is None:
            return None
        return self._answers.get(
            ("type", path, position, receiver),
            lambda: self._plain(self._target(path, target, receiver)),
            if_recursive=None,
        )

    def _plain(self, place: Denotation | None) -> Denotation | None:
        """Follow attributes that hold attributes to what they hold in the end."""
        if place is None or place.kind != "symbol":
            return place.inferred() if place is not None else None
        kind = self._table.symbol(place.path, place.position).kind
        if kind == "class" or kind in _FUNCTIONS:
            return place.inferred()
        value = self.of(place)
        return value.inferred() if value is not None else None

    def instance_of(self, place: Denotation) -> Denotation | None:
        """Return an instance of what a place means, if that is a class."""
        found = place
        if place.kind == "symbol" and self._kind(place) not in ("class", *_FUNCTIONS):
            value = self.of(place)
            if value is None:
                return None
            found = value
        if found.kind == "symbol" and self._kind(found) == "class":
            return Denotation("instance", found.path, found.position, exact=False)
        return None

    def called(self, place: Denotation, *, awaited: bool) -> Denotation | None:
        """Return what a call gives, or awaiting it."""
        if place.kind == "instance":
            method = self._member((place.path, place.position), "__call__")
            return self.called(method, awaited=awaited) if method is not None else None
        if place.kind in ("module", "many"):
            return None
        kind = self._kind(place)
        if kind == "class":
            return (
                None if awaited else Denotation("instance", place.path, place.position, exact=False)
            )
        if kind in _FUNCTIONS:
            return self._returned(place, awaited=awaited)
        value = self.of(place)
        return self.called(value, awaited=awaited) if value is not None else None

    def _returned(self, place: Denotation, *, awaited: bool) -> Denotation | None:
        symbol = self._table.symbol(place.path, place.position)
        if ("async" in symbol.labels) != awaited:
            return None
        for decorator in symbol.decorators:
            if decorator.partition("(")[0].rpartition(".")[2] in _TRANSFORMING:
                return None
        return self._type(place.path, place.position, place.receiver)

    def entered(self, place: Denotation) -> Denotation | None:
        """Return what `with … as` binds."""
        value = self._plain(place)
        if value is None or value.kind != "instance":
            return None
        owner = (value.path, value.position)
        for name, awaited in (("__enter__", False), ("__aenter__", True)):
            method = self._member(owner, name)
            if method is not None:
                return self.called(method, awaited=awaited)
        return None

    def element(self, place: Denotation, method: str) -> Denotation | None:
        """Return what a loop over something binds, or what a subscript of it is."""
        value = self._plain(place)
        if value is None:
            return None
        if value.kind == "instance":
            found = self._member((value.path, value.position), method)
            value = self.called(found, awaited=False) if found is not None else None
            if method != "__iter__":
                return value
        elif value.kind == "symbol" and method != "__iter__" and self._kind(value) == "class":
            return value  # `Box[int]` is the class
        return value._replace(kind="instance") if value and value.kind == "many" else None

    def _kind(self, place: Denotation) -> str:
        return self._table.symbol(place.path, place.position).kind
