"""The C# files of a repository: namespaces, the types in them, and the parts of partial types."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.languages.c_sharp.resolution import c_sharp_terms as terms
from mkdocs_repodoc.languages.resolution.language_names import Meaning, takes_part
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Import, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import ancestors, folder_of, shared_parts

TYPES = frozenset((Kind.CLASS, Kind.STRUCT, Kind.INTERFACE, Kind.ENUM, Kind.RECORD, Kind.DELEGATE))
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


class CSharpFile:
    """What other files may know of a file.

    Args:
        path: The file.
        outline: Its outline.
        project: Folder of the project that compiles it; empty if none is known.
    """

    def __init__(self, path: str, outline: FileOutline, project: str) -> None:
        self.path = path
        self.outline = outline
        self.project = project

    def symbol(self, position: int) -> Symbol:
        """Return one of its symbols."""
        return self.outline.symbols[position]

    def simple_name(self, position: int) -> str:
        """Return the last part of a symbol's name."""
        owner = self.owners[position]
        outer = f"{self.symbol(owner).name}." if owner != FILE_SCOPE else ""
        return self.symbol(position).name.removeprefix(outer)

    @cached_property
    def namespaces(self) -> frozenset[str]:
        """The namespaces that it declares something in; the one without a name if it has none."""
        names = {one.name for one in self.outline.symbols if one.kind == Kind.NAMESPACE}
        return frozenset(names or {""})

    @cached_property
    def visible_namespaces(self) -> frozenset[str]:
        """Its namespaces and those around them."""
        return frozenset(each for name in self.namespaces for each in namespaces_around(name))

    @cached_property
    def types(self) -> Mapping[int, Target]:
        """Position of a type → what is known of it."""
        return {at: term for at, term in self.outline.types if term.base == "types"}

    @cached_property
    def values(self) -> Mapping[int, Target]:
        """Position of a member or delegate → what is known of it."""
        return {at: term for at, term in self.outline.types if term.base != "types"}

    @cached_property
    def owners(self) -> Mapping[int, int]:
        """Position of a symbol → the one that it stands right in."""
        found: dict[int, int] = {}
        around: list[int] = []
        for position, symbol in enumerate(self.outline.symbols):
            while around and not self._holds(around[-1], symbol):
                around.pop()
            found[position] = around[-1] if around else FILE_SCOPE
            around.append(position)
        return found

    def _holds(self, position: int, symbol: Symbol) -> bool:
        around = self.symbol(position)
        if not symbol.name.startswith(f"{around.name}."):
            return False
        return around.kind == Kind.NAMESPACE or symbol.line <= around.end_line

    @cached_property
    def members(self) -> Mapping[int, Mapping[str, list[int]]]:
        """Position of a symbol → simple name → the symbols right in it; -1 for the file."""
        found: dict[int, dict[str, list[int]]] = {}
        for position, owner in self.owners.items():
            names = found.setdefault(owner, {})
            names.setdefault(self.simple_name(position), []).append(position)
        return found

    def arity(self, position: int) -> int:
        """Return how many type parameters a type has."""
        entry = self.types.get(position)
        return len(entry.of.also) if entry is not None and entry.of is not None else 0

    def enclosing(self, position: int) -> Iterator[int]:
        """Yield a symbol and those around it, the innermost first."""
        while position != FILE_SCOPE:
            yield position
            position = self.owners[position]

    def is_conditional(self, position: int) -> bool:
        """Whether only some builds compile a symbol, or what is around it."""
        entries = (
            self.types.get(each) or self.values.get(each) for each in self.enclosing(position)
        )
        flags = (
            flag for entry in entries if entry for name in entry.names for flag in name.split(",")
        )
        return terms.CONDITIONAL in flags

    def full_name(self, position: int) -> str:
        """Return the full name of a type with the number of type parameters of each part."""
        symbol = self.symbol(position)
        if symbol.kind == Kind.NAMESPACE:
            return symbol.name
        own = terms.with_arity(self.simple_name(position), self.arity(position))
        owner = self.owners[position]
        return f"{self.full_name(owner)}.{own}" if owner != FILE_SCOPE else own

    @cached_property
    def usings(self) -> Mapping[int, Sequence[Import]]:
        """Position of a namespace → the directives in it; -1 for those of the file."""
        found: dict[int, list[Import]] = {}
        for item in self.outline.imports:
            inside = [at for at, (start, end) in self._spaces.items() if start < item.line <= end]
            found.setdefault(inside[-1] if inside else FILE_SCOPE, []).append(item)
        return found

    @cached_property
    def _spaces(self) -> Mapping[int, tuple[int, int]]:
        """Position of a namespace → its first and last line, with what follows `namespace A;`."""
        found: dict[int, tuple[int, int]] = {}
        for position, symbol in enumerate(self.outline.symbols):
            if symbol.kind == Kind.NAMESPACE:
                found[position] = symbol.line, symbol.end_line
            elif (owner := self.owners[position]) in found:
                start, end = found[owner]
                found[owner] = start, max(end, symbol.end_line)
        return found


class CSharpFiles:
    """The C# files of a repository, by the namespaces that they declare.

    Args:
        files: All files in sorted order.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        listed = list(files)
        projects = {
            folder_of(source.path) for source, _ in listed if source.path.endswith(_PROJECT)
        }
        self.files = {
            source.path: CSharpFile(source.path, outline, _project(source.path, projects))
            for source, outline in listed
            if source.language == "c#" and takes_part(source)
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


def namespaces_around(name: str) -> Iterator[str]:
    """Yield a namespace and those around it, the one without a name last."""
    while name:
        yield name
        name = name.rpartition(".")[0]
    yield ""


def _project(path: str, projects: set[str]) -> str:
    return next((folder for folder in ancestors(path) if folder in projects), "")
