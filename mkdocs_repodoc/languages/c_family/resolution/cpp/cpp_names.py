"""C++'s names over the whole repository, as the linker asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_declarations import CppDeclarations
from mkdocs_repodoc.languages.c_family.resolution.cpp.cpp_resolver import CppResolver
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

_NAME = re.compile(r"(?:struct |union |enum |class )?((?:::)?[A-Za-z_]\w*(?:(?:::|\.|#)\w+)*)$")
_VIRTUAL = frozenset(("virtual", "override", "abstract", "final"))
_OVERRIDING = frozenset((Kind.METHOD, Kind.OPERATOR))


class CppNames(LanguageNames):
    """The names of all C++ and CUDA files, and of the C files that they include.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._declarations = CppDeclarations(files)
        self._resolver = CppResolver(self._declarations)

    @property
    def digest(self) -> str:
        return self._declarations.digest

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        return self._declarations.graph.imported(path, item)

    def meaning(self, path: str, target: Target) -> Meaning | None:
        found = self._resolver.denote(path, target) if self._has(path) else None
        if found is None or found.symbol is None:
            return None
        return Meaning(found.symbol, found.exact)

    def _has(self, path: str) -> bool:
        return path in self._declarations.graph.files

    # Types

    def bases(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        if not self._has(symbol.path) or symbol.is_file:
            return ()
        found = (base.symbol for base in self._resolver.lookup.bases(symbol) if base is not None)
        return [one for one in dict.fromkeys(found) if one is not None and one != symbol]

    def ancestors(self, symbol: SymbolRef) -> Sequence[SymbolRef]:
        return list(breadth_first(symbol, self.bases))

    def overriding(self, symbol: SymbolRef) -> Iterable[tuple[int, str]]:
        """Return a class's functions, each with the types of its parameters behind its name."""
        if not self._has(symbol.path):
            return ()
        outline = self._declarations.graph.files[symbol.path]
        owner = outline.symbols[symbol.position]
        found = []
        for position, one in enumerate(outline.symbols):
            space, _, name = one.name.rpartition("::")
            if space == owner.name and one.kind in _OVERRIDING and "static" not in one.labels:
                found.append((position, f"{name}\n{self._form(SymbolRef(symbol.path, position))}"))
        return found

    def member(self, symbol: SymbolRef, name: str) -> SymbolRef | None:
        """Return the virtual function of a class with a name and types of parameters."""
        simple, _, form = name.partition("\n")
        outline = self._declarations.graph.files[symbol.path]
        owner = outline.symbols[symbol.position].name
        for one in self._declarations.all_of(f"{owner}::{simple}"):
            is_virtual = not _VIRTUAL.isdisjoint(self._declarations.symbol(one).labels)
            if one.path == symbol.path and is_virtual and self._form(one) == form:
                return one
        return None

    def _form(self, symbol: SymbolRef) -> str:
        return self._declarations.form(symbol)

    # Names in text

    def look_up(self, path: str, scope: int, dotted: str) -> SymbolRef | None:
        """Return the type that a word of a signature means."""
        match = _NAME.match(dotted)
        if match is None or not self._has(path):
            return None
        found = self._named(path, scope, match[1])
        return found if found is not None and self._resolver.is_type(found) else None

    def mentioned(self, path: str, scope: int, name: str, *, marked: bool) -> DocumentedName:
        """Find what a name in documentation means: what the file sees under it."""
        match = _NAME.match(name.removesuffix("()"))
        is_name = marked or is_no_word(name) or "::" in name or name.endswith("()")
        if match is None or not self._has(path) or not is_name:
            return DocumentedName()
        return DocumentedName(self._named(path, scope, match[1]))

    def _named(self, path: str, scope: int, name: str) -> SymbolRef | None:
        """Return what a path means in the scope of a symbol."""
        symbols = self._declarations.graph.files[path].symbols
        space = symbols[scope].name if 0 <= scope < len(symbols) else ""
        written = name.replace(".", "::").replace("#", "::")
        return self._resolver.named(path, space, written)
