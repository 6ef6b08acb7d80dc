"""Go's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

import posixpath
import re
import shlex
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.languages.go.resolution.go_resolver import Resolver
from mkdocs_repodoc.languages.go.resolution.go_types import Denotation
from mkdocs_repodoc.languages.go.resolution.implementations import Implementations
from mkdocs_repodoc.languages.go.resolution.packages import Packages
from mkdocs_repodoc.languages.resolution.language_names import (
    DocumentedName,
    LanguageNames,
    Meaning,
    is_no_word,
)
from mkdocs_repodoc.languages.resolution.lookup_order import breadth_first
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.model.run_line import RunLine

_TYPES = frozenset((Kind.STRUCT, Kind.INTERFACE, Kind.TYPE, Kind.TYPE_ALIAS))
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*){0,3}$")


class GoNames(LanguageNames):
    """The names of all Go files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._packages = Packages(files)
        self._resolver = Resolver(self._packages)
        self._implementations = Implementations(self._resolver)

    @property
    def digest(self) -> str:
        return self._packages.digest

    def meaning(self, path: str, target: Target) -> Meaning | None:
        found = self._resolver.denote(path, target)
        return found.meaning if found is not None else None

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        folder = self._packages.folder(path, item.module)
        package = self._packages.imported(path, item.module)
        if package is not None:
            return ResolvedImport("repository", "", folder=package.folder)
        if folder is not None or item.module.startswith("."):
            return ResolvedImport("unknown", item.module)
        is_domain = "." in item.module.partition("/")[0]
        return ResolvedImport("third party" if is_domain else "standard library", item.module)

    def needs_no_import(self, path: str, other: str) -> bool:
        files = self._packages.files
        return path in files and other in files and files[path].package == files[other].package

    def run_line(self, path: str) -> RunLine | None:
        """Return how `go run` starts the program that a file's `main` function begins."""
        file = self._packages.files[path]
        root = self._packages.module_folder(path)
        if file.package.name != "main" or not file.outline.main_line or root is None:
            return None
        started = file.package.program or file.package.folder
        relative = posixpath.relpath(started or ".", root or ".")
        where = f" -C {shlex.quote(root)}" if root else ""
        target = relative if relative == "." else f"./{relative}"
        return RunLine(f"go{where} run {shlex.quote(target)}")

    # Types

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        if symbol.path not in self._packages.files:
            return ()
        embedded = [kind.symbol for _, kind in self._resolver.embedded(symbol)]
        found = dict.fromkeys((*embedded, *self._implementations.of(symbol)))
        return [one for one in found if one is not None and one != symbol]

    def ancestors(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        return list(breadth_first(symbol, self.bases))

    def overriding(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        """Return a type's methods: each may hide an embedded type's, or be an interface's."""
        file = self._packages.files[symbol.path]
        symbols = file.outline.symbols
        prefix = f"{symbols[symbol.position].name}."
        return [
            (position, one.name.removeprefix(prefix))
            for position, one in enumerate(symbols)
            if one.kind == Kind.METHOD and one.name.startswith(prefix)
        ]

    def member(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        found = self._resolver.own_member(symbol, name, symbol.path)
        return found.symbol if found is not None else None

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:  # noqa: ARG002 - no block declares what documentation names
        """Return what a name in a signature means: a type, since parameters hide all else."""
        found = self._denote(path, dotted)
        if found is None or found.symbol is None or not self._is_type(found.symbol):
            return None
        return found.symbol

    def mentioned(self, path: str, scope: int, name: str, *, marked: bool) -> DocumentedName:  # noqa: ARG002 - likewise
        """Find what a name in documentation means; what is exported is known without a mark."""
        bare = name.removesuffix("()").lstrip("*")
        if not (marked or is_no_word(bare) or name.endswith("()")):
            return DocumentedName()
        found = self._denote(path, bare)
        return DocumentedName(found.symbol if found is not None else None)

    def _denote(self, path: str, dotted: str) -> Denotation | None:
        if path not in self._packages.files or not _DOTTED.match(dotted):
            return None
        return self._resolver.look_up(path, dotted.split("."))

    def _is_type(self, symbol: SymbolRef) -> bool:
        outline = self._packages.files[symbol.path].outline
        return outline.symbols[symbol.position].kind in _TYPES
