"""The denotation of an expression where declared types decide: its declaration, and its type."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from mkdocs_repodoc.languages.resolution.language_names import Meaning
from mkdocs_repodoc.model.linked_symbols import SymbolRef

TypeT = TypeVar("TypeT")


class TypedDenotation(NamedTuple, Generic[TypeT]):
    """What an identifier or expression means.

    Attributes:
        symbol: The declaration; `None` for a value without a name.
        type: The type of its value; `None` if it is not known.
        exact: Whether only this declaration may be meant.
    """

    symbol: SymbolRef | None
    type: TypeT | None
    exact: bool = True

    @property
    def meaning(self) -> Meaning | None:
        """The declaration as other languages know it; `None` for a value without a name."""
        return Meaning(self.symbol, self.exact) if self.symbol is not None else None
