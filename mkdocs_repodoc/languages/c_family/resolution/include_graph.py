"""The files of a repository that the C family sees, and what they include.

A name is visible where the file that declares it is included, however many files lie between. A
header that includes nothing of what it uses relies on whoever includes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from mkdocs_repodoc.languages.c_family.imports import is_include_folder, resolve_include
from mkdocs_repodoc.languages.c_family.resolution import c_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.include_folders import IncludeFolders
from mkdocs_repodoc.languages.file_index import FileIndex, inside
from mkdocs_repodoc.languages.resolution.own_files import own_outlines
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Import, Symbol
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of, name_of

_LANGUAGES = frozenset(("c", "c++", "cuda"))
_MOST_INCLUDERS = 64


class IncludeGraph:
    """Files and the includes between them.

    Args:
        files: All files of the repository in sorted order.

    Attributes:
        files: Path → outline, of the files of the family.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self._index = FileIndex(source.path for source, _ in files)
        self._folders = IncludeFolders(files, self._index)
        self.files = own_outlines(files, *_LANGUAGES)
        self._conditions: dict[SymbolRef, Target] = {}
        self._includes: dict[str, dict[str, bool]] = {}
        self._included_by: dict[str, list[str]] = {}
        for path, outline in self.files.items():
            self._read(path, outline)
        self.reach = lru_cache(maxsize=256)(self._reached)

    def _read(self, path: str, outline: FileOutline) -> None:
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
        if not item.system and (beside := self._index.relative(path, item.module)):
            return beside, True
        if by_build := self._folders.find(item.module):
            return by_build, True
        found = resolve_include(self._index, path, item).path
        if not found:
            return found, True
        named = item.module.removeprefix("./")
        alike = [
            one
            for one in self._index.named(name_of(named))
            if one == named or one.endswith(f"/{named}")
        ]
        is_near = "/" in named or is_include_folder(found, folder_of(path))
        return found, len(alike) == 1 and is_near

    def imported(self, path: str, item: Import) -> ResolvedImport | None:
        """Return where an include leads by the folders of a build; `None` if these tell nothing."""
        if not item.system and self._index.relative(path, item.module):
            return None
        found = self._folders.find(item.module)
        return inside(found) if found else None

    def includes(self, path: str) -> Mapping[str, bool]:
        """Return the files that a file includes; `False` where another may be meant."""
        return self._includes.get(path, {})

    def symbol(self, ref: SymbolRef) -> Symbol:
        """Return a declaration as its file has it."""
        return self.files[ref.path].symbols[ref.position]

    def is_conditional(self, ref: SymbolRef) -> bool:
        """Whether only some builds see a declaration."""
        return ref in self._conditions

    def is_unusual(self, ref: SymbolRef) -> bool:
        """Whether a usual build leaves out a declaration."""
        return self._conditions.get(ref) == terms.UNUSUAL

    def only_declares(self, ref: SymbolRef) -> bool:
        """Whether the definition of what is declared is elsewhere."""
        symbol = self.symbol(ref)
        if "declaration" in symbol.labels:
            return True
        return "extern" in symbol.labels and " = " not in symbol.signature

    def seen(self, path: str, candidates: Iterable[SymbolRef]) -> list[tuple[SymbolRef, bool]]:
        """Return which of some declarations a file sees, and whether no other may be meant."""
        reach = self.reach(path)
        seen = [(one, reach[one.path]) for one in candidates if one.path in reach]
        if not seen:
            paths = {one.path for one in candidates}
            around = self._seen_by_includers(path, paths)
            seen = [(one, False) for one in candidates if one.path in around]
        return seen

    def _reached(self, path: str) -> dict[str, bool]:
        """Return the files that a file sees, itself first; `False` where another may be meant."""
        reached = {path: True}
        waiting = [path]
        while waiting:
            following = []
            for one in waiting:
                for target, exact in self.includes(one).items():
                    if target not in reached:
                        reached[target] = exact and reached[one]
                        following.append(target)
            waiting = following
        return reached

    def _seen_by_includers(self, path: str, wanted: set[str]) -> set[str]:
        """Return which files are visible in a header for whoever includes it."""
        found: set[str] = set()
        for one in self._includers(path):
            found |= wanted & self.reach(one).keys()
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
