"""The Kotlin files of a repository, and declarations of the standard library, by packages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from mkdocs_repodoc.languages.jvm.packaged_files import PackagedFiles, library_outline
from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.java_declarations import JavaDeclarations
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_file import LIBRARY, KotlinFile
from mkdocs_repodoc.languages.kotlin.spec import KOTLIN
from mkdocs_repodoc.languages.resolution.own_files import takes_part
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE, Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import shared_parts

TYPES = frozenset((Kind.CLASS, Kind.INTERFACE, Kind.ENUM, Kind.TYPE_ALIAS))
_ADDED = "kotlinx."
"""Begins packages of libraries that a repository may contain itself."""
LIBRARY_PACKAGES = (
    "kotlin",
    "kotlin.annotation",
    "kotlin.collections",
    "kotlin.comparisons",
    "kotlin.io",
    "kotlin.ranges",
    "kotlin.sequences",
    "kotlin.text",
    "java.lang",
    "kotlin.jvm",
)
"""Packages that every file sees."""


class KotlinFiles(PackagedFiles[KotlinFile]):
    """The Kotlin files of a repository by the packages that they say they are a part of.

    Args:
        files: All files in sorted order.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        super().__init__(files, "kotlin", KotlinFile, LIBRARY_PACKAGES)
        for source, outline in files if self.of_repository else ():
            if source.language == "java" and takes_part(source):
                self._see(JavaDeclarations(source.path, outline))
        self._declared: dict[str, Mapping[str, list[SymbolRef]]] = {}

    def file(self, path: str) -> KotlinFile:
        """Return a file of the repository or the library."""
        if path.startswith(LIBRARY):
            found = _library(path.removeprefix(LIBRARY))
            if found is not None:
                return found
        return self.of_repository.get(path) or self._beside[path]

    def entry(self, symbol: SymbolRef) -> Target | None:
        """Return what is known of a symbol or scope."""
        return self.file(symbol.path).entries.get(symbol.position)

    def declared(self, package: str, name: str, base: str, seen_from: str) -> list[SymbolRef]:
        """Return what a package declares under a name, the nearest first; see `KotlinFile.own`."""
        found = [
            one
            for one in self._names(package).get(name, ())
            if self.file(one.path).entries[one.position].base == base
            and self._is_visible(one, seen_from)
        ]
        if len(found) > 1:
            found.sort(key=lambda one: (self.distance(one, seen_from), one))
        return found

    def _is_visible(self, symbol: SymbolRef, seen_from: str) -> bool:
        if symbol.path == seen_from:
            return True
        return "private" not in self.file(symbol.path).symbol(symbol.position).labels

    def distance(self, symbol: SymbolRef, seen_from: str) -> tuple[bool, int, int]:
        """Return how far a declaration is from a file, for what several source sets declare."""
        if symbol.path == seen_from or seen_from not in self.of_repository:
            return symbol.path != seen_from, 0, 0
        one, other = self.file(symbol.path), self.of_repository[seen_from]
        platform = 0 if one.source_set == other.source_set else 1 + (one.source_set != "common")
        return True, platform, -shared_parts(symbol.path, seen_from)

    def _names(self, package: str) -> Mapping[str, list[SymbolRef]]:
        known = self._declared.get(package)
        if known is not None:
            return known
        found: dict[str, list[SymbolRef]] = {}
        own = self.sources(package)
        library = None if own and package.startswith(_ADDED) else _library(package)
        for file in (*own, *((library,) if library else ())):
            for name, positions in file.members.get(FILE_SCOPE, {}).items():
                found.setdefault(name, []).extend(SymbolRef(file.path, one) for one in positions)
        self._declared[package] = found
        return found

    def has_label(self, symbol: SymbolRef, label: str) -> bool:
        """Whether a declaration says a word about itself."""
        if not is_listed(symbol.position):
            return False
        return label in self.file(symbol.path).symbol(symbol.position).labels

    def is_constructor(self, symbol: SymbolRef) -> bool:
        """Whether a symbol is a secondary constructor."""
        return self.file(symbol.path).symbol(symbol.position).kind == Kind.CONSTRUCTOR

    def has_companion(self, symbol: SymbolRef) -> bool:
        """Whether a class has a companion with something in it."""
        file = self.file(symbol.path)
        names = file.members.get(symbol.position, {})
        return any(is_of_companion(file.entries[one]) for found in names.values() for one in found)

    def nearest(self, symbols: Iterable[SymbolRef], seen_from: str) -> list[SymbolRef]:
        """Return those of several declarations of one thing that are nearest to a file."""
        ranked = [(self.distance(one, seen_from), one) for one in symbols]
        best = min((rank for rank, _ in ranked), default=None)
        return [one for rank, one in ranked if rank == best]


@cache
def _library(package: str) -> KotlinFile | None:
    """Return what the library declares in a package, as far as that is written down here."""
    if not package.startswith("kotlin"):
        return None
    outline = library_outline(KOTLIN, "stdlib", f"{package}.kt")
    return KotlinFile(f"{LIBRARY}{package}", outline) if outline is not None else None


def is_of_companion(entry: Target) -> bool:
    """Whether a function or property stands in the companion of its class."""
    return entry.base != "types" and terms.OF_COMPANION in entry.names[1:2]
