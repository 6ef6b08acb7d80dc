"""Kotlin's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.languages.kotlin.resolution.kotlin_file import KotlinFile
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_files import KotlinFiles
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_members import FUNCTION, PROPERTY
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_resolver import Resolver
from mkdocs_repodoc.languages.resolution.class_types import ClassType, erased
from mkdocs_repodoc.languages.resolution.language_names import LanguageNames, Meaning
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import FILE_SCOPE, Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import common_folder

_VALUE = "="
"""Behind the name of a property among members that override others."""


class KotlinNames(LanguageNames):
    """The names of all Kotlin files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._files = KotlinFiles(files)
        self._resolver = Resolver(self._files)
        self._types = self._resolver.types
        self._members = self._resolver.members

    @property
    def digest(self) -> str:
        return self._files.digest

    def _file(self, path: str) -> KotlinFile | None:
        return self._files.of_repository.get(path)

    def meaning(self, path: str, target: Target) -> Meaning | None:
        found = self._resolver.denote(path, target) if self._file(path) is not None else None
        if found is None or found.symbol is None:
            return None
        if not self._files.is_of_repository(found.symbol):
            return None
        return Meaning(self._files.listed(found.symbol), found.exact)

    # Imports

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        if self._file(path) is None:
            return None
        full = item.module if item.name in ("", "*") else f"{item.module}.{item.name}"
        full = full.replace("`", "")
        if item.name == "*" and (sources := self._files.sources(full)):
            folder = common_folder([file.path for file in sources])
            return ResolvedImport("repository", "", folder=folder) if folder else None
        found = self._resolver.denote(path, Target("import", tuple(full.split("."))))
        symbol = found.symbol if found is not None else None
        if symbol is None or not self._files.is_of_repository(symbol):
            return None
        return ResolvedImport("repository", "", symbol.path, self._files.listed(symbol))

    def needs_no_import(self, path: str, other: str) -> bool:
        one, two = self._file(path), self._file(other)
        return one is not None and two is not None and one.package == two.package

    # Types

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        if self._file(symbol.path) is None:
            return ()
        heads = (base.symbol for base in self._types.bases(symbol) if base is not None)
        found = dict.fromkeys(one for one in heads if one is not None)
        return [one for one in found if self._files.is_of_repository(one)]

    def ancestors(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        lineage = self._types.lineage(symbol)[1:]
        return [one for one in lineage if self._files.is_of_repository(one)]

    def overriding(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        """Return what a class says overrides others, and what may be overridden."""
        file = self._files.file(symbol.path)
        found: list[tuple[int, str]] = []
        for name, positions in file.members.get(symbol.position, {}).items():
            for position in filter(is_listed, positions):
                if "private" in file.symbol(position).labels:
                    continue
                base = file.entries[position].base
                if base == PROPERTY:
                    found.append((position, f"{name}{_VALUE}"))
                elif base == FUNCTION and name != "constructor":
                    found.append((position, f"{name}({self._signature(symbol.path, position)})"))
        return found

    def member(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        """Return the member of a class that one with a name and types of parameters overrides."""
        same = [position for position, one in self._of_class(symbol) if one == name]
        if not same and not name.endswith(_VALUE):  # what stands for type variables differs
            simple, _, signature = name.partition("(")
            count = signature.count(",")
            same = [
                position
                for position, one in self._of_class(symbol)
                if one.startswith(f"{simple}(") and one.count(",") == count and "?" in one
            ]
        return SymbolRef(symbol.path, same[0]) if len(same) == 1 else None

    def _of_class(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        return self.overriding(symbol) if self._files.is_of_repository(symbol) else ()

    def _signature(self, path: str, position: int) -> str:
        """Return what tells a function from others of its name."""
        function = self._members.function(SymbolRef(path, position))
        return "".join(f"{_written(one.kind)}," for one in function.taken)

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:
        """Return what a name in a signature or in documentation means."""
        file = self._file(path)
        if file is None:
            return None
        around = self._class_around(file, scope)
        names = dotted.removesuffix("()").replace("`", "").split(".")
        found = self._types.find(path, around, names)
        if found is not None:
            return found.symbol if self._files.is_of_repository(found.symbol) else None
        return self._member_named(path, around, names)

    def _member_named(self, path: str, around: int, names: Sequence[str]) -> SymbolRef | None:
        """Return a property or function by its name behind that of a class, or of one around."""
        owner = self._types.find(path, around, names[:-1]) if len(names) > 1 else None
        symbol = owner.symbol if owner is not None else SymbolRef(path, around)
        if owner is None and (len(names) > 1 or not is_listed(around)):
            return None
        found = [
            SymbolRef(one.path, position)
            for one in self._types.lineage(symbol)
            for base in (FUNCTION, PROPERTY)
            for position in self._files.file(one.path).own(one.position, names[-1], base)
        ]
        only = found[0] if found and len({one.path for one in found}) == 1 else None
        return only if only is not None and self._files.is_of_repository(only) else None

    @staticmethod
    def _class_around(file: KotlinFile, scope: int) -> int:
        """Return the class that a symbol is, or that is around it."""
        while is_listed(scope):
            entry = file.entries.get(scope)
            if entry is None:
                return FILE_SCOPE
            if entry.base == "types":
                return scope
            scope = file.owner(scope)
        return FILE_SCOPE


def _written(kind: ClassType | None) -> str:
    """Return what tells a type of a parameter from others; `?` for one that may be any."""
    found = erased(kind)
    if found is None or (kind is not None and kind.is_variable):
        return "?"
    symbol = found.symbol
    return f"{symbol.path}:{symbol.position}" if symbol is not None else found.written
