"""The Java files of a repository, and the declarations of the JDK: packages and their classes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mkdocs_repodoc.languages.java.resolution.java_file import LIBRARY, JavaFile
from mkdocs_repodoc.languages.java.resolution.kotlin_declarations import KotlinDeclarations
from mkdocs_repodoc.languages.java.spec import JAVA
from mkdocs_repodoc.languages.jvm.packaged_files import PackagedFiles, library_outline
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.own_files import takes_part
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import shared_parts

TYPES = frozenset((Kind.CLASS, Kind.INTERFACE, Kind.ENUM, Kind.RECORD))
METHODS = frozenset((Kind.METHOD, Kind.CONSTRUCTOR))


class JavaFiles(PackagedFiles[JavaFile]):
    """The Java files of a repository by the packages that they say they are a part of.

    Args:
        files: All files in sorted order.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        super().__init__(files, "java", JavaFile, ("java.util",))
        for source, outline in files if self.of_repository else ():
            if source.language == "kotlin" and takes_part(source):
                file = KotlinDeclarations(source.path, outline)
                if file.is_for_java:
                    self._see(file)
        self._declared: dict[str, dict[str, list[SymbolRef]]] = {}

    def file(self, path: str) -> JavaFile:
        """Return a file of the repository or the JDK."""
        if path.startswith(LIBRARY):
            return _library(path.removeprefix(LIBRARY)) or self.of_repository[path]
        return self.of_repository.get(path) or self._beside[path]

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
            return Meaning(SymbolRef(f"{LIBRARY}{package}", position[0])) if position else None
        ranked = sorted(declared, key=lambda symbol: (self._distance(symbol, seen_from), symbol))
        first, second = (self._distance(symbol, seen_from) for symbol in ranked[:2])
        return Meaning(ranked[0], first != second)

    def is_package(self, name: str) -> bool:
        """Whether a package of the repository or JDK has this name, or is inside of it."""
        return super().is_package(name) or _library(name) is not None

    def _distance(self, symbol: SymbolRef, seen_from: str) -> tuple[int, bool, int]:
        if symbol.path == seen_from:
            return 0, False, 0
        one, other = self.file(symbol.path), self.of_repository.get(seen_from)
        root = other.root if other is not None else ""
        beside = self._beside.get(symbol.path)
        is_common = isinstance(beside, KotlinDeclarations) and beside.is_common
        return 1 + (one.root != root), is_common, -shared_parts(one.root, root)

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
    return JavaFile(f"{LIBRARY}{package}", outline) if outline is not None else None
