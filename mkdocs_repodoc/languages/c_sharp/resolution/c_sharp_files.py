"""The C# files of a repository: namespaces, the types in them, and the parts of partial types."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms as terms
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_file import (
    TYPES,
    CSharpFile,
    namespaces_around,
)
from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.languages.resolution.own_files import own_outlines
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import, Symbol
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import ancestors, folder_of, shared_parts

_PROJECT = (".csproj", ".fsproj", ".vbproj", ".shproj")


class DeclaredType(NamedTuple):
    """A type with its parts.

    Attributes:
        symbol: The part that stands for it.
        parts: All of its declarations; several of a partial type.
        is_conditional: Whether other declarations are taken under other conditions.
    """

    symbol: SymbolRef
    parts: tuple[SymbolRef, ...]
    is_conditional: bool = False


class CSharpFiles:
    """The C# files of a repository, by the namespaces that they declare.

    Args:
        files: All files in sorted order.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        projects = {folder_of(source.path) for source, _ in files if source.path.endswith(_PROJECT)}
        self.files = {
            path: CSharpFile(path, outline, _project(path, projects))
            for path, outline in own_outlines(files, "c#").items()
        }

    @cached_property
    def digest(self) -> str:
        """Digest of all that files may look up; lines and documentation do not enter."""
        content = [
            (
                file.path,
                file.project,
                [(symbol.name, symbol.kind, symbol.labels) for symbol in file.outline.symbols],
                [
                    (at, each.module, each.name, each.alias, each.passes_on)
                    for at, items in file.usings.items()
                    for each in items
                ],
                file.outline.types,
                tuple(file.owners.values()),
            )
            for file in self.files.values()
        ]
        return hashlib.sha256(msgspec.msgpack.encode(content)).hexdigest()

    def symbol(self, symbol: SymbolRef) -> Symbol:
        """Return a symbol of a file."""
        return self.files[symbol.path].symbol(symbol.position)

    # Types

    @cached_property
    def _declared(self) -> Mapping[str, Sequence[DeclaredType]]:
        """Full name → the types of that name: one for each project, or for each condition."""
        found: dict[str, list[SymbolRef]] = {}
        for file in self.files.values():
            for position, symbol in enumerate(file.outline.symbols):
                if symbol.kind in TYPES:
                    name = file.full_name(position)
                    found.setdefault(name, []).append(SymbolRef(file.path, position))
        return {name: self._types_of(symbols) for name, symbols in found.items()}

    def _types_of(self, symbols: Sequence[SymbolRef]) -> Sequence[DeclaredType]:
        groups: dict[str, list[SymbolRef]] = {}
        for symbol in symbols:
            groups.setdefault(self.files[symbol.path].project, []).append(symbol)
        found = []
        for parts in groups.values():
            partial = [one for one in parts if "partial" in self.symbol(one).labels]
            taken = tuple(partial or parts[:1])
            first = min(taken, key=lambda one: (len(one.path), one))
            found.append(DeclaredType(first, taken, len(taken) < len(parts)))
        return found

    @cached_property
    def _by_part(self) -> Mapping[SymbolRef, DeclaredType]:
        return {
            part: declared
            for several in self._declared.values()
            for declared in several
            for part in declared.parts
        }

    def declared(self, symbol: SymbolRef) -> DeclaredType:
        """Return the type that a declaration is a part of."""
        return self._by_part.get(symbol) or DeclaredType(symbol, (symbol,), is_conditional=True)

    def find(self, full_name: str, seen_from: str) -> Meaning | None:
        """Find a type by its full name, that of the nearest project if several declare it.

        Args:
            full_name: Its parts, each with the number of its type parameters.
            seen_from: The file that names it.
        """
        declared = self._declared.get(full_name, ())
        if len(declared) == 1:
            return Meaning(declared[0].symbol, not declared[0].is_conditional)
        if not declared:
            return None
        ranked = sorted((self._distance(one, seen_from), one.symbol) for one in declared)
        (nearest, symbol), (second, _) = ranked[:2]
        return Meaning(symbol, exact=nearest[0] == 0) if nearest != second else None

    def _distance(self, declared: DeclaredType, seen_from: str) -> tuple[int, int]:
        one = self.files[declared.symbol.path].project
        file = self.files.get(seen_from)
        other = file.project if file is not None else ""
        return int(one != other), -shared_parts(one, other)

    def is_namespace(self, name: str) -> bool:
        """Whether there is a namespace of this name, or one inside of it."""
        return name in self._namespaces

    @cached_property
    def _namespaces(self) -> frozenset[str]:
        names = {
            symbol.name
            for file in self.files.values()
            for symbol in file.outline.symbols
            if symbol.kind == Kind.NAMESPACE
        }
        return frozenset(each for name in names for each in namespaces_around(name))

    def files_of(self, namespace: str) -> Sequence[str]:
        """Return the files that declare something in a namespace."""
        return self._files_by_namespace.get(namespace, ())

    @cached_property
    def _files_by_namespace(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for file in self.files.values():
            names = (one.name for one in file.outline.symbols if one.kind == Kind.NAMESPACE)
            for name in dict.fromkeys(names):
                found.setdefault(name, []).append(file.path)
        return found

    # Directives for a whole project

    def global_usings(self, project: str) -> Sequence[tuple[str, Import]]:
        """Return the `global using` directives of a project, each with its file."""
        return self._global_usings.get(project, ())

    @cached_property
    def _global_usings(self) -> Mapping[str, list[tuple[str, Import]]]:
        found: dict[str, list[tuple[str, Import]]] = {}
        for file in self.files.values():
            for item in file.outline.imports:
                if item.passes_on:
                    found.setdefault(file.project, []).append((file.path, item))
        return found

    # Extension methods

    def extensions(self, name: str) -> Sequence[SymbolRef]:
        """Return the extension methods of a name."""
        return self._extensions.get(name, ())

    @cached_property
    def _extensions(self) -> Mapping[str, list[SymbolRef]]:
        found: dict[str, list[SymbolRef]] = {}
        for file in self.files.values():
            for position, term in file.values.items():
                if term.base == "returning" and terms.EXTENSION in term.names[0].split(","):
                    name = file.simple_name(position)
                    found.setdefault(name, []).append(SymbolRef(file.path, position))
        return found


def _project(path: str, projects: set[str]) -> str:
    return next((folder for folder in ancestors(path) if folder in projects), "")
