"""Members of what Java's names and expressions mean: of packages, types and values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.java.resolution.class_members import ClassMembers
from mkdocs_repodoc.languages.java.resolution.java_files import JavaFiles
from mkdocs_repodoc.languages.java.resolution.java_type_lookup import TypeLookup
from mkdocs_repodoc.languages.java.resolution.method_choice import Method
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.argument_inference import ArgumentInference
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class Denotation(NamedTuple):
    """What an identifier or expression means.

    Attributes:
        symbol: The declaration; `None` for a value without a name.
        type: The type of its value, or the type that it is; `None` if that is not known.
        exact: Whether names and declared types decide.
        is_type: Whether it is a type.
        package: The package that it is.
        method: The method, whose type is what it returns.
    """

    symbol: SymbolRef | None
    type: ClassType | None
    exact: bool = True
    is_type: bool = False
    package: str = ""
    method: Method | None = None


class MemberLookup:
    """Finds the members of what something means.

    Args:
        files: The files of the repository.
    """

    def __init__(self, files: JavaFiles) -> None:
        self.files = files
        self.types = TypeLookup(files)
        self.members = ClassMembers(self.types)
        self.inference = ArgumentInference(self.types.all_above, self.members.returned_by)

    def kind(self, symbol: SymbolRef) -> Kind | None:
        """Return which kind of class one is; `None` if it is not listed."""
        if not is_listed(symbol.position):
            return None
        return self.files.file(symbol.path).symbol(symbol.position).kind

    def package(self, name: str) -> Denotation | None:
        """Return a package; `None` if there is none of that name."""
        if not self.files.is_package(name):
            return None
        return Denotation(None, None, is_type=True, package=name)

    def member(self, path: str, owner: Denotation, name: str) -> Denotation | None:
        """Return a field or class, or what is in a package, as a file names it."""
        if owner.package:
            return self._in_package(path, owner, name)
        kind = types.erased(owner.type)
        if kind is None:
            return None
        if kind.head == types.ARRAY:
            return a_value(ClassType("int")) if name == "length" else None
        if (field := self.members.field(kind, name)) is not None:
            return Denotation(*field, owner.exact)
        inner = self.types.member_class(kind.symbol, name) if kind.symbol else None
        if inner is None:
            return None
        return Denotation(inner, ClassType(inner), owner.exact, is_type=True)

    def _in_package(self, path: str, owner: Denotation, name: str) -> Denotation | None:
        found = self.files.find(owner.package, name, path)
        if found is None:
            return self.package(f"{owner.package}.{name}")
        return Denotation(found.symbol, ClassType(found.symbol), found.exact, is_type=True)

    def method_of(
        self, path: str, kind: ClassType, name: str, given: Sequence[ClassType | None]
    ) -> Denotation | None:
        """Return the method of a type that a call in a file means.

        Args:
            path: The file.
            kind: The type.
            name: Of the method.
            given: The types of the arguments.
        """
        if kind.head == types.ARRAY:
            return Denotation(None, kind) if name == "clone" else None
        erased = types.erased(kind)
        if erased is None or erased.symbol is None:
            return None
        if self.members.declares(erased.symbol, name):
            return None
        if self.kind(erased.symbol) == Kind.ENUM and name in ("values", "valueOf"):
            own = ClassType(erased.symbol)
            return Denotation(None, ClassType(types.ARRAY, (own,)) if name == "values" else own)
        methods = self.members.seen_from(path, self.members.methods(erased, name))
        chosen = self.members.choose(methods, given)
        if chosen is None:
            return self._shared_result(methods)
        method = chosen.method
        returned = self.inference.returned(method, given)
        if name == "getClass" and not given:
            returned = returned and returned._replace(arguments=(kind,))
        return Denotation(method.symbol, returned, chosen.exact, method=method)

    def _shared_result(self, methods: Sequence[Method]) -> Denotation | None:
        """Return the value of a call of one of several methods that all return the same."""
        returned = {method.returned for method in methods}
        return a_value(returned.pop(), exact=False) if len(returned) == 1 else None

    def element(self, kind: ClassType | None) -> ClassType | None:
        """Return what a loop over a value binds, or an index takes from it."""
        if kind is None:
            return None
        if kind.head == types.ARRAY:
            return kind.first
        bound = types.erased(kind)
        iterable = self.files.find("java.lang", "Iterable", "")
        if bound is None or iterable is None:
            return None
        for one in self.types.all_above(bound):
            if one.symbol == iterable.symbol:
                return one.first
        return None

    def method_reference(self, path: str, owner: Denotation, name: str) -> Denotation | None:
        """Return the method behind `::`, and the function that it is."""
        kind = types.erased(owner.type)
        if kind is None or kind.symbol is None:
            return None
        if name == "new":
            methods = self.members.constructors(kind)
            symbol = methods[0].symbol if len(methods) == 1 else None
            return Denotation(symbol, ClassType(types.FUNCTION, (kind,), -1), owner.exact)
        methods = self.members.seen_from(path, self.members.methods(kind, name))
        if len(methods) != 1 or self.members.declares(kind.symbol, name):
            return None
        function = ClassType(types.FUNCTION, (methods[0].returned,), -1)
        return Denotation(methods[0].symbol, function, owner.exact)


def a_value(kind: ClassType | None, *, exact: bool = True) -> Denotation | None:
    """Return a value without a name; `None` if its type is not known."""
    return Denotation(None, kind, exact) if kind is not None else None
