"""Meanings of a file's identifiers, as a language's finder hands them to the record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tree_sitter import Node

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


NameFinder = Callable[[Node, bytes, Sequence[Symbol], Sequence[Import]], FileNames]
"""Takes the root of a file's tree, the code, and the symbols and imports of the outline."""
