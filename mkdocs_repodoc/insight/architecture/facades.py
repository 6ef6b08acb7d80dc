"""Façades: files that stand for a folder, and pass on what its other files define.

They import all that lies below them, and everybody imports them: beside the files that do the work
they would close a cycle in every repository.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from mkdocs_repodoc.languages.folder_files import stands_for_folder
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.kinds import WEIGHTY
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
)

_MOST_FACADES = 5
"""Façades in a row that a name is followed through."""
_WORD = re.compile(r"\w+")


def is_facade(file: RepoFile) -> bool:
    """Tell whether a file stands for its folder, and less than half of its code is its own."""
    return stands_for_folder(file) and 2 * defined_lines(file) < max(1, file.outline.lines.code)


def defined_lines(file: RepoFile) -> int:
    """Return how many lines the classes and functions of a file have."""
    total = end = 0
    for symbol in sorted(file.outline.symbols, key=lambda each: each.line):
        if symbol.kind in WEIGHTY and symbol.end_line > end:
            total += symbol.end_line - max(symbol.line, end + 1) + 1
            end = symbol.end_line
    return total


class FacadeFollower:
    """Follows what façades pass on to the files that define it.

    Args:
        repository: The linked repository.
        facades: Its façades.
    """

    def __init__(self, repository: Repository, facades: AbstractSet[str]) -> None:
        self._repository = repository
        self._facades = facades
        self._names = cache(self._read)

    def is_facade(self, path: str) -> bool:
        """Tell whether a file is one of the façades."""
        return path in self._facades

    def sources(self, item: Import, found: ResolvedImport) -> tuple[str, ...]:
        """Return the files that define what an import takes; the façade where that is not known.

        Args:
            item: The import as it is written.
            found: Where it leads.
        """
        if found.path not in self._facades:
            return found.paths
        if found.symbol is not None:
            return (found.symbol.path,)
        words = [item.name, *reversed(_WORD.findall(item.module))]
        path = found.path
        for _ in range(_MOST_FACADES):
            names = self._names(path)
            following = next((names[word] for word in words if word in names), "")
            if not following:
                break
            path = following
            if path not in self._facades:
                break
        return (path,)

    def _read(self, path: str) -> dict[str, str]:
        """Return the names that a façade passes on, each with the file that it takes it from."""
        file = self._repository.files[path]
        found = self._repository.links.imports.get(path, ())
        names: dict[str, str] = {}
        for item, each in zip(file.outline.imports, found, strict=False):
            if not each.path or each.path == path:
                continue
            if item.name == "*":
                for symbol in self._repository.files[each.path].outline.symbols:
                    if symbol.public:
                        names.setdefault(symbol.name, each.path)
            else:
                names[item.alias or item.name or _WORD.findall(item.module)[-1]] = each.path
        return names
