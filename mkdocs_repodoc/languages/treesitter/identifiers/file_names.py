"""Meanings of a file's identifiers, as a language's finder hands them to the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import NotedIdentifiers
from mkdocs_repodoc.model.records import Import, Symbol
from mkdocs_repodoc.model.references import Reference, Target


class FileNames(NamedTuple):
    """What the identifiers of one file mean, as far as the file alone can tell.

    Attributes:
        targets: Distinct things that they mean.
        references: The identifiers, in source order.
        types: Index of a symbol → what its value, or what a call of it, is; see the outline.
        offers: Names under which other files take things from the file, and what each is.
    """

    targets: tuple[Target, ...] = ()
    references: tuple[Reference, ...] = ()
    types: tuple[tuple[int, Target], ...] = ()
    offers: tuple[tuple[str, Target], ...] = ()


class OutlinedTree(NamedTuple):
    """A file whose names are to be found.

    Attributes:
        root: The root of its tree.
        code: What the tree was made of.
        symbols: What the outline says that it defines.
        imports: What the outline says that it imports.
    """

    root: Node
    code: bytes
    symbols: Sequence[Symbol]
    imports: Sequence[Import]


NameFinder = Callable[[OutlinedTree], FileNames]
"""Finds what the identifiers of a file mean, as far as the file alone can tell."""


def with_definitions(
    references: Iterable[Reference], symbols: Sequence[Symbol]
) -> tuple[Reference, ...]:
    """Return references and the names of a file's symbols where these are defined, in source order.

    Args:
        references: The other identifiers of the file.
        symbols: What it defines; a definition means the symbol that is its scope, whatever its
            target.
    """
    definitions = [
        Reference(one.name_line, one.column, one.end_column, 0, "definition", index)
        for index, one in enumerate(symbols)
        if one.has_place
    ]
    found = [*references, *definitions]
    return tuple(sorted(found, key=lambda one: (one.line, one.column, one.end_column)))


def names_of(
    finder: NotedIdentifiers,
    symbols: Sequence[Symbol],
    types: Iterable[tuple[int, Target]],
    offers: Iterable[tuple[str, Target]] = (),
) -> FileNames:
    """Return the names of a file from what a pass over its whole tree has noted.

    Args:
        finder: The pass.
        symbols: What the file defines.
        types: Index of a symbol → what its value, or what a call of it, is.
        offers: Names under which other files take things from the file, and what each is.
    """
    references = with_definitions(dict.fromkeys(finder.references), symbols)
    return FileNames(tuple(finder.targets), references, tuple(types), tuple(offers))
