"""The types of Go's values, and what identifiers with such types mean."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.languages.resolution.denotation import TypedDenotation
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class Type(NamedTuple):
    """The type of a value.

    Attributes:
        symbol: Its declaration, for a type with a name.
        form: Of one without a name: `many`, `channel` or `function`.
        of: The type of its elements, or of what it returns first.
    """

    symbol: SymbolRef | None = None
    form: str = ""
    of: Type | None = None


Denotation = TypedDenotation[Type]
"""What an identifier or expression means."""
