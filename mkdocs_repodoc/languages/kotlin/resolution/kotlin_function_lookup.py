"""The one of several functions of Kotlin that takes the arguments of a call, and its result."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.kotlin.resolution.kotlin_conversions import Fit
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_denotation import CalledFunction, Denotation
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_functions import Function, Given
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_members import FUNCTION, erased_head
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_name_lookup import NameLookup
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_lookup import FUNCTIONS
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class FunctionLookup(NameLookup):
    """Tells which of several functions is called, and what calls return."""

    def nearest(self, functions: Sequence[Function], path: str) -> list[Function]:
        """Return functions without those that another source set has for other platforms."""
        found: dict[object, Function] = {}
        for one in functions:
            heads = tuple(erased_head(each.kind) for each in one.taken)
            key = (heads, erased_head(one.receiver), self.files.file(one.symbol.path).package)
            before = found.get(key)
            if before is None or self.files.distance(one.symbol, path) < self.files.distance(
                before.symbol, path
            ):
                found[key] = one
        return list(found.values())

    # What is called

    def chosen(
        self,
        functions: Sequence[Function],
        receiver: ClassType | None,
        given: Given,
        *,
        is_exact: bool,
    ) -> CalledFunction | None:
        """Return the one of several functions that takes the arguments of a call."""
        if not functions:
            return None
        possible, is_decided = self.choice.best(functions, receiver, given)
        if not possible:
            return None
        if len(possible) > 1:
            return CalledFunction(Denotation(None, self._same_result(possible, receiver, given)))
        one = possible[0]
        put = self.choice.put_for_call(one, receiver, given)
        kind = self.returned(one, put)
        exact = is_exact and is_decided
        return CalledFunction(Denotation(one.symbol, kind, exact, is_declared=False), one, receiver)

    def _same_result(
        self, functions: Sequence[Function], receiver: ClassType | None, given: Given
    ) -> ClassType | None:
        """Return what all of several functions return, if that is the same."""
        kinds = {
            self.returned(one, self.choice.put_for_call(one, receiver, given)) for one in functions
        }
        return kinds.pop() if len(kinds) == 1 else None

    def returned(self, function: Function, put: types.Arguments) -> ClassType | None:
        """Return what a function returns, with what stands for type variables."""
        return types.put_in(self.kind(function.symbol.path, function.returned), put)

    def value_called(self, value: Denotation) -> CalledFunction | None:
        """Return a property that is called: it holds a function."""
        kind = value.type
        if kind is None:
            return None
        if kind.head in FUNCTIONS:
            return CalledFunction(value._replace(type=kind.first, is_declared=False, is_type=False))
        functions = self.members.functions(kind, "invoke")
        if not functions:
            return None
        returned = self.returned(functions[0], dict(functions[0].put))
        return CalledFunction(value._replace(type=returned, is_declared=False, is_type=False))

    def invoked(self, kind: ClassType | None) -> ClassType | None:
        """Return what the call of a value returns."""
        if kind is None:
            return None
        if kind.head in FUNCTIONS:
            return kind.first
        return self.operator_result(kind, "invoke", -1)

    def operator_result(self, kind: ClassType | None, name: str, count: int) -> ClassType | None:
        """Return what a function of a type returns that operators stand for."""
        for one in self.alternatives(kind) if kind is not None else ():
            for function in self.members.functions(one, name):
                if count < 0 or len(function.taken) == count:
                    return self.returned(function, dict(function.put))
            path = "kotlin:kotlin"
            for symbols in self.members.levels(path, name, FUNCTION):
                for symbol in symbols:
                    function = self.members.function(symbol)
                    if function.receiver is None or len(function.taken) != max(count, 0):
                        continue
                    if (
                        self.choice.conversions.fit(one, function.receiver, function.variables)
                        == Fit.ALWAYS
                    ):
                        put = self.choice.put_for_call(function, one, Given())
                        return self.returned(function, put)
        return None

    def element_of(self, kind: ClassType | None) -> ClassType | None:
        """Return what a loop over a value binds."""
        iterator = self.operator_result(kind, "iterator", 0)
        return self.operator_result(iterator, "next", 0)

    def component_of(self, kind: ClassType | None, number: int) -> ClassType | None:
        """Return a component of a value that is taken apart."""
        if kind is None or kind.symbol is None:
            return None
        if self.is_data(kind.symbol):
            made = self.members.constructors(kind)
            taken = made[0].taken if made else ()
            if number <= len(taken):
                return types.put_in(taken[number - 1].kind, self.types.put_for(kind))
            return None
        return self.operator_result(kind, f"component{number}", 0)

    def is_data(self, symbol: SymbolRef) -> bool:
        """Whether a class is a data class."""
        return self.files.has_label(symbol, "data")

    def as_function(self, kind: ClassType | None) -> ClassType | None:
        """Return the type of functions that a type is, or that an interface stands for."""
        if kind is None or kind.head in FUNCTIONS:
            return kind
        if kind.symbol is None or not self.types.is_functional(kind.symbol):
            return None
        file = self.files.file(kind.symbol.path)
        names = file.members.get(kind.symbol.position, {})
        found = [one for name in names for one in self.members.functions(kind, name)]
        found = [one for one in found if self.files.has_label(one.symbol, "abstract")] or found
        if len(found) != 1:
            return None
        returned = self.returned(found[0], dict(found[0].put))
        kinds = tuple(one.kind for one in found[0].taken)
        return ClassType(types.FUNCTION, (returned, *kinds), len(kinds))
