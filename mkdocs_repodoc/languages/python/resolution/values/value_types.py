"""Classes of values: what names hold, calls return, loops and `with` bind."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.python.resolution import containers
from mkdocs_repodoc.languages.python.resolution.python_denotations import (
    Denotation,
    either,
)
from mkdocs_repodoc.languages.python.resolution.symbol_table import is_declared
from mkdocs_repodoc.languages.python.resolution.values.stated_values import StatedValues
from mkdocs_repodoc.languages.python.resolution.values.type_arguments import is_type_variable
from mkdocs_repodoc.model.kinds import FUNCTIONS, Kind
from mkdocs_repodoc.model.records import Symbol

_NAMED_TUPLE = "NamedTuple"
_TYPED = FUNCTIONS | {Kind.CLASS}
_MANAGERS = {"asynccontextmanager", "contextmanager"}
"""Decorators after which a call gives what `with` takes."""
_TRANSFORMING = {"cached_property", "fixture", "property"}
"""Decorators after which a call gives something else than the function's annotation says."""


class Values(StatedValues):
    """Types of symbols, each worked out once."""

    def instance_of(self, denotation: Denotation) -> Denotation | None:
        """Return an instance of what a denotation means: a class, or one of several."""
        found: Denotation | None = denotation
        if denotation.kind == "symbol" and self._kind(denotation) not in _TYPED:
            found = self.of(denotation)
        if found is None:
            return None
        if found.kind in ("either", "tuple"):
            return either(self.instance_of(part) if part else None for part in found.parts)
        if found.kind == "symbol" and self._kind(found) == Kind.CLASS:
            found = self._decorated(found)
            return found and Denotation("instance", found.path, found.position, exact=False)
        if found.kind == "compiled class":
            return found._replace(kind="compiled object")
        return found if found.kind == "callable" else None

    def _decorated(self, of: Denotation) -> Denotation | None:
        """Return the class that a name means after the decorators of its class statement.

        Most decorators return the class that they are given, and say nothing about it or name it by
        a type variable. One that returns something else puts that in its place.
        """
        symbol = self._table.symbol(of.path, of.position)
        if not symbol.decorators:
            return of
        undecorated: Denotation | None = of
        return self._answers.get(
            ("decorated", of.path, of.position),
            lambda: self._after(of, symbol),
            if_recursive=undecorated,
        )

    def _after(self, of: Denotation, symbol: Symbol) -> Denotation | None:
        scope = symbol.name.rpartition(".")[0]
        for decorator in symbol.decorators:
            name = decorator.partition("(")[0]
            function = self._lookup.look_up(of.path, scope, name)
            if name != decorator or function is None or function.kind != "symbol":
                continue
            target = self._table.names[function.path].types.get(function.position)
            if target is None or self._kind(function) not in FUNCTIONS:
                continue
            named = self._lookup.target(function.path, target)
            if named is not None and not is_type_variable(self._table, named):
                given = self._plain(named)
                if given is None or given.kind != "symbol":
                    return None
                return given if self._kind(given) == Kind.CLASS else None
        return of

    def called(self, denotation: Denotation, *, awaited: bool) -> Denotation | None:
        """Return what a call gives, or awaiting it."""
        kind = denotation.kind
        if kind == "either":
            parts = denotation.parts
            return either(self.called(part, awaited=awaited) if part else None for part in parts)
        if kind == "instance":
            method = self._method(denotation, "__call__")
            return self.called(method, awaited=awaited) if method is not None else None
        if kind == "method":
            return containers.given(denotation)
        if kind == "symbol":
            return self._called_symbol(denotation, awaited=awaited)
        if kind == "compiled class":
            return self.instance_of(denotation)
        return denotation.parts[0] if kind == "callable" and not awaited else None

    def _called_symbol(self, denotation: Denotation, *, awaited: bool) -> Denotation | None:
        of = self._kind(denotation)
        if of == Kind.CLASS:
            return None if awaited else self.instance_of(denotation)
        if of in FUNCTIONS:
            return self._returned(denotation, awaited=awaited)
        value = self.of(denotation)
        return self.called(value, awaited=awaited) if value is not None else None

    def _returned(self, denotation: Denotation, *, awaited: bool) -> Denotation | None:
        symbol = self._table.symbol(denotation.path, denotation.position)
        decorators = {
            decorator.partition("(")[0].rpartition(".")[2] for decorator in symbol.decorators
        }
        if not decorators.isdisjoint(_TRANSFORMING):
            return None
        if not decorators.isdisjoint(_MANAGERS):
            generator = self._type(denotation.path, denotation.position, denotation.receiver)
            bound = self.element(generator, "__iter__") if generator is not None else None
            return self.holding("manager", bound) if bound is not None else None
        if ("async" in symbol.labels and "generator" not in symbol.labels) != awaited:
            return None
        if "conditional" not in symbol.labels:
            return self._type(denotation.path, denotation.position, denotation.receiver)
        return either(
            self._type(denotation.path, position, denotation.receiver)
            for position in self._variants(denotation.path, symbol.name)
        )

    def _variants(self, path: str, name: str) -> Sequence[int]:
        """Return the functions of a name, of which conditions choose one."""
        symbols = self._table.names[path].outline.symbols
        return [
            position
            for position, symbol in enumerate(symbols)
            if symbol.name == name and symbol.kind in FUNCTIONS and "overload" not in symbol.labels
        ]

    def entered(self, denotation: Denotation) -> Denotation | None:
        """Return what `with … as` binds."""
        value = self._plain(denotation)
        if value is None:
            return None
        if value.kind == "either":
            return either(self.entered(part) if part else None for part in value.parts)
        if value.kind == "manager":
            return value.parts[0]
        if value.kind != "instance":
            return None
        for name, awaited in (("__enter__", False), ("__aenter__", True)):
            method = self._method(value, name)
            if method is not None:
                return self.called(method, awaited=awaited)
        return None

    def element(
        self, denotation: Denotation, method: str, number: int | None = None
    ) -> Denotation | None:
        """Return what a loop over something binds, or what a subscript of it is.

        Args:
            denotation: What is looped over or has a subscript.
            method: `__iter__` or `__getitem__`.
            number: The number in the subscript, if it is one.
        """
        value = self._plain(denotation)
        if value is None or value.kind == "either":
            parts = value.parts if value is not None else ()
            return either(self.element(part, method, number) if part else None for part in parts)
        if value.kind in containers.CONTAINERS:
            if method == "__iter__":
                return containers.element(value)
            return containers.item(value, number)
        if value.kind == "symbol" and self._kind(value) == Kind.CLASS:
            if "enum" in self._table.symbol(value.path, value.position).labels:
                return self.instance_of(value)
            return value if method != "__iter__" else None  # `Box[int]` is the class
        field = None
        if value.kind == "instance" and method != "__iter__" and number is not None:
            field = self._field(value, number)
        return field or self._result_of(value, method)

    def _result_of(self, value: Denotation, method: str) -> Denotation | None:
        """Return what a subscript of an instance is, or what its iterator gives."""
        found = None
        if value.kind == "instance":
            found = self._method(value, method)
        result = self.called(found, awaited=False) if found is not None else None
        if method != "__iter__" or result is None:
            return result
        if result.kind in containers.CONTAINERS:
            return containers.element(result)
        return self._result_of(result, "__next__")

    def _method(self, value: Denotation, name: str) -> Denotation | None:
        """Return a method of an instance."""
        found = self._lookup.class_member((value.path, value.position), name)
        return found.member_of(value) if found is not None else None

    def part(self, denotation: Denotation, number: int) -> Denotation | None:
        """Return what unpacking binds to one of several names."""
        value = self._plain(denotation)
        if value is None:
            return None
        if value.kind == "either":
            return either(self.part(each, number) if each else None for each in value.parts)
        if value.kind in containers.CONTAINERS:
            return containers.part(value, number)
        field = self._field(value, number) if value.kind == "instance" else None
        return field or self.element(value, "__iter__")

    def _field(self, value: Denotation, number: int) -> Denotation | None:
        """Return the field of a number of a class that states them as `NamedTuple` has them."""
        symbols = self._table.names[value.path].outline.symbols
        owner = symbols[value.position]
        if not any(base.rpartition(".")[2] == _NAMED_TUPLE for base in owner.bases):
            return None
        fields = [
            position
            for position, symbol in enumerate(symbols)
            if symbol.name.rpartition(".")[0] == owner.name and is_declared(symbol)
        ]
        if not -len(fields) <= number < len(fields):
            return None
        return self.of(Denotation("symbol", value.path, fields[number], exact=False))
