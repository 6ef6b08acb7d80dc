"""Generated files and what they were made from, type by type.

What a generator writes at the top of a file says which one it has read, or the name of the file
does, where the tool decides it. A type of the source and one of the generated file belong together
if they have the same name, as generators write names that are nested.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.languages.resolution.language_names import Tie
from mkdocs_repodoc.model.facts import GeneratedFrom
from mkdocs_repodoc.model.kinds import NOUNS, TYPES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.paths import folder_of, name_of

_OF_PROTOCOL = re.compile(r"(.+?)(?:_pb2(?:_grpc)?|_pb|(?:_grpc)?\.pb(?:\.gw|\.validate)?)\.\w+$")
"""Names that the compiler of `.proto` files gives to what it makes of one."""
_WRITTEN = NOUNS | TYPES | {Kind.TYPE, Kind.TYPEDEF}
_SCHEMAS = frozenset(("schemas", "definitions", "$defs"))
"""Keys below which each key is a type."""
_OF_SERVICE = ("", "Client", "Server", "Stub", "Servicer", "Service", "Grpc")
"""What the names of types end in that are made for the two sides of a service."""
_PARTS = re.compile(r"::|[.\\/]")


def generated_ties(files: Mapping[str, RepoFile]) -> Iterator[Tie]:
    """Yield the ties of all generated files to what they were made from.

    Args:
        files: All files.
    """
    index: FileIndex | None = None
    for path, file in files.items():
        if file.source.origin != "generated" or not (named := _named(file)):
            continue
        index = index or FileIndex(files)
        read, line = named
        found = index.by_ending(read, folder_of(path))
        if found and files[found].source.origin != "generated":
            yield Tie(
                "generated from", SymbolRef.of_file(path), SymbolRef.of_file(found), path, line
            )
            yield from _types(file, files[found])


def _named(file: RepoFile) -> tuple[str, int] | None:
    """Return the path that was read, as far as it is known, and the line that says so, or 0."""
    for fact in file.outline.facts_of(GeneratedFrom):
        return fact.path.removeprefix("./"), fact.line
    match = _OF_PROTOCOL.match(name_of(file.path))
    return (f"{match[1]}.proto", 0) if match else None


def _types(made: RepoFile, source: RepoFile) -> Iterator[Tie]:
    """Yield the ties between types of the same name, where each end is the only one."""
    declared = _by_name(_declared_types(source))
    written = _by_name(_written_types(made))
    for name, ends in declared.items():
        others = written.get(name, [])
        if len(ends) == len(others) == 1:
            line = made.outline.symbols[others[0]].name_line
            one, other = SymbolRef(made.path, others[0]), SymbolRef(source.path, ends[0])
            yield Tie("generated from", one, other, made.path, line)


def _by_name(found: Iterator[tuple[str, int]]) -> dict[str, list[int]]:
    by_name: dict[str, list[int]] = {}
    for name, position in found:
        by_name.setdefault(name, []).append(position)
    return by_name


def _declared_types(source: RepoFile) -> Iterator[tuple[str, int]]:
    """Yield the names under which types of the source may be written, and their positions."""
    for position, symbol in enumerate(source.outline.symbols):
        parts = symbol.name.split(".")
        is_service = symbol.kind == Kind.SERVICE
        if is_service or symbol.kind == Kind.MESSAGE or symbol.kind in NOUNS:
            endings = _OF_SERVICE if is_service else ("",)
            for ending in endings:
                yield "_".join(parts) + ending, position
        elif symbol.kind == Kind.KEY and len(parts) > 1 and parts[-2] in _SCHEMAS:
            yield parts[-1], position


def _written_types(made: RepoFile) -> Iterator[tuple[str, int]]:
    """Yield the names of types: with all that are around them, and without namespaces."""
    for position, symbol in enumerate(made.outline.symbols):
        if symbol.kind in _WRITTEN:
            parts = _PARTS.split(symbol.name)
            for start in range(len(parts)):
                yield "_".join(parts[start:]), position
