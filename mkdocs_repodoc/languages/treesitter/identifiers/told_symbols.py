"""Statements about the symbols of one file, as a pass over its tree makes them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.references import Target


class ToldSymbols:
    """Part of a pass; its identifiers are noted by `NotedIdentifiers`.

    Attributes:
        scope: Index of the symbol around; `FILE_SCOPE` for none.
        types: Position of a symbol → what it is.
    """

    scope: int
    types: list[tuple[int, Target]]

    def tell(self, position: int, entry: Target | None) -> None:
        """Note what is known of a symbol, if anything is."""
        if is_listed(position) and entry is not None:
            self.types.append((position, entry))

    @contextmanager
    def inside_symbol(self, position: int) -> Iterator[None]:
        """Visit what belongs to a symbol."""
        before = self.scope
        if is_listed(position):
            self.scope = position
        yield
        self.scope = before
