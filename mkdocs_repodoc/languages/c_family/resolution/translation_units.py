"""The declarations of a repository's C files by name, as each file sees them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from mkdocs_repodoc.languages.c_family.resolution.include_graph import IncludeGraph
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of

_TAGGED = frozenset((Kind.STRUCT, Kind.UNION, Kind.ENUM, Kind.CLASS))
_LINKED = frozenset((Kind.FUNCTION, Kind.KERNEL, Kind.VARIABLE, Kind.CONSTANT))
"""What other files may define that a file declares."""
_ORDINARY = frozenset(
    (*_LINKED, Kind.MACRO, Kind.TYPEDEF, Kind.TYPE_ALIAS),
)


def _is_ordinary(symbol: Symbol, last: str) -> bool:
    """Whether a symbol is known by its name alone, without `struct` or a value in front."""
    if symbol.kind in _TAGGED:
        return "typedef" in symbol.labels
    return symbol.kind == Kind.ENUMERATOR or (symbol.kind in _ORDINARY and last == symbol.name)


class TranslationUnits:
    """The declarations of a repository's C files.

    Args:
        files: All files in sorted order.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self._graph = IncludeGraph(files)
        self.imported = self._graph.imported
        self.files: Mapping[str, FileOutline] = self._graph.files
        self._ordinary: dict[str, list[SymbolRef]] = {}
        self._tags: dict[str, list[SymbolRef]] = {}
        for path, outline in self.files.items():
            self._read(path, outline)
        self._positions: dict[str, dict[str, list[int]]] = {}

    def _read(self, path: str, outline: FileOutline) -> None:
        for position, symbol in enumerate(outline.symbols):
            ref = SymbolRef(path, position)
            last = symbol.name.rpartition("::")[2].rpartition(".")[2]
            if symbol.kind in _TAGGED:
                self._tags.setdefault(last, []).append(ref)
            if _is_ordinary(symbol, last):
                self._ordinary.setdefault(last, []).append(ref)

    @cached_property
    def digest(self) -> str:
        """Digest of all that files may look up; lines and documentation do not enter."""
        content = [
            (
                path,
                [(symbol.name, symbol.kind, symbol.labels) for symbol in outline.symbols],
                list(self._graph.includes(path).items()),
                outline.types,
            )
            for path, outline in self.files.items()
        ]
        return hashlib.sha256(msgspec.msgpack.encode(content)).hexdigest()

    def symbol(self, ref: SymbolRef) -> Symbol:
        """Return a declaration as its file has it."""
        return self._graph.symbol(ref)

    def ordinary(
        self, path: str, name: str, kinds: Iterable[Kind] = (), *, unusual: bool = False
    ) -> Meaning | None:
        """Find what an ordinary name means in a file: a function, variable, typedef or macro.

        Args:
            path: The file.
            name: The name.
            kinds: What it may be; empty for anything.
            unusual: Whether a usual build does not see where the file uses it.
        """
        candidates = self._ordinary.get(name, [])
        if kinds:
            candidates = [one for one in candidates if self.symbol(one).kind in kinds]
        found = self._visible(path, candidates, unusual=unusual)
        if found is None or not self._graph.only_declares(found.symbol):
            return found
        return self._definition(found, candidates)

    def tag(self, path: str, name: str) -> Meaning | None:
        """Find the struct, union or enum with a tag, as a file sees it."""
        return self._visible(path, self._tags.get(name, []))

    def positions(self, path: str) -> Mapping[str, list[int]]:
        """Return for each qualified name of a file the positions of its symbols."""
        known = self._positions.get(path)
        if known is None:
            known = self._positions[path] = {}
            for position, symbol in enumerate(self.files[path].symbols):
                known.setdefault(symbol.name, []).append(position)
        return known

    # Visibility

    def _visible(
        self, path: str, candidates: list[SymbolRef], *, unusual: bool = True
    ) -> Meaning | None:
        """Return what a file sees of some declarations of one name, definitions first."""
        if not candidates:
            return None
        seen = self._graph.seen(path, candidates)
        defined = [each for each in seen if not self._graph.only_declares(each[0])]
        usual = [each for each in seen if not self._graph.is_unusual(each[0])]
        if not usual and not unusual:
            return None
        likely = [each for each in usual if each in defined] or usual or defined or seen
        if not likely:
            return None
        symbol, exact = next((each for each in likely if each[0].path == path), likely[0])
        certain = len(defined) <= 1 and not self._graph.is_conditional(symbol)
        return Meaning(symbol, exact and certain)

    def _definition(self, declared: Meaning, candidates: Iterable[SymbolRef]) -> Meaning | None:
        """Return the one definition of what a file only declares; else the declaration."""
        defined = [
            one
            for one in candidates
            if not self._graph.only_declares(one)
            and self.symbol(one).kind in _LINKED
            and "static" not in self.symbol(one).labels
        ]
        if not defined and self._graph.is_conditional(declared.symbol):
            return None  # where it is not declared, it may be the C library's
        if len(defined) > 1:
            header = declared.symbol.path
            near = [one for one in defined if header in self._graph.reach(one.path)]
            near = near or [one for one in defined if folder_of(one.path) == folder_of(header)]
            if len(near) == 1:
                return Meaning(near[0], exact=False)
            return declared
        return Meaning(defined[0], declared.exact) if defined else declared
