"""Names that several definitions of the software share, and what tells them apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from mkdocs_repodoc.insight.bounded_answers import Bounds, bounded
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.kinds import CALLING, NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.paths import folder_of, name_of, stem_of

_PARTS = re.compile(r"\W+")
"""Between the parts of a namespace."""


class Namesakes:
    """Names definitions so that no two of different files read alike.

    Args:
        repository: The linked repository.
        code: Paths of the files that make up the software.
        bounds: The bounds of the answers over all files.
    """

    def __init__(
        self, repository: Repository, code: Collection[str], bounds: Bounds | None = None
    ) -> None:
        self.bounds = bounds or Bounds()
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

    def packaged_name(self, ref: SymbolRef) -> str:
        """Return the short name of a definition, behind its package where types share that name.

        Args:
            ref: A function, a method, a type or a file.

        Returns:
            `Codec`, or `json.Codec`; a method's likewise, by its type.
        """
        name = self._repository.short_name(ref)
        if ref.is_file:
            return name
        around, last = split_name(self._repository.symbol(ref).bare_name)
        packages = self._packages.get(split_name(around)[1] or last, {})
        package = packages.get(self._identity(ref))
        return f"{package}.{name}" if package else name

    @bounded("what tells types of one name apart", dict)
    def _packages(self) -> Mapping[str, Mapping[tuple[str, str], str]]:
        """Short name of several types → for each of them what tells it from the others."""
        found: dict[str, dict[tuple[str, str], str]] = {}
        for name, refs in self._types.items():
            for packages in (map(self._module, refs), map(self._folder, refs)):
                by_type = dict(zip(map(self._identity, refs), packages, strict=True))
                # A file that is named after its type says no more than that.
                if len({*by_type.values(), name}) > len(by_type):
                    found.setdefault(name, by_type)
        return found

    @cached_property
    def _types(self) -> Mapping[str, Sequence[SymbolRef]]:
        """Short name of several types → the types, one of the parts of each."""
        found: dict[str, dict[tuple[str, str], SymbolRef]] = {}
        for path in sorted(self._code):
            for position, symbol in enumerate(self._repository.files[path].outline.symbols):
                if symbol.kind in NOUNS:
                    ref = SymbolRef(path, position)
                    name = split_name(symbol.bare_name)[1]
                    found.setdefault(name, {}).setdefault(self._identity(ref), ref)
        return {name: tuple(refs.values()) for name, refs in found.items() if len(refs) > 1}

    def _identity(self, ref: SymbolRef) -> tuple[str, str]:
        """Return the namespace or the file of a definition: one type has its name there."""
        namespace = self._repository.symbol(ref).namespace
        return (namespace, "") if namespace else ("", ref.path)

    def _module(self, ref: SymbolRef) -> str:
        """Return the last part of the name of a definition's namespace, module or file."""
        if namespace := self._repository.symbol(ref).namespace:
            return _PARTS.split(namespace)[-1]
        file = self._repository.files[ref.path]
        return file.module.rpartition(".")[2] if file.module else stem_of(file.name)

    def _folder(self, ref: SymbolRef) -> str:
        if self._repository.symbol(ref).namespace:
            return self._module(ref)
        return name_of(folder_of(ref.path)) or self._repository.name

    def distinct_file(self, path: str) -> str:
        """Return the name of a file, with the folders that tell it from others of that name."""
        name = name_of(path)
        others = self._paths.get(name, ())
        return _tail(path, [other for other in others if other != path])

    @bounded("which files share a name", dict)
    def _paths(self) -> Mapping[str, Sequence[str]]:
        """Name of a file → all paths that end in it."""
        found: dict[str, list[str]] = {}
        for path in self._repository.files:
            found.setdefault(name_of(path), []).append(path)
        return found

    @bounded("which definitions share a name", dict)
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
