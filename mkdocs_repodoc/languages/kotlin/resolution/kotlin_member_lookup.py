"""Members of Kotlin's values, classes and packages, and what has members without being named."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator

from mkdocs_repodoc.languages.kotlin.resolution.kotlin_conversions import INT_LITERAL, Fit
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_denotation import Denotation
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_files import KotlinFiles
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_functions import (
    Function,
    FunctionChoice,
    Given,
)
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_members import (
    FUNCTION,
    PROPERTY,
    ClassMembers,
)
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_lookup import (
    WITH_RECEIVER,
    TypeLookup,
)
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target


class Receiver:
    """A receiver that a name may be looked up on without being written.

    Args:
        kind: Its type; `None` if it is not known.
        is_certain: Whether nothing further inside may have the name.
        owner: The class of which the companion is seen, too.
    """

    __slots__ = ("is_certain", "kind", "owner")

    def __init__(self, kind: ClassType, is_certain: bool, owner: SymbolRef | None) -> None:
        self.kind, self.is_certain, self.owner = kind, is_certain, owner


class MemberLookup(ABC):
    """Finds members.

    Args:
        files: The files of the repository.
    """

    def __init__(self, files: KotlinFiles) -> None:
        self.files = files
        self.types = TypeLookup(files)
        self.members = ClassMembers(self.types)
        self.choice = FunctionChoice(self.types)
        self.memo = RecursiveMemo()

    @abstractmethod
    def kind(self, path: str, term: Target | None) -> ClassType | None:
        """Return the type of a value."""

    @abstractmethod
    def lambda_type(self, path: str, number: int) -> ClassType | None:
        """Return the type of functions that is wanted where a lambda stands."""

    @abstractmethod
    def denote(self, path: str, term: Target | None) -> Denotation | None:
        """Return what a target of a file means; `None` if that is not known."""

    # Receivers

    def receiver_of(self, path: str, number: int, entry: Target) -> tuple[bool, ClassType | None]:
        """Return whether it is known if a scope has a receiver, and the type of that."""
        if entry.base == "types":
            return True, self.types.own_type(SymbolRef(path, number))
        if entry.base == "instance":
            kind = self.types.type_of(path, entry.of)
            return kind is not None, kind
        wanted = self.lambda_type(path, number)
        if wanted is None:
            return False, None
        if wanted.head == WITH_RECEIVER:
            return True, wanted.arguments[1]
        return True, None

    def receivers(self, path: str, scope: int) -> Iterator[Receiver]:
        """Yield the receivers that a scope and those around it have, the innermost first."""
        is_certain = True
        for number, entry in self.types.enclosing(path, scope):
            is_known, kind = self.receiver_of(path, number, entry)
            is_certain = is_certain and is_known
            if kind is not None:
                owner = SymbolRef(path, number) if entry.base == "types" else None
                is_declared = entry.base != "element"
                yield Receiver(kind, is_certain and is_declared, owner)
                is_certain = is_certain and self.is_complete(kind)

    def is_complete(self, kind: ClassType) -> bool:
        """Whether all members of a type are known."""
        return kind.symbol is None or self.types.is_known(kind)

    def class_named(self, found: Meaning) -> Denotation:
        """Return a class that is named, or the object that it is."""
        kind = ClassType(found.symbol)
        is_type = not self.types.is_object(found.symbol)
        return Denotation(found.symbol, kind, found.exact, is_type)

    # Members

    def member_of(self, path: str, owner: Denotation, name: str, scope: int) -> Denotation | None:
        """Return the property that a name behind a value means, or what a class or package has."""
        if owner.package:
            return self._of_package(path, f"{owner.package}.{name}")
        kind = owner.type
        if kind is None:
            return None
        is_class = owner.symbol is not None and self.types.is_class(owner.symbol)
        found = self._of_class(kind, name, owner) if owner.is_type or is_class else None
        return found or self._of_value(path, owner, kind, name, scope)

    def _of_value(
        self, path: str, owner: Denotation, kind: ClassType, name: str, scope: int
    ) -> Denotation | None:
        found = self.property_of(kind, name) if not owner.is_type else None
        if found is not None:
            return found._replace(exact=owner.is_certain)
        found = self._visible_extension(path, kind, name, scope)
        if found is not None:
            is_exact = owner.is_certain and self.is_complete(kind) and kind.symbol is not None
            return found._replace(exact=found.exact and is_exact)
        functions = self.members.functions(kind, name)
        if len(functions) == 1:
            return Denotation(functions[0].symbol, None, owner.is_certain)
        return None

    def _of_package(self, path: str, full: str) -> Denotation | None:
        for base in ("types", PROPERTY, FUNCTION):
            found = self.files.nearest(self.members.imported(path, [full], base), path)
            if found and base == "types":
                return self.class_named(Meaning(found[0], len(found) == 1))
            if found and base == PROPERTY:
                return self.property_value(found[0], {})
            if len(found) == 1:
                return Denotation(found[0], None)
        return Denotation(None, None, package=full) if self.files.is_package(full) else None

    def _of_class(self, kind: ClassType, name: str, owner: Denotation) -> Denotation | None:
        symbol = kind.symbol
        if symbol is None:
            return None
        if name == "Companion" and owner.is_type:
            return owner
        if (found := self.property_of(kind, name, of_companion=True)) is not None:
            return found._replace(exact=owner.exact)
        own = self.files.file(symbol.path).own(symbol.position, name, "types")
        if own:
            return self.class_named(Meaning(SymbolRef(symbol.path, own[0]), owner.exact))
        functions = self.members.functions(kind, name, of_companion=True) or (
            self.members.functions(kind, name)
        )
        if len(functions) == 1:
            return Denotation(functions[0].symbol, None, owner.exact)
        own_property = self.property_of(kind, name)
        return own_property._replace(type=None) if own_property is not None else None

    def property_of(
        self, kind: ClassType, name: str, *, of_companion: bool = False
    ) -> Denotation | None:
        """Return a property of a type, its own or an inherited one."""
        for one in self.alternatives(kind):
            found = self.members.property(one, name, of_companion=of_companion)
            if found is not None:
                return self.property_value(found[0], self.types.put_for(found[1]))
        return None

    def alternatives(self, kind: ClassType) -> Iterator[ClassType]:
        """Yield the types of which one has the members of a value, in the order of asking."""
        if kind.is_variable:
            for one in kind.arguments:
                if one is not None:
                    yield from self.alternatives(one)
        elif kind.head == "super":
            yield from (one for one in kind.arguments if one is not None)
        elif kind.head == INT_LITERAL:
            found = self.types.in_package("kotlin", "Int", "")
            if found is not None:
                yield ClassType(found.symbol)
        else:
            yield kind

    def property_value(self, symbol: SymbolRef, put: types.Arguments) -> Denotation:
        """Return a property as a value."""
        entry = self.files.entry(symbol)
        value = entry.of if entry is not None else None
        found = self.denote(symbol.path, value)
        kind = types.put_in(found.type, put) if found is not None else None
        is_declared = value is not None and value.base == "instance"
        return Denotation(symbol, kind, is_declared=is_declared)

    def _visible_extension(
        self, path: str, kind: ClassType, name: str, scope: int
    ) -> Denotation | None:
        for receiver in self.receivers(path, scope):
            found = self.members.member_extensions(receiver.kind, name, PROPERTY)
            if (one := self.extension(path, kind, found)) is not None:
                return one
        for level in self.members.levels(path, name, PROPERTY):
            if (one := self.extension(path, kind, level)) is not None:
                return one
        return None

    def extension(
        self, path: str, kind: ClassType, properties: Iterable[SymbolRef]
    ) -> Denotation | None:
        """Return the property that extends a type."""
        fitting: list[tuple[SymbolRef, Function]] = []
        for symbol in self.files.nearest(properties, path):
            wanted = self.members.extension(symbol)
            if wanted is None:
                continue
            entry = self.files.entry(symbol)
            own = tuple(
                self.types.type_of(symbol.path, one)
                for one in (entry.also[0].also if entry is not None else ())
            )
            function = Function(symbol, (), wanted, None, (), own)
            if self.choice.conversions.fit(kind, wanted, function.variables) == Fit.ALWAYS:
                fitting.append((symbol, function))
        if len(fitting) != 1:
            return None
        symbol, function = fitting[0]
        from_call = self.choice.put_for_call(function, kind, Given())
        return self.property_value(symbol, from_call)
