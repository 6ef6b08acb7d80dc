"""Options of a type that others embed under a prefix, where none is called as its field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from mkdocs_repodoc.insight.operation.option_commands import Declared
from mkdocs_repodoc.model.kinds import NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import EMBEDDED, Option
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.paths import folder_of, name_of

_NAMED = 6
"""Options that are named of those of a type."""


def with_embedded(
    repository: Repository, declared: Sequence[Declared]
) -> tuple[list[Declared], set[tuple[str, int]]]:
    """Return options without those of embedded types, which are told where they are embedded.

    Args:
        repository: The linked repository.
        declared: Path and option or command.

    Returns:
        The options; and path and line of those that were left out.
    """
    embedding = [each for each in declared if each[1].flags[0].endswith(EMBEDDED)]
    if not embedding:
        return [*declared], set()
    left: set[tuple[str, int]] = set()
    about: dict[tuple[str, int], str] = {}
    types = _types(repository, {path for path, _ in declared})
    for path, option in embedding:
        ref = _meant(types, path, option.metavar)
        held = _held(repository, declared, ref) if ref is not None else []
        left |= {(at, each.line) for at, each in held}
        about[path, option.line] = _names([each for _, each in held])
    found = [
        (path, structs.replace(each, help=about[path, each.line]))
        if (path, each) in embedding
        else (path, each)
        for path, each in declared
        if (path, each.line) not in left
    ]
    return found, left


def _types(repository: Repository, paths: Iterable[str]) -> dict[tuple[str, str], SymbolRef]:
    """Return the types of some files by folder and name."""
    return {
        (folder_of(path), symbol.bare_name): SymbolRef(path, position)
        for path in paths
        for position, symbol in enumerate(repository.files[path].outline.symbols)
        if symbol.kind in NOUNS
    }


def _meant(types: Mapping[tuple[str, str], SymbolRef], path: str, written: str) -> SymbolRef | None:
    """Return the type that a file names, of its own folder or of the one that it names as well."""
    package, _, name = written.rpartition(".")
    if not package:
        return types.get((folder_of(path), name))
    found = [ref for (at, each), ref in types.items() if each == name and name_of(at) == package]
    return found[0] if len(found) == 1 else None


def _held(repository: Repository, declared: Sequence[Declared], ref: SymbolRef) -> list[Declared]:
    """Return the options that stand in a type."""
    symbol = repository.symbol(ref)
    lines = range(symbol.line, symbol.end_line + 1)
    return [each for each in declared if each[0] == ref.path and each[1].line in lines]


def _names(held: Sequence[Option]) -> str:
    """Return the first names of some options, with commas between them."""
    names = [max(each.flags, key=len).lstrip("-") for each in held]
    return ", ".join([*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])])
