"""Classes as names mean them, what they inherit from, and the classes around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from mkdocs_repodoc.languages.java.resolution.java_file import JavaFile
from mkdocs_repodoc.languages.java.resolution.java_files import TYPES, JavaFiles
from mkdocs_repodoc.languages.jvm.type_lookup import JvmTypeLookup
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target

_LANG = "java.lang"


class TypeLookup(JvmTypeLookup):
    """Finds classes by name, and what they inherit.

    Args:
        files: The files of the repository.
    """

    def __init__(self, files: JavaFiles) -> None:
        super().__init__()
        self.files = files

    # Types as written

    def type_of(self, path: str, term: Target | None) -> ClassType | None:
        """Return the type that a type's term means in a file; `None` if it is not known."""
        if term is None:
            return None
        match term.base:
            case "symbol":
                symbol = SymbolRef(path, term.number(0))
                return ClassType(symbol, self._arguments(path, term))
            case "global" if term.names[0] == "type":
                found = self.find(path, term.number(1), term.names[2:])
                if found is None:
                    return types.foreign(term.names[-1])
                return ClassType(found.symbol, self._arguments(path, term))
        return types.plain_type(path, term, self.type_of)

    def _arguments(self, path: str, term: Target) -> tuple[ClassType | None, ...]:
        return tuple(self.type_of(path, one) for one in term.also)

    # Names of classes

    def qualified(self, path: str, names: Sequence[str]) -> Meaning | None:
        """Return the class that a full name means; the longest package counts."""
        for count in range(len(names) - 1, 0, -1):
            found = self.files.find(".".join(names[:count]), names[count], path)
            if found is not None:
                return self._inner(found, names[count + 1 :])
        return None

    def _simple(self, path: str, scope: int, name: str) -> Meaning | None:
        """Return the class that a simple name means: the scopes from the inside to the outside."""
        for around in self.enclosing(SymbolRef(path, scope)):
            if self._has_name(around, name):
                return Meaning(around)
            if (inner := self.member_class(around, name)) is not None:
                return Meaning(inner)
        file = self.files.file(path)
        single = [item.module for item in file.outline.imports if item.name == name]
        if single:  # without an answer it is a class of others
            return self._first_imported(file, single, name)
        if (found := self.files.find(file.package, name, path)) is not None:
            return found
        whole = [item.module for item in file.outline.imports if item.name == "*"]
        return self._first_imported(file, (*whole, _LANG), name)

    def _first_imported(self, file: JavaFile, modules: Iterable[str], name: str) -> Meaning | None:
        found = (self.imported(file, module, name) for module in modules)
        return next((one for one in found if one is not None), None)

    def imported(self, file: JavaFile, module: str, name: str) -> Meaning | None:
        """Return the class that an import takes: from a package, or from a class."""
        if (found := self.files.find(module, name, file.path)) is not None:
            return found
        owner = self.qualified(file.path, module.split("."))
        return self._inner(owner, [name])

    def _has_name(self, symbol: SymbolRef, name: str) -> bool:
        file = self.files.file(symbol.path)
        return is_listed(symbol.position) and file.simple_name(symbol.position) == name

    def member_class(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        """Return a class that is declared in a class, or in what that inherits from."""
        for one in self.lineage(symbol):
            own = self.files.file(one.path).own(one.position, name, TYPES)
            if own:
                return SymbolRef(one.path, own[0])
        return None

    # Classes around and above

    def entry(self, symbol: SymbolRef) -> Target | None:
        """Return what analysis has left of a class."""
        return self.files.file(symbol.path).classes.get(symbol.position)

    def enclosing(self, symbol: SymbolRef) -> Iterator[SymbolRef]:
        """Yield a class and those around it, the innermost first."""
        entry = self.entry(symbol)
        while entry is not None:
            yield symbol
            symbol = SymbolRef(symbol.path, entry.number(0))
            entry = self.entry(symbol)

    def _bases(self, symbol: SymbolRef) -> tuple[ClassType | None, ...]:
        entry = self.entry(symbol)
        if entry is None:
            return ()
        found = [self.type_of(symbol.path, one) for one in entry.also]
        if is_listed(symbol.position) and (implied := self._implied(symbol)) is not None:
            found.append(implied)
        return tuple(found)

    def _implied(self, symbol: SymbolRef) -> ClassType | None:
        """Return what a class inherits from without saying so."""
        kind = self.files.file(symbol.path).symbol(symbol.position).kind
        name = "Enum" if kind == Kind.ENUM else "Object"
        found = self.files.find(_LANG, name, symbol.path)
        if found is None or found.symbol == symbol:
            return None
        return ClassType(found.symbol, (ClassType(symbol),) if kind == Kind.ENUM else ())

    def _is_root(self, kind: ClassType) -> bool:
        """Whether a type is the one that all others inherit from, which comes last."""
        return kind.symbol is not None and kind.symbol == self._root

    @cached_property
    def _root(self) -> SymbolRef | None:
        found = self.files.find(_LANG, "Object", "")
        return found.symbol if found is not None else None

    def is_known(self, symbol: SymbolRef) -> bool:
        """Whether all that a class inherits from is known."""
        question = ("known", symbol)
        return self._memo.get(question, lambda: self._is_known(symbol), if_recursive=True)

    def _is_known(self, symbol: SymbolRef) -> bool:
        above = self._walk_up(ClassType(symbol))
        return all(one.symbol is not None and None not in self.bases(one.symbol) for one in above)
