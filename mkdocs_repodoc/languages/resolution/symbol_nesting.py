"""The nesting of a file's symbols, by their names and lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE


def is_listed(position: int) -> bool:
    """Whether a position is that of a symbol; others number what has no name."""
    return position > FILE_SCOPE


def members_by_owner(
    symbols: Sequence[Symbol], separator: str
) -> Mapping[int, Mapping[str, list[int]]]:
    """Return for each symbol those that stand right in it.

    Args:
        symbols: The symbols of a file.
        separator: What stands between the name of a symbol and that of one in it.

    Returns:
        Position of a symbol, `FILE_SCOPE` for none → simple name → positions of the symbols in it.
    """
    found: dict[int, dict[str, list[int]]] = {}
    around: list[int] = []
    for position, symbol in enumerate(symbols):
        while around and not _holds(symbols[around[-1]], symbol, separator):
            around.pop()
        owner = found.setdefault(around[-1] if around else FILE_SCOPE, {})
        owner.setdefault(symbol.name.rpartition(separator)[2], []).append(position)
        around.append(position)
    return found


def _holds(outer: Symbol, inner: Symbol, separator: str) -> bool:
    return inner.name.startswith(f"{outer.name}{separator}") and inner.line <= outer.end_line
