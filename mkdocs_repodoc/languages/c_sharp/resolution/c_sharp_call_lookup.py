"""Calls of C#: the method or extension method that one means, and what it returns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.c_sharp.resolution import dotnet_types
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_file import namespaces_around
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_member_lookup import MemberLookup, Plain
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_name_lookup import Denotation, NameLookup
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_type_lookup import TypeLookup
from mkdocs_repodoc.languages.c_sharp.resolution.overloads.c_sharp_conversions import Fit
from mkdocs_repodoc.languages.c_sharp.resolution.overloads.c_sharp_overloads import Argument, Method
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.argument_inference import ArgumentInference
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE


class NamedCall(NamedTuple):
    """A call of a name.

    Attributes:
        name: The name.
        path: The file in which it stands.
        scope: Position of the symbol in which it stands.
        type_arguments: Those that it states.
        arguments: Its arguments.
    """

    name: str
    path: str
    scope: int
    type_arguments: Sequence[ClassType | None]
    arguments: Sequence[Argument]


class CallLookup(NameLookup):
    """Finds what calls mean.

    Args:
        lookup: Finds types.
        members: Finds members.
    """

    def __init__(self, lookup: TypeLookup, members: MemberLookup) -> None:
        super().__init__(lookup, members)
        self.inference = ArgumentInference(
            lookup.all_above, self._returned_by, primitives_stand=True
        )

    def _returned_by(self, kind: ClassType) -> ClassType | None:
        found = self._members.function(kind)
        return found[1] if found is not None else None

    # Calls

    def call_around(self, call: NamedCall) -> Denotation | None:
        """Return what a call without a receiver means: a member of a type around."""
        exact = True
        for around in self.types_around(call.path, call.scope):
            kind = ClassType(around, self._types.variables(around))
            found = self._members.find(kind, call.name, call.path, call.scope)
            if found is not None and not isinstance(found, SymbolRef):
                denoted = self._called(found, call)
                return denoted and denoted._replace(exact=exact and denoted.exact)
            exact = exact and self._types.is_known(around)
        for kind in self.static_usings(call.path):
            found = self._members.find(kind, call.name, call.path, FILE_SCOPE)
            if found is not None and not isinstance(found, SymbolRef):
                denoted = self._called(found, call)
                return denoted and denoted._replace(exact=exact and denoted.exact)
        return None

    def _called(self, found: Plain | list[Method], call: NamedCall) -> Denotation | None:
        if isinstance(found, Plain):
            function = self._members.function(found.type)
            return Denotation(found.symbol, function[1] if function is not None else None)
        chosen = self._members.overloads.choose(found, call.arguments, call.type_arguments)
        if chosen is None:
            return self._shared_result(found)
        method, exact = chosen
        return self.with_arguments(method, call, exact=exact)

    @staticmethod
    def _shared_result(methods: Sequence[Method]) -> Denotation | None:
        """Return the value of a call of one of several methods that all return the same."""
        returned = {one.returned for one in methods}
        if len(returned) != 1 or any(one.own for one in methods):
            return None
        return Denotation(None, returned.pop(), exact=False)

    def with_arguments(
        self, method: Method, call: NamedCall, *, exact: bool, receiver: ClassType | None = None
    ) -> Denotation:
        """Return a method that is called, and what it returns for its arguments."""
        given = [one.type for one in call.arguments]
        put = self.inference.inferred(method, [receiver, *given] if receiver else given)
        returned = types.put_in(method.returned, put)
        return Denotation(method.symbol, returned, exact, method=method, receiver=receiver, put=put)

    def call_on(self, owner: Denotation, call: NamedCall) -> Denotation | None:
        """Return what a call on a value or type means."""
        kind = types.erased(owner.type)
        if kind is None:
            return self._extension(owner, owner.type, call) if owner.type is not None else None
        found = self._members.find(kind, call.name, call.path, call.scope)
        is_own = isinstance(found, Plain) or (
            isinstance(found, list) and (owner.is_type or self._takes(found, call))
        )
        if found is not None and not isinstance(found, SymbolRef) and is_own:
            denoted = self._called(found, call)
            return denoted and denoted._replace(exact=denoted.exact and owner.exact)
        if owner.is_type:
            return None
        extension = self._extension(owner, kind, call)
        if extension is not None:
            return extension
        if isinstance(found, list):
            denoted = self._called(found, call)
            return denoted and denoted._replace(exact=False)
        given = [one.type for one in call.arguments]
        value = dotnet_types.result(
            self._as_collection(kind), call.name, tuple(call.type_arguments), given
        )
        return Denotation(None, value, exact=False) if value is not None else None

    def _takes(self, methods: Sequence[Method], call: NamedCall) -> bool:
        """Whether a call may mean a type's own method, before extension methods are looked at."""
        counted = self._members.overloads.counted(methods, call.arguments, call.type_arguments)
        return self._members.overloads.may_take(counted, call.arguments) > Fit.NEVER

    def _as_collection(self, kind: ClassType) -> ClassType:
        """Return the library's collection that a type of the repository is."""
        if kind.symbol is None:
            return kind
        above = self._types.all_above(kind)
        return next((one for one in above if dotnet_types.element(one) is not None), kind)

    def element(self, kind: ClassType | None) -> ClassType | None:
        """Return what a loop over a value binds."""
        erased = types.erased(kind)
        return dotnet_types.element(self._as_collection(erased)) if erased is not None else None

    def passed(self, kind: ClassType, name: str, parameter: int) -> ClassType | None:
        """Return what a library's method passes to the function that it is given."""
        return dotnet_types.passed(self._as_collection(kind), name, parameter)

    # Extension methods

    def _extension(
        self, owner: Denotation, receiver: ClassType, call: NamedCall
    ) -> Denotation | None:
        if receiver.symbol is None and call.name in dotnet_types.QUERIES:
            return None  # the library has one of that name, and which is meant depends on types
        visible = self._visible_namespaces(call.path, call.scope)
        found: list[Method] = []
        for symbol in self._files.extensions(call.name):
            file = self._files.files[symbol.path]
            holder = file.owners[symbol.position]
            namespace = file.owners[holder] if holder >= 0 else FILE_SCOPE
            name = file.symbol(namespace).name if namespace >= 0 else ""
            method = self._members.method(symbol, {}) if name in visible else None
            if method is None or not method.parameters:
                continue
            if self._members.conversions.of(receiver, method.parameters[0]) > Fit.UNKNOWN:
                found.append(method)
        given = [Argument(receiver), *call.arguments]
        chosen = self._members.overloads.choose(found, given, call.type_arguments)
        if chosen is None:
            return None
        method, exact = chosen
        is_known = receiver.symbol is not None and self._types.is_known(receiver.symbol)
        exact = exact and owner.exact and is_known
        return self.with_arguments(method, call, exact=exact, receiver=receiver)

    def _visible_namespaces(self, path: str, scope: int) -> set[str]:
        """Return the namespaces whose extension methods a symbol of a file sees."""
        file = self._files.files[path]
        found = {""}
        levels = [FILE_SCOPE]
        for position in file.enclosing(scope):
            symbol = file.symbol(position)
            if symbol.kind == Kind.NAMESPACE:
                levels.append(position)
                found.update(namespaces_around(symbol.name))
        for level in levels:
            for source, item in self._types.usings(path, level):
                if not item.alias and not item.name:
                    found.add(self._types.target_of(source, item).namespace)
        return found
