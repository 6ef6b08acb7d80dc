"""Calls in Kotlin on a value, a class or a package."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_conversions import Fit
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_denotation import CalledFunction, Denotation
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_function_lookup import FunctionLookup
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_functions import Function, Given
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_members import FUNCTION
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_lookup import FUNCTIONS
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class ReceiverCalls(FunctionLookup):
    """Finds functions that are called on something."""

    def _made(self, symbol: SymbolRef, given: Given, is_exact: bool) -> CalledFunction | None:
        """Return the constructor that makes an object of a class."""
        kind = ClassType(symbol)
        entry = self.types.entry(symbol)
        if entry is not None and terms.IS_ALIAS in entry.names[2:]:
            meant = self.types.type_of(symbol.path, entry.also[0])
            return CalledFunction(Denotation(symbol, meant, is_exact, is_declared=False))
        if self.types.is_object(symbol):
            return self.value_called(Denotation(symbol, kind, is_exact))
        constructors = self.members.constructors(kind)
        possible, is_decided = self.choice.best(constructors, None, given)
        if len(possible) != 1:
            return CalledFunction(Denotation(symbol, kind, is_exact, is_declared=False))
        one = possible[0]
        put = self.choice.put_for_call(one, None, given)
        kind = types.put_in(self.types.own_type(symbol), put) or kind
        is_secondary = self.files.is_constructor(one.symbol)
        place = one.symbol if is_secondary else symbol
        is_sure = is_exact and (is_decided or not is_secondary)
        return CalledFunction(Denotation(place, kind, is_sure, is_declared=False), one)

    def _extension_on(
        self, path: str, kind: ClassType, scope: int, name: str, given: Given, *, is_exact: bool
    ) -> CalledFunction | None:
        for receiver in self.receivers(path, scope):
            extending = [
                self.members.function(each)
                for each in self.members.member_extensions(receiver.kind, name, FUNCTION)
            ]
            found = self._extension_called(path, extending, kind, given, is_exact=is_exact)
            if found is not None:
                return found
        for symbols in self.members.levels(path, name, FUNCTION):
            extending = [
                self.members.function(one) for one in symbols if self.members.is_extension(one)
            ]
            found = self._extension_called(path, extending, kind, given, is_exact=is_exact)
            if found is not None:
                return found
        return None

    def _of_package_called(
        self, path: str, package: str, name: str, given: Given
    ) -> CalledFunction | None:
        symbols = self.members.imported(path, [f"{package}.{name}"], FUNCTION)
        functions = [self.members.function(one) for one in self.files.nearest(symbols, path)]
        if (found := self.chosen(functions, None, given, is_exact=True)) is not None:
            return found
        meant = self.types.in_package(package, name, path)
        return self._made(meant.symbol, given, meant.exact) if meant is not None else None

    def _of_class_called(
        self, path: str, owner: Denotation, scope: int, name: str, given: Given
    ) -> CalledFunction | None:
        """Return the function behind the name of a class: of its companion, or a class in it."""
        kind, symbol = owner.type, owner.symbol
        if kind is None or kind.symbol is None or symbol is None:
            return None
        functions = self.members.functions(kind, name, of_companion=True)
        found = self.chosen(functions, None, given, is_exact=owner.exact)
        if found is not None:
            return found
        own = self.files.file(kind.symbol.path).own(kind.symbol.position, name, "types")
        if own:
            return self._made(SymbolRef(kind.symbol.path, own[0]), given, owner.exact)
        value = self.property_of(kind, name, of_companion=True)
        if value is not None:
            return self.value_called(value)
        return (
            self._extension_on(path, kind, scope, name, given, is_exact=False)
            if (self.files.has_companion(kind.symbol))
            else None
        )

    def _member_called(
        self, kind: ClassType, name: str, given: Given, *, is_exact: bool
    ) -> CalledFunction | None:
        for one in self.alternatives(kind):
            if one.head in FUNCTIONS and name == "invoke":
                return CalledFunction(Denotation(None, one.first, is_declared=False))
            functions = self.members.functions(one, name)
            found = self.chosen(functions, one, given, is_exact=is_exact)
            if found is not None:
                return found
            value = self.property_of(one, name)
            if value is not None and (found := self.value_called(value)) is not None:
                return less(found, is_exact=is_exact)
            if name == "copy" and one.symbol is not None and self.is_data(one.symbol):
                made = next(iter(self.members.constructors(one)), None)
                return CalledFunction(Denotation(None, one, is_declared=False), made)
        return None

    def _extension_called(
        self,
        path: str,
        functions: Sequence[Function],
        kind: ClassType,
        given: Given,
        *,
        is_exact: bool,
    ) -> CalledFunction | None:
        if not functions:
            return None
        fitting = [
            one
            for one in functions
            if one.receiver is not None
            and self.choice.conversions.fit(kind, one.receiver, one.variables) == Fit.ALWAYS
        ]
        return self.chosen(self.nearest(fitting, path), kind, given, is_exact=is_exact)


def less(called: CalledFunction, *, is_exact: bool) -> CalledFunction:
    """Return a call that is less certain."""
    found = called.denotation
    return called._replace(denotation=found._replace(exact=found.exact and is_exact))
