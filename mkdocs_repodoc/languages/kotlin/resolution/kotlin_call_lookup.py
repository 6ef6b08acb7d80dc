"""Calls of Kotlin: the function that one means, and what it returns."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_conversions import Fit
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_denotation import CalledFunction, Denotation
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_function_lookup import FunctionLookup
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_functions import Function, Given
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_member_lookup import Receiver
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_members import FUNCTION
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_lookup import FUNCTIONS
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target


class CallLookup(FunctionLookup):
    """Finds functions."""

    def call(self, path: str, term: Target) -> CalledFunction | None:
        """Return the function that a call means; `None` if that is not known."""
        question = ("call", path, term)
        return self.memo.get(question, lambda: self._call(path, term), None)

    def _call(self, path: str, term: Target) -> CalledFunction | None:
        if term.base == "call":
            return self._construct(path, term)
        name, _, scope, *labels = term.names
        given = self._given_in(path, labels, term.also)
        if term.of is None:
            return self._unqualified(path, int(scope), name, given)
        owner = self.denote(path, term.of)
        if owner is None:
            return None
        if term.of.base == "either" and term.of.names:
            found = self._on(path, owner, int(scope), name, given)
            other = self.denote(path, term.of.also[1])
            if found is not None or other is None:
                return found
            owner = other
        return self._on(path, owner, int(scope), name, given)

    def _given_in(self, path: str, labels: Sequence[str], values: Sequence[Target]) -> Given:
        kinds = [self.kind(path, one) for one in values]
        pairs = list(zip(labels, kinds, strict=True))
        return Given(
            tuple(label for label, _ in pairs if label != terms.TYPE_ARGUMENT),
            tuple(kind for label, kind in pairs if label != terms.TYPE_ARGUMENT),
            tuple(kind for label, kind in pairs if label == terms.TYPE_ARGUMENT),
        )

    def _construct(self, path: str, term: Target) -> CalledFunction | None:
        kind = self.types.type_of(path, term.of)
        if kind is None or kind.symbol is None:
            return None
        given = self._given_in(path, term.names[1:], term.also)
        return self._made(kind.symbol, given, is_exact=True)

    # Without a receiver

    def _unqualified(self, path: str, scope: int, name: str, given: Given) -> CalledFunction | None:
        receivers = list(self.receivers(path, scope))
        is_certain = True
        if self.may_be_given(path, scope, name):
            return None
        for one in receivers:
            found = self._of_receiver_called(path, one, receivers, name, given)
            if found is not None:
                return _less(found, is_exact=one.is_certain)
            is_certain = one.is_certain and self.is_complete(one.kind)
        is_certain = is_certain and not self.is_in_unknown(path, scope)
        found = self._at_top_called(path, name, receivers, given)
        return _less(found, is_exact=is_certain) if found is not None else None

    def _of_receiver_called(
        self,
        path: str,
        receiver: Receiver,
        receivers: Sequence[Receiver],
        name: str,
        given: Given,
    ) -> CalledFunction | None:
        found = self._member_called(receiver.kind, name, given, is_exact=True)
        if found is not None:
            return found
        if receiver.owner is not None:
            own = ClassType(receiver.owner)
            functions = self.members.functions(own, name, of_companion=True)
            if (found := self.chosen(functions, None, given, is_exact=True)) is not None:
                return found
            value = self.property_of(own, name, of_companion=True)
            if value is not None and (found := self.value_called(value)) is not None:
                return found
            inner = self.types.member_class(receiver.owner, name)
            if inner is not None:
                return self._made(inner, given, is_exact=True)
        extending = [
            self.members.function(one)
            for one in self.members.member_extensions(receiver.kind, name, FUNCTION)
        ]
        for one in receivers:
            found = self._extension_called(path, extending, one.kind, given, is_exact=True)
            if found is not None:
                return found
        return None

    def _at_top_called(
        self, path: str, name: str, receivers: Sequence[Receiver], given: Given
    ) -> CalledFunction | None:
        levels = zip(
            self.members.levels(path, name, FUNCTION),
            self.members.levels(path, name, "types"),
            self.members.levels(path, name, "own"),
            strict=True,
        )
        for symbols, classes, properties in levels:
            functions = [self.members.function(one) for one in symbols]
            plain = [one for one in functions if one.receiver is None]
            extending = [one for one in functions if self.members.is_extension(one.symbol)]
            nearest = self.files.nearest(classes, path)
            made = self._made(nearest[0], given, len(nearest) == 1) if nearest else None
            found = self.chosen(self.nearest(plain, path), None, given, is_exact=True)
            if found is not None:
                return found
            if made is not None:
                return made
            values = [one for one in properties if not self.members.is_extension(one)]
            if (
                values
                and (found := self.value_called(self.property_value(values[0], {}))) is not None
            ):
                return found
            for one in receivers:
                found = self._extension_called(path, extending, one.kind, given, is_exact=True)
                if found is not None:
                    return found
        return None

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

    # On a value

    def _on(
        self, path: str, owner: Denotation, scope: int, name: str, given: Given
    ) -> CalledFunction | None:
        if owner.package:
            return self._of_package_called(path, owner.package, name, given)
        kind = owner.type
        if kind is None:
            return None
        if owner.is_type and owner.symbol is not None:
            return self._of_class_called(path, owner, scope, name, given)
        found = self._member_called(kind, name, given, is_exact=owner.is_certain)
        if found is not None:
            return found
        is_exact = owner.is_certain and kind.symbol is not None and self.is_complete(kind)
        return self._extension_on(path, kind, scope, name, given, is_exact=is_exact)

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
                return _less(found, is_exact=is_exact)
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


def _less(called: CalledFunction, *, is_exact: bool) -> CalledFunction:
    """Return a call that is less certain."""
    found = called.denotation
    return called._replace(denotation=found._replace(exact=found.exact and is_exact))
