"""Lines of definitions."""

from __future__ import annotations

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository


def definition_lines(repository: Repository, ref: SymbolRef) -> range:
    """Return the lines of a definition; none of a module.

    Args:
        repository: The linked repository.
        ref: The definition.
    """
    if ref.is_file:
        return range(0)
    symbol = repository.symbol(ref)
    return range(symbol.line, symbol.end_line + 1)
