"""The Java files of a repository, and the declarations of the JDK: packages and their classes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property

from mkdocs_repodoc.languages.java.spec import JAVA
from mkdocs_repodoc.languages.jvm.packaged_files import PackagedFile, PackagedFiles, library_outline
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed, members_by_owner
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.references import FILE_SCOPE, Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of, shared_parts

TYPES = frozenset((Kind.CLASS, Kind.INTERFACE, Kind.ENUM, Kind.RECORD))
METHODS = frozenset((Kind.METHOD, Kind.CONSTRUCTOR))
_LIBRARY = "jdk:"
"""In front of a package: the path of the file that declares what the JDK has in it."""


class JavaFile(PackagedFile):
    """What other files may know of a file.

    Args:
        path: The file.
        outline: Its outline.

    Attributes:
        root: The folder in which the folders of its package lie; its own folder if they do not.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        super().__init__(path, outline)
        folder = folder_of(path)
        inside = self.package.replace(".", "/")
        in_place = not inside or f"/{folder}".endswith(f"/{inside}")
        self.root = folder[: len(folder) - len(inside)].rstrip("/") if in_place else folder

    @property
    def is_library(self) -> bool:
        """Whether it declares what the JDK has, and is none of the repository's."""
        return self.path.startswith(_LIBRARY)

    def simple_name(self, position: int) -> str:
        """Return the last part of a symbol's name."""
        return self.symbol(position).name.rpartition(".")[2]

    @cached_property
    def classes(self) -> Mapping[int, Target]:
        """Number of a class → what is known of it."""
        listed = {at: term for at, term in self.outline.types if term.base == "types"}
        unlisted = {int(number): term for number, term in self.outline.offers}
        return listed | unlisted

    @cached_property
    def values(self) -> Mapping[int, Target]:
        """Position of a field or method → what is known of it."""
        return {at: term for at, term in self.outline.types if term.base != "types"}

    @cached_property
    def members(self) -> Mapping[int, Mapping[str, list[int]]]:
        """Position of a symbol, or `FILE_SCOPE` → simple name → the symbols right in it."""
        return members_by_owner(self.outline.symbols, ".")

    @cached_property
    def owners(self) -> Mapping[int, int]:
        """Position of a symbol → the one that it stands right in."""
        return {
            position: owner
            for owner, names in self.members.items()
            for positions in names.values()
            for position in positions
        }

    def own(self, owner: int, name: str, kinds: frozenset[Kind]) -> list[int]:
        """Return the members of some kinds that a class declares under a name."""
        names = self.members.get(owner)
        positions = names.get(name) if names is not None else None
        if positions is None:
            return []
        return [position for position in positions if self.symbol(position).kind in kinds]


class JavaFiles(PackagedFiles[JavaFile]):
    """The Java files of a repository by the packages that they say they are a part of.

    Args:
        files: All files in sorted order.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        super().__init__(files, "java", JavaFile, ("java.util",))
        self._declared: dict[str, dict[str, list[SymbolRef]]] = {}

    def has(self, symbol: SymbolRef) -> bool:
        """Whether a symbol is listed in a file of the repository, and not one of the library."""
        return symbol.path in self.of_repository and is_listed(symbol.position)

    def file(self, path: str) -> JavaFile:
        """Return a file of the repository or the JDK."""
        if path.startswith(_LIBRARY):
            return _library(path.removeprefix(_LIBRARY)) or self.of_repository[path]
        return self.of_repository[path]

    def find(self, package: str, name: str, seen_from: str) -> Meaning | None:
        """Find a class of a package, the nearest if several modules declare it.

        Args:
            package: The package.
            name: Its simple name.
            seen_from: The file that names it.
        """
        declared = self._classes(package).get(name, ())
        if len(declared) == 1:
            return Meaning(declared[0])
        if not declared:
            library = _library(package)
            position = library.own(FILE_SCOPE, name, TYPES) if library is not None else ()
            return Meaning(SymbolRef(f"{_LIBRARY}{package}", position[0])) if position else None
        ranked = sorted(declared, key=lambda symbol: (self._distance(symbol, seen_from), symbol))
        first, second = (self._distance(symbol, seen_from) for symbol in ranked[:2])
        return Meaning(ranked[0], first != second)

    def is_package(self, name: str) -> bool:
        """Whether a package of the repository or JDK has this name, or is inside of it."""
        return super().is_package(name) or _library(name) is not None

    def _distance(self, symbol: SymbolRef, seen_from: str) -> tuple[int, int]:
        if symbol.path == seen_from:
            return 0, 0
        one, other = self.file(symbol.path), self.of_repository.get(seen_from)
        root = other.root if other is not None else ""
        return 1 + (one.root != root), -shared_parts(one.root, root)

    def _classes(self, package: str) -> Mapping[str, list[SymbolRef]]:
        known = self._declared.get(package)
        if known is None:
            known = self._declared[package] = {}
            for file in self.sources(package):
                for name, positions in file.members.get(FILE_SCOPE, {}).items():
                    for position in positions:
                        if file.symbol(position).kind in TYPES:
                            known.setdefault(name, []).append(SymbolRef(file.path, position))
        return known


@cache
def _library(package: str) -> JavaFile | None:
    """Return what the JDK declares in a package, as far as that is written down here."""
    if not package.startswith("java."):
        return None
    outline = library_outline(JAVA, "jdk", f"{package}.java")
    return JavaFile(f"{_LIBRARY}{package}", outline) if outline is not None else None
