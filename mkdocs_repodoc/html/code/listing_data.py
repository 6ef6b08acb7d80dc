"""The data of a listing's script: ranges to fold, addresses of lines."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.model.name_parts import name_inside
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.repository_urls import SourceUrl

_LEAST = 2
"""A fold that hides fewer lines takes more attention than it saves."""
_MOST = 2_000
"""Files with more ranges are data; a button for each would slow the page down."""
_LINE, _END_LINE = 9_000_001, 9_000_002
"""Stand for numbers that are filled in later; no file has so many lines."""


def scopes(symbols: Iterable[Symbol], shown: int) -> str:
    """Return where a file's classes, functions and the like stand.

    Ranges that don't nest (macros, broken code) are left out: the later one of two that overlap,
    and of two on one line.

    Args:
        symbols: What the file defines.
        shown: Number of lines of the listing.

    Returns:
        A line for each: the line that names it, how many lines follow it, and its name without
        that of what is around it.
    """
    found: list[str] = []
    around: list[tuple[int, str]] = []
    last = 0
    for symbol in sorted(symbols, key=lambda each: (each.name_line, -each.end_line)):
        start, end = symbol.name_line, min(symbol.end_line, shown)
        while around and around[-1][0] < start:
            around.pop()
        if start <= last or end - start < _LEAST or (around and end > around[-1][0]):
            continue
        outer = around[-1][1] if around else ""
        name = name_inside(symbol.name, outer) if outer else symbol.name
        found.append(f"{start} {end - start} {' '.join(name.split()) or symbol.kind}")
        around.append((end, symbol.name))
        last = start
        if len(found) == _MOST:
            break
    return "\n".join(found)


def permalink(source_url: SourceUrl, path: str) -> str:
    """Return the address of a file's lines at its forge, with `{line}` and `{end_line}` in it."""
    address = source_url(path, _LINE, _END_LINE)
    return address.replace(str(_LINE), "{line}").replace(str(_END_LINE), "{end_line}")
