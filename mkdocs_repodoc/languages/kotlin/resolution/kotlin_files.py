"""The Kotlin files of a repository, and declarations of the standard library, by packages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from mkdocs_repodoc.languages.jvm.packaged_files import PackagedFile, PackagedFiles, library_outline
from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.spec import KOTLIN
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.references import FILE_SCOPE, Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import shared_parts

TYPES = frozenset((Kind.CLASS, Kind.INTERFACE, Kind.ENUM, Kind.TYPE_ALIAS))
_LIBRARY = "kotlin:"
"""In front of a package: the path of the file that declares what the library has in it."""
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


class KotlinFile(PackagedFile):
    """What other files may know of a file.

    Args:
        path: The file.
        outline: Its outline.

    Attributes:
        entries: Position of a symbol, or number of a scope or value → what is known of it.
        constructors: Position of a class → its primary constructor.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        super().__init__(path, outline)
        self.entries: dict[int, Target] = dict(outline.types)
        self.constructors: dict[int, Target] = {}
        for number, term in outline.offers:
            if number.endswith("()"):
                self.constructors[int(number[:-2])] = term
            else:
                self.entries[int(number)] = term

    @property
    def is_library(self) -> bool:
        """Whether it declares what the standard library has, and is none of the repository's."""
        return self.path.startswith(_LIBRARY)

    def simple_name(self, position: int) -> str:
        """Return the last part of a symbol's name."""
        return self.symbol(position).name.rpartition(".")[2].strip("`")

    @cached_property
    def members(self) -> Mapping[int, Mapping[str, list[int]]]:
        """Number of a class, or `FILE_SCOPE` → simple name → positions of what it declares."""
        found: dict[int, dict[str, list[int]]] = {}
        for position, _ in self.outline.types:
            owner = found.setdefault(self.owner(position), {})
            owner.setdefault(self.simple_name(position), []).append(position)
        return found

    def owner(self, position: int) -> int:
        """Return what a symbol is a member of."""
        entry = self.entries[position]
        return entry.number(1 if entry.base == "types" else 0)

    def own(self, owner: int, name: str, base: str) -> list[int]:
        """Return what a class itself declares under a name.

        Args:
            owner: Number of the class; `FILE_SCOPE` for the file.
            name: The name.
            base: `types` for classes, `own` for properties, `returning` for functions.
        """
        names = self.members.get(owner)
        if names is None:
            return []
        return [one for one in names.get(name, ()) if self.entries[one].base == base]

    @cached_property
    def imports(self) -> Mapping[str, list[str]]:
        """Name in this file → full names that imports give it; `*` → packages."""
        found: dict[str, list[str]] = {}
        for item in self.outline.imports:
            if item.name == "*":
                found.setdefault("*", []).append(item.module.replace("`", ""))
                continue
            full = (f"{item.module}.{item.name}" if item.name else item.module).replace("`", "")
            name = item.alias or full.rpartition(".")[2]
            found.setdefault(name.strip("`"), []).append(full)
        return found

    @cached_property
    def source_set(self) -> str:
        """For which platform it is built, by the folder below `src`: `jvmTest` is for `jvm`."""
        inside = f"/{self.path}".rpartition("/src/")[2].partition("/")[0]
        return inside.removesuffix("Test").removesuffix("Main")


class KotlinFiles(PackagedFiles[KotlinFile]):
    """The Kotlin files of a repository by the packages that they say they are a part of.

    Args:
        files: All files in sorted order.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        super().__init__(files, "kotlin", KotlinFile, LIBRARY_PACKAGES)
        self._declared: dict[str, Mapping[str, list[SymbolRef]]] = {}

    def file(self, path: str) -> KotlinFile:
        """Return a file of the repository or the library."""
        if path.startswith(_LIBRARY):
            found = _library(path.removeprefix(_LIBRARY))
            if found is not None:
                return found
        return self.of_repository[path]

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

    def is_of_repository(self, symbol: SymbolRef) -> bool:
        """Whether a symbol is listed in a file of the repository."""
        return symbol.path in self.of_repository and is_listed(symbol.position)

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
    return KotlinFile(f"{_LIBRARY}{package}", outline) if outline is not None else None


def is_of_companion(entry: Target) -> bool:
    """Whether a function or property stands in the companion of its class."""
    return entry.base != "types" and terms.OF_COMPANION in entry.names[1:2]
