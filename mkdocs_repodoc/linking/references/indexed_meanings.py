"""The meanings of identifiers in indexes: their symbols matched with those of the outlines.

An index knows a symbol by a text, an outline knows it by its position in a file. Where the index
says that a symbol is defined stands the name of a symbol of the outline, or of something that no
page describes, such as a parameter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.linking.references.packaged_symbols import PackagedSymbols, package_of
from mkdocs_repodoc.model.facts import ProjectMetadata
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.scip.indexed_file import IndexedFile, Occurrence
from mkdocs_repodoc.scip.schema import Roles
from mkdocs_repodoc.scip.symbol_syntax import is_local

_WORD = re.compile(r"\w+")
_encode = msgspec.msgpack.Encoder().encode

Extent = tuple[int, int, int]
"""Line, column and end column of an identifier."""


class IndexedMeaning(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What an index says of one identifier."""

    symbols: tuple[SymbolRef, ...]
    """Its definitions; none if it means what no page describes."""
    scope: int
    """Index of the innermost symbol around the identifier, or `FILE_SCOPE`."""
    imports: bool = False
    """Whether it imports what it names."""


class IndexedReferences(NamedTuple):
    """What an index says of the identifiers of one file.

    Attributes:
        meanings: Where an identifier stands → what it means, in source order. Those are left out of
            which the index does not know where they are defined.
        digest: Digest of all that.
    """

    meanings: Mapping[Extent, IndexedMeaning]
    digest: str


class IndexedMeanings(Mapping[str, IndexedReferences]):
    """Path of an indexed file → what its identifiers mean.

    Args:
        indexed: Path → what an index says of the file.
        files: All files of the repository.

    Attributes:
        implements: A symbol → those of the repository that it implements or inherits from, as the
            indexes say; some indexers list the near ones alone, some all.
    """

    def __init__(
        self, indexed: Mapping[str, IndexedFile] | None = None, files: OutlinedFiles = ()
    ) -> None:
        self._definitions: dict[str, list[SymbolRef]] = {}
        """Symbol of an index → its definitions; an empty list for one that no page describes."""
        self._packages: set[str] = set()
        self._packaged = PackagedSymbols()
        outlines = {source.path: outline for source, outline in files}
        known = [
            (file, outlines[path]) for path, file in (indexed or {}).items() if path in outlines
        ]
        for file, outline in known:
            self._define(file, outline)
        for outline in outlines.values() if known else ():
            self._packages.update(fact.name for fact in outline.facts_of(ProjectMetadata))
        self._references = {file.path: self._meanings(file, outline) for file, outline in known}
        self.implements = {
            this: tuple(dict.fromkeys(others)) for this, others in self._implemented(known).items()
        }

    def __getitem__(self, path: str) -> IndexedReferences:
        """Return what the identifiers of an indexed file mean."""
        return self._references[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._references)

    def __len__(self) -> int:
        return len(self._references)

    def _define(self, file: IndexedFile, outline: FileOutline) -> None:
        listed = _Listed(outline.symbols)
        for occurrence in file.occurrences():
            if occurrence.defines:
                written = file.symbols[occurrence.symbol]
                found = self._definitions.setdefault(_key(file.path, written), [])
                position = listed.position(occurrence, written)
                if position is not None and SymbolRef(file.path, position) not in found:
                    found.append(SymbolRef(file.path, position))
        for written in file.symbols:
            if (defined := self._definitions.get(_key(file.path, written))) is not None:
                self._packages.add(package_of(written).name)
                self._packaged.define(written, defined)
        self._packages.discard("")

    def _implemented(
        self, known: Iterable[tuple[IndexedFile, FileOutline]]
    ) -> dict[SymbolRef, list[SymbolRef]]:
        found: dict[SymbolRef, list[SymbolRef]] = {}
        for file, _ in known:
            for this, other in file.implements:
                originals = self._definitions.get(_key(file.path, file.symbols[other]), ())
                for one in self._definitions.get(_key(file.path, file.symbols[this]), ()):
                    for original in originals:
                        if not (one.is_file or original.is_file or one == original):
                            found.setdefault(one, []).append(original)
        return found

    def _meanings(self, file: IndexedFile, outline: FileOutline) -> IndexedReferences:
        known = [self._meaning(file.path, written) for written in file.symbols]
        scopes = _Scopes(outline.symbols)
        found: dict[Extent, IndexedMeaning] = {}
        for each in sorted(file.occurrences()):
            symbols = known[each.symbol]
            if symbols is None or each.defines:
                continue
            extent = each.line, each.column, each.end_column
            before = found.get(extent)
            if before is not None:  # such as `{name}`, a property and the variable that it takes
                symbols = tuple(dict.fromkeys((*before.symbols, *symbols)))
            imports = Roles.IMPORT in each.roles
            found[extent] = IndexedMeaning(symbols, scopes.around(each.line), imports)
        digest = sha256(_encode(list(found.items()))).hexdigest()
        return IndexedReferences(found, digest)

    def _meaning(self, path: str, written: str) -> tuple[SymbolRef, ...] | None:
        """Return the definitions of a symbol; `None` if the index does not know where it is."""
        defined = self._definitions.get(_key(path, written))
        if defined is not None:
            return tuple(defined)
        package = package_of(written).name
        if package in self._packages:
            return self._packaged.find(written) or None
        return () if package else None


class _Listed:
    """The symbols of an outline, by what an index says of a definition."""

    def __init__(self, symbols: tuple[Symbol, ...]) -> None:
        self._symbols = symbols
        self._at: dict[tuple[int, int], int] = {}
        self._called: dict[str, list[int]] = {}
        for position, symbol in enumerate(symbols):
            self._at.setdefault((symbol.name_line, symbol.column), position)
            self._called.setdefault(_last_word(symbol.name), []).append(position)

    def position(self, occurrence: Occurrence, written: str) -> int | None:
        """Return the symbol that is defined at an occurrence; `None` if none is listed.

        An indexer may take another name than the outline for the one that defines: the first
        assignment, or a declaration.
        """
        if occurrence.is_whole_file:
            return FILE_SCOPE
        position = self._at.get((occurrence.line, occurrence.column))
        if position is not None or is_local(written):
            return position
        around = (
            position
            for position in self._called.get(_last_word(written), ())
            if self._symbols[position].line <= occurrence.line <= self._symbols[position].end_line
        )
        return next(around, None)


class _Scopes:
    """The innermost symbol around lines that are asked for in order."""

    def __init__(self, symbols: tuple[Symbol, ...]) -> None:
        self._coming = sorted(
            enumerate(symbols), key=lambda each: (-each[1].line, each[1].end_line, -each[0])
        )
        self._around: list[tuple[int, Symbol]] = []

    def around(self, line: int) -> int:
        """Return the index of the symbol, or `FILE_SCOPE`."""
        while self._coming and self._coming[-1][1].line <= line:
            self._around.append(self._coming.pop())
        while self._around and self._around[-1][1].end_line < line:
            self._around.pop()
        return self._around[-1][0] if self._around else FILE_SCOPE


def _key(path: str, written: str) -> str:
    """Return a symbol as it is known over all files."""
    return f"{path} {written}" if is_local(written) else written


def _last_word(name: str) -> str:
    words = _WORD.findall(name)
    return words[-1] if words else ""
