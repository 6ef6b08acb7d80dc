"""The functions around the lines of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_repodoc.model.kinds import CALLING
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import RepoFile


def scopes_around(file: RepoFile, lines: Iterable[int]) -> Iterator[SymbolRef]:
    """Yield the innermost function around each line; the file where there is none.

    Args:
        file: The file.
        lines: Lines, none before one that precedes it.
    """
    symbols = file.outline.symbols
    callables = sorted(
        (position for position, symbol in enumerate(symbols) if symbol.kind in CALLING),
        key=lambda position: (symbols[position].line, -symbols[position].end_line),
    )
    around: list[int] = []
    following = 0
    for line in lines:
        while following < len(callables) and symbols[callables[following]].line <= line:
            around.append(callables[following])
            following += 1
        while around and symbols[around[-1]].end_line < line:
            around.pop()
        yield SymbolRef(file.path, around[-1] if around else FILE_SCOPE)


def function_around(file: RepoFile, scope: SymbolRef) -> SymbolRef | None:
    """Return the function that another one stands in; nothing if it stands in none."""
    symbols = file.outline.symbols
    inner = symbols[scope.position]
    around = [
        (symbol.line, position)
        for position, symbol in enumerate(symbols)
        if symbol.kind in CALLING
        and position != scope.position
        and symbol.line <= inner.line
        and inner.end_line <= symbol.end_line
    ]
    return SymbolRef(file.path, max(around)[1]) if around else None
