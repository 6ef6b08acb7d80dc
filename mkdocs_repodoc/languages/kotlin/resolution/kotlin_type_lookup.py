"""Classes as names of Kotlin mean them, and what they inherit from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from mkdocs_repodoc.languages.jvm.type_lookup import JvmTypeLookup
from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_file import KotlinFile
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_files import (
    LIBRARY_PACKAGES,
    TYPES,
    KotlinFiles,
)
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

WITH_RECEIVER = ".->"
"""Head of the type of functions that have a receiver; it is their first parameter."""
FUNCTIONS = frozenset((types.FUNCTION, WITH_RECEIVER))
_OPEN = frozenset(("open", "abstract", "sealed", "annotation"))
Scope: TypeAlias = tuple[int, Target]


class TypeLookup(JvmTypeLookup):
    """Finds classes by name, and what they inherit.

    Args:
        files: The files of the repository.
    """

    def __init__(self, files: KotlinFiles) -> None:
        super().__init__()
        self.files = files

    # Types as written

    def type_of(self, path: str, term: Target | None) -> ClassType | None:
        """Return the type that a type's term means in a file; `None` if it is not known."""
        if term is None:
            return None
        question = ("type", path, term)
        return self._memo.get(question, lambda: self._type_of(path, term), None)

    def _type_of(self, path: str, term: Target) -> ClassType | None:
        match term.base:
            case "many":
                element = self.type_of(path, term.of)
                array = self.find(path, FILE_SCOPE, ("kotlin", "Array"))
                return ClassType(array.symbol, (element,)) if array is not None else None
            case "symbol":
                return ClassType(SymbolRef(path, term.position), self._given(path, term))
            case "returning":
                head = WITH_RECEIVER if term.names else types.FUNCTION
                return ClassType(head, self._given(path, term), len(term.also) - 1)
            case "global":
                return self._named(path, term)
        return types.plain_type(path, term, self.type_of)

    def _named(self, path: str, term: Target) -> ClassType:
        found = self.find(path, term.number(1), term.names[2:])
        if found is None:
            full = self.files.file(path).imports.get(term.names[2], [term.names[2]])[0]
            return types.foreign(".".join((full, *term.names[3:])))
        return self._as_declared(found.symbol, self._given(path, term)) or ClassType(found.symbol)

    def _as_declared(
        self, symbol: SymbolRef, given: tuple[ClassType | None, ...]
    ) -> ClassType | None:
        """Return a type of a class, or what an alias stands for."""
        entry = self.entry(symbol)
        if entry is None or terms.IS_ALIAS not in entry.names[2:]:
            return ClassType(symbol, given)
        meant = self.type_of(symbol.path, entry.also[0])
        return types.put_in(meant, self.put_for(ClassType(symbol, given)))

    def _given(self, path: str, term: Target) -> tuple[ClassType | None, ...]:
        return tuple(self.type_of(path, one) for one in term.also)

    # Names of classes

    def qualified(self, path: str, names: Sequence[str]) -> Meaning | None:
        """Return the class that a full name means; the longest package counts."""
        for count in range(len(names) - 1, -1, -1):
            package = ".".join(names[:count])
            found = self.in_package(package, names[count], path)
            if found is not None:
                return self._inner(found, names[count + 1 :])
        return None

    def in_package(self, package: str, name: str, path: str) -> Meaning | None:
        """Return the class that a package has under a name."""
        declared = self.files.declared(package, name, "types", path)
        nearest = self.files.nearest(declared, path)
        return Meaning(nearest[0], len(nearest) == 1) if nearest else None

    def _simple(self, path: str, scope: int, name: str) -> Meaning | None:
        for number, entry in self.enclosing(path, scope):
            if entry.base != "types":
                continue
            around = SymbolRef(path, number)
            if (inner := self.member_class(around, name)) is not None:
                return Meaning(inner)
        return self.visible(self.files.file(path), name)

    def visible(self, file: KotlinFile, name: str) -> Meaning | None:
        """Return the class that a name means at the top of a file."""
        if (fulls := file.imports.get(name)) is not None:
            found = (self.qualified(file.path, full.split(".")) for full in fulls)
            return next((one for one in found if one is not None), None)
        for package in (file.package, *file.imports.get("*", ()), *LIBRARY_PACKAGES):
            if (meant := self.in_package(package, name, file.path)) is not None:
                return meant
            if package in file.imports.get("*", ()):
                owner = self.qualified(file.path, package.split("."))
                if (meant := self._inner(owner, [name])) is not None:
                    return meant
        return None

    def member_class(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        """Return a class that is declared in a class, or in what that inherits from."""
        for one in self.lineage(symbol):
            own = self.files.file(one.path).own(one.position, name, "types")
            if own:
                return SymbolRef(one.path, own[0])
        return None

    # Scopes around and classes above

    def enclosing(self, path: str, scope: int) -> Iterator[Scope]:
        """Yield a scope and those around it, the innermost first."""
        entries = self.files.file(path).entries
        while (entry := entries.get(scope)) is not None:
            yield scope, entry
            scope = entry.number(0)

    def entry(self, symbol: SymbolRef) -> Target | None:
        """Return what analysis has left of a class."""
        entry = self.files.entry(symbol)
        return entry if entry is not None and entry.base == "types" else None

    def own_type(self, symbol: SymbolRef) -> ClassType:
        """Return the type of a class as it is inside of the class."""
        return ClassType(symbol, self.variables(symbol))

    def _bases(self, symbol: SymbolRef) -> tuple[ClassType | None, ...]:
        entry = self.entry(symbol)
        if entry is None:
            return ()
        found = [self.type_of(symbol.path, one) for one in entry.also]
        return (*found, *self._implied(symbol))

    def _implied(self, symbol: SymbolRef) -> Iterator[ClassType]:
        """Yield what a class inherits from without saying so."""
        file = self.files.file(symbol.path)
        is_enum = is_listed(symbol.position) and file.symbol(symbol.position).kind == Kind.ENUM
        for name in ("Enum", "Any") if is_enum else ("Any",):
            found = self.in_package("kotlin", name, symbol.path)
            if found is not None and found.symbol != symbol:
                yield ClassType(found.symbol, (ClassType(symbol),) if name == "Enum" else ())

    def _is_root(self, kind: ClassType) -> bool:
        """Whether a type is the one that all others inherit from, which comes last."""
        return kind.symbol is not None and self.is_any(kind)

    def is_any(self, kind: ClassType) -> bool:
        """Whether a type is that of all values."""
        symbol = kind.symbol
        if symbol is None or symbol.path != "kotlin:kotlin" or not is_listed(symbol.position):
            return False
        return self.files.file(symbol.path).simple_name(symbol.position) == "Any"

    def is_known(self, kind: ClassType) -> bool:
        """Whether all that a type inherits from is known."""
        return all(
            one.symbol is not None and None not in self.bases(one.symbol)
            for one in self.all_above(kind)
        )

    def is_functional(self, symbol: SymbolRef) -> bool:
        """Whether a class is an interface that a lambda may stand for."""
        entry = self.entry(symbol)
        return entry is not None and terms.IS_FUNCTIONAL in entry.names[2:]

    def is_final(self, kind: ClassType) -> bool:
        """Whether nothing can inherit from a type."""
        symbol = kind.symbol
        if symbol is None or not is_listed(symbol.position):
            return False
        found = self.files.file(symbol.path).symbol(symbol.position)
        return found.kind == Kind.CLASS and _OPEN.isdisjoint(found.labels)

    def is_object(self, symbol: SymbolRef) -> bool:
        """Whether a class is an object, so that its name is a value."""
        return self.files.has_label(symbol, "object")

    def is_class(self, symbol: SymbolRef) -> bool:
        """Whether a symbol is a class or alias."""
        return is_listed(symbol.position) and (
            self.files.file(symbol.path).symbol(symbol.position).kind in TYPES
        )
