"""Names that tell what a folder is about which says nothing of itself."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterator, Mapping, Sequence

from mkdocs_repodoc.model.kinds import FUNCTIONS, TYPES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import RepoFile, Repository, Role
from mkdocs_repodoc.paths import ancestors

_MOST = 4
"""Names that stand for a folder."""
_SHARED = 2
"""Files that use what a package offers to itself alone, such as a program that is no library."""


def telling_names(
    repository: Repository, roles: Collection[Role]
) -> Mapping[str, Sequence[SymbolRef]]:
    """Return folder → the types and functions below it that most files use, by name.

    They are public, or shared by several files of their package.

    Uses are counted in powers of two: one more use somewhere changes no page.

    Args:
        repository: The linked repository.
        roles: Of the files whose names count.
    """
    found: dict[str, list[tuple[int, SymbolRef]]] = {}
    for path, file in repository.files.items():
        if file.role in roles and not file.source.origin:
            best = heapq.nsmallest(_MOST, _used_names(repository, path, file))
            for folder in ancestors(path):
                if best:
                    known = found.get(folder, [])
                    found[folder] = heapq.nsmallest(_MOST, [*known, *best])
    return {folder: sorted(ref for _, ref in best) for folder, best in found.items()}


def _used_names(
    repository: Repository, path: str, file: RepoFile
) -> Iterator[tuple[int, SymbolRef]]:
    for position, users in repository.links.uses.file_counts(path).items():
        if position == FILE_SCOPE:
            continue
        symbol = file.outline.symbols[position]
        name = symbol.bare_name
        is_shared = users >= _SHARED and not name.startswith("_")
        is_offered = name.isidentifier() and (symbol.public or is_shared)
        if is_offered and (symbol.kind in FUNCTIONS or symbol.kind in TYPES):
            yield -users.bit_length(), SymbolRef(path, position)
