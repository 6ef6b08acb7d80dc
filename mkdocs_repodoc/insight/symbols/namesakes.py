"""Names that several definitions of the software share, and what tells them apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from mkdocs_repodoc.model.kinds import CALLING, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.paths import name_of


class Namesakes:
    """Names definitions so that no two of different files read alike.

    Args:
        repository: The linked repository.
        code: Paths of the files that make up the software.
    """

    def __init__(self, repository: Repository, code: Collection[str]) -> None:
        self._repository = repository
        self._code = code

    def distinct_name(self, ref: SymbolRef) -> str:
        """Return the short name of a definition, with its file where another file has it too.

        Args:
            ref: A function, a method, a type or a file.

        Returns:
            `run`, or `run (stats.rs)`; as much of the path as tells it from all others.
        """
        name = self._repository.short_name(ref)
        others = self._files.get(name, frozenset()) - {ref.path}
        return f"{name} ({_tail(ref.path, others)})" if others and not ref.is_file else name

    def distinct_file(self, path: str) -> str:
        """Return the name of a file, with the folders that tell it from others of that name."""
        name = name_of(path)
        others = self._paths.get(name, ())
        return _tail(path, [other for other in others if other != path])

    @cached_property
    def _paths(self) -> Mapping[str, Sequence[str]]:
        """Name of a file → all paths that end in it."""
        found: dict[str, list[str]] = {}
        for path in self._repository.files:
            found.setdefault(name_of(path), []).append(path)
        return found

    @cached_property
    def _files(self) -> Mapping[str, frozenset[str]]:
        """Short name of a function or a type → the files that define it."""
        found: dict[str, set[str]] = {}
        for path in self._code:
            for position, symbol in enumerate(self._repository.files[path].outline.symbols):
                if symbol.kind in CALLING or symbol.kind in NOUNS:
                    name = self._repository.short_name(SymbolRef(path, position))
                    found.setdefault(name, set()).add(path)
        return {name: frozenset(paths) for name, paths in found.items() if len(paths) > 1}


def _tail(path: str, others: Collection[str]) -> str:
    """Return the shortest end of a path that none of the others has."""
    parts = path.split("/")
    for length in range(1, len(parts)):
        tail = "/".join(parts[-length:])
        if not any(other == tail or other.endswith(f"/{tail}") for other in others):
            return tail
    return path
