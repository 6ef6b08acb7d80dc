"""The files of a repository that C sees: what each declares, and what it includes.

A name is visible where the file that declares it is included, however many files lie between. A
header that includes nothing of what it uses relies on whoever includes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

import msgspec

from mkdocs_repodoc.languages.c_family.imports import resolve_include
from mkdocs_repodoc.languages.c_family.resolution import c_terms as terms
from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.languages.resolution.language_names import Meaning, takes_part
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Import, Symbol
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of, name_of

_LANGUAGES = frozenset(("c", "c++", "cuda"))
_TAGGED = frozenset((Kind.STRUCT, Kind.UNION, Kind.ENUM, Kind.CLASS))
_LINKED = frozenset((Kind.FUNCTION, Kind.KERNEL, Kind.VARIABLE, Kind.CONSTANT))
"""What other files may define that a file declares."""
_ORDINARY = frozenset(
    (*_LINKED, Kind.MACRO, Kind.TYPEDEF, Kind.TYPE_ALIAS),
)
_MOST_INCLUDERS = 64


def _is_ordinary(symbol: Symbol, last: str) -> bool:
    """Whether a symbol is known by its name alone, without `struct` or a value in front."""
    if symbol.kind in _TAGGED:
        return "typedef" in symbol.labels
    return symbol.kind == Kind.ENUMERATOR or (symbol.kind in _ORDINARY and last == symbol.name)


class TranslationUnits:
    """The declarations of a repository's C files, and the includes between them.

    Args:
        files: All files in sorted order.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self._index = FileIndex(source.path for source, _ in files)
        self.files: dict[str, FileOutline] = {
            source.path: outline
            for source, outline in files
            if source.language in _LANGUAGES and takes_part(source)
        }
        self._ordinary: dict[str, list[SymbolRef]] = {}
        self._conditions: dict[SymbolRef, Target] = {}
        self._tags: dict[str, list[SymbolRef]] = {}
        self._includes: dict[str, dict[str, bool]] = {}
        self._included_by: dict[str, list[str]] = {}
        for path, outline in self.files.items():
            self._read(path, outline)
        self._positions: dict[str, dict[str, list[int]]] = {}
        self._reach = lru_cache(maxsize=256)(self._reached)

    def _read(self, path: str, outline: FileOutline) -> None:
        for position, symbol in enumerate(outline.symbols):
            ref = SymbolRef(path, position)
            last = symbol.name.rpartition("::")[2].rpartition(".")[2]
            if symbol.kind in _TAGGED:
                self._tags.setdefault(last, []).append(ref)
            if _is_ordinary(symbol, last):
                self._ordinary.setdefault(last, []).append(ref)
        for position, term in outline.types:
            if term in (terms.USUAL, terms.UNUSUAL):
                self._conditions[SymbolRef(path, position)] = term
        reached = self._includes.setdefault(path, {})
        left_out = {term.names[1] for _, term in outline.types if terms.is_left_out(term)}
        for item in outline.imports:
            if item.module in left_out:
                continue
            target, exact = self._included(path, item)
            if target in self.files and target not in reached:
                reached[target] = exact
                self._included_by.setdefault(target, []).append(path)

    def _included(self, path: str, item: Import) -> tuple[str, bool]:
        found = resolve_include(self._index, path, item).path
        if not found or (not item.system and found == self._index.relative(path, item.module)):
            return found, True
        named = item.module.removeprefix("./")
        alike = [
            one
            for one in self._index.named(name_of(named))
            if one == named or one.endswith(f"/{named}")
        ]
        return found, len(alike) == 1

    @cached_property
    def digest(self) -> str:
        """Digest of all that files may look up; lines and documentation do not enter."""
        content = [
            (
                path,
                [(symbol.name, symbol.kind, symbol.labels) for symbol in outline.symbols],
                list(self._includes[path].items()),
                outline.types,
            )
            for path, outline in self.files.items()
        ]
        return hashlib.sha256(msgspec.msgpack.encode(content)).hexdigest()

    def symbol(self, ref: SymbolRef) -> Symbol:
        """Return a declaration as its file has it."""
        return self.files[ref.path].symbols[ref.position]

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
        if found is None or not self._only_declares(found.symbol):
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
        reach = self._reach(path)
        seen = [(one, reach[one.path]) for one in candidates if one.path in reach]
        if not seen:
            paths = {one.path for one in candidates}
            around = self._seen_by_includers(path, paths)
            seen = [(one, False) for one in candidates if one.path in around]
        defined = [each for each in seen if not self._only_declares(each[0])]
        usual = [each for each in seen if not self._is_unusual(each[0])]
        if not usual and not unusual:
            return None
        likely = [each for each in usual if each in defined] or usual or defined or seen
        if not likely:
            return None
        symbol, exact = next((each for each in likely if each[0].path == path), likely[0])
        certain = len(defined) <= 1 and symbol not in self._conditions
        return Meaning(symbol, exact and certain)

    def _is_unusual(self, ref: SymbolRef) -> bool:
        return self._conditions.get(ref) == terms.UNUSUAL

    def _definition(self, declared: Meaning, candidates: Iterable[SymbolRef]) -> Meaning | None:
        """Return the one definition of what a file only declares; else the declaration."""
        defined = [
            one
            for one in candidates
            if not self._only_declares(one)
            and self.symbol(one).kind in _LINKED
            and "static" not in self.symbol(one).labels
        ]
        if not defined and declared.symbol in self._conditions:
            return None  # where it is not declared, it may be the C library's
        if len(defined) > 1:
            header = declared.symbol.path
            near = [one for one in defined if header in self._reach(one.path)]
            near = near or [one for one in defined if folder_of(one.path) == folder_of(header)]
            if len(near) == 1:
                return Meaning(near[0], exact=False)
            return declared
        return Meaning(defined[0], declared.exact) if defined else declared

    def _only_declares(self, ref: SymbolRef) -> bool:
        symbol = self.symbol(ref)
        if "declaration" in symbol.labels:
            return True
        return "extern" in symbol.labels and " = " not in symbol.signature

    def _reached(self, path: str) -> dict[str, bool]:
        """Return the files that a file sees, itself first; `False` where another may be meant."""
        reached = {path: True}
        waiting = [path]
        while waiting:
            following = []
            for one in waiting:
                for target, exact in self._includes.get(one, {}).items():
                    if target not in reached:
                        reached[target] = exact and reached[one]
                        following.append(target)
            waiting = following
        return reached

    def _seen_by_includers(self, path: str, wanted: set[str]) -> set[str]:
        """Return which files are visible in a header for whoever includes it."""
        found: set[str] = set()
        for one in self._includers(path):
            found |= wanted & self._reach(one).keys()
            if found == wanted:
                break
        return found

    def _includers(self, path: str) -> Iterator[str]:
        seen = {path}
        waiting = [path]
        while waiting and len(seen) <= _MOST_INCLUDERS:
            following = []
            for one in waiting:
                for includer in self._included_by.get(one, ()):
                    if includer not in seen and len(seen) <= _MOST_INCLUDERS:
                        seen.add(includer)
                        following.append(includer)
                        yield includer
            waiting = following
