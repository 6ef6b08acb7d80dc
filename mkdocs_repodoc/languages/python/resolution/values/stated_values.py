"""Values of Python as annotations state them."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.python.resolution.python_denotations import (
    Denotation,
    DenotationKind,
    Receiver,
    either,
)
from mkdocs_repodoc.languages.python.resolution.python_type_lookup import TypeLookup
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable
from mkdocs_repodoc.languages.python.resolution.values.callback_arguments import handed_on
from mkdocs_repodoc.languages.python.resolution.values.type_arguments import (
    TypeArguments,
    is_type_variable,
)
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind
from mkdocs_repodoc.model.references import TargetBase

_DESCRIPTORS = ("__get__", "contribute_to_class")
"""A class with one of these (Python's way and Django's) puts something else in the place of its
instances when they are reached through an instance of the class that holds them."""


class StatedValues:
    """Tells values by the types that are stated of them.

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
        self._arguments = TypeArguments(table, lookup, answers)

    def standing_for(self, of: Denotation, receiver: Receiver | None) -> Denotation | None:
        """Return what a value of a type variable is where what it stands for is written."""
        if receiver is None or not is_type_variable(self._table, of):
            return None
        return self._arguments.standing_for(of, receiver)

    def applied(
        self, instance: Denotation, arguments: Sequence[Denotation | None]
    ) -> Denotation | None:
        """Return an instance of a generic class with its type arguments."""
        if instance.kind != "instance":
            return instance
        return instance._replace(parts=tuple(self._plain(each) for each in arguments))

    def callback(
        self, result: Denotation | None, parameters: Sequence[Denotation | None]
    ) -> Denotation:
        """Return a function by what it gives and takes."""
        parts = tuple(self._plain(each) for each in (result, *parameters))
        return Denotation("callable", exact=False, parts=parts)

    def handed_on(self, function: Denotation, place: str) -> Denotation | None:
        """Return what a callback gets that stands at a place of a call, as a tuple."""
        return handed_on(self._table, self._lookup, function, place)

    def of(self, denotation: Denotation) -> Denotation | None:
        """Return what an attribute, property or alias holds."""
        symbol = self._table.symbol(denotation.path, denotation.position)
        if "enum member" in symbol.labels:
            owner = self._table.names[denotation.path].positions[symbol.name.rpartition(".")[0]]
            return Denotation("instance", denotation.path, owner, exact=False)
        value = self._type(denotation.path, denotation.position, denotation.receiver)
        if value is None or not denotation.bound or value.kind != "instance":
            return value
        owner_class = (value.path, value.position)
        is_replaced = any(self._lookup.class_member(owner_class, name) for name in _DESCRIPTORS)
        return None if is_replaced else value

    def _type(self, path: str, position: int, receiver: Receiver | None) -> Denotation | None:
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
        if denotation is None:
            return None
        if denotation.kind != "symbol":
            return denotation.inferred()
        kind = self._table.symbol(denotation.path, denotation.position).kind
        if kind == Kind.CLASS or kind in FUNCTIONS:
            return denotation.inferred()
        value = self.of(denotation)
        return value.inferred() if value is not None else None

    def holding(self, kind: DenotationKind, of: Denotation) -> Denotation | None:
        """Return a container of something, or what gives it when it is called."""
        value = self._plain(of)
        return Denotation(kind, exact=False, parts=(value,)) if value is not None else None

    def together(self, base: TargetBase, parts: Sequence[Denotation | None]) -> Denotation | None:
        """Return a tuple, a mapping or alternatives of what was found for their parts.

        A type that is one of several is like the tuple of them, as `isinstance` has it.
        """
        values = tuple(self._plain(part) for part in parts)
        if base == "either":
            return either(values)
        if base == "types" and not all(value and self._is_type(value) for value in values):
            return None
        if not any(values):
            return None
        return Denotation("pairs" if base == "pairs" else "tuple", exact=False, parts=values)

    def _is_type(self, value: Denotation) -> bool:
        return value.kind == "tuple" or (value.kind == "symbol" and self._kind(value) == Kind.CLASS)

    def given(self, fixture: Denotation) -> Denotation | None:
        """Return what a fixture gives to those that ask for it."""
        value = self._type(fixture.path, fixture.position, fixture.receiver)
        return value.inferred() if value is not None else None

    def sliced(self, denotation: Denotation) -> Denotation | None:
        """Return what a slice is: of a list it is another one."""
        value = self._plain(denotation)
        return value if value is not None and value.kind == "elements" else None

    def _kind(self, denotation: Denotation) -> str:
        return self._table.symbol(denotation.path, denotation.position).kind
