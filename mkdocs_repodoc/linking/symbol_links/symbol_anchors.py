"""The anchors of a file's symbols: what links to them is written by hand, too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.sections import FILE_HEADINGS

_RESERVED = frozenset(heading.anchor for heading in FILE_HEADINGS)
_LINE = re.compile(r"L\d+$")
_SPACE = re.compile(r"\s+")


def symbol_anchors(module: str, symbols: Sequence[Symbol], main: Sequence[int]) -> tuple[str, ...]:
    """Return one id for each symbol: its dotted path, made unique where names repeat.

    Args:
        module: Dotted name by which code imports the file; empty if it has none.
        symbols: The file's symbols.
        main: Positions of the symbols that get the plain id where a name has several.
    """
    prefix = f"{module}." if module else ""
    plain = [prefix + symbol.name for symbol in symbols]
    if module and len(set(plain)) == len(plain) and not _SPACE.search("\0".join(plain)):
        return tuple(plain)  # nearly every module: what has a dot is no section and no line
    wanted = [_SPACE.sub("-", (prefix + symbol.name).strip()) or "-" for symbol in symbols]
    anchors: list[str] = [""] * len(symbols)
    taken = {module} if module else set()
    preferred = set(main)
    numbers: dict[str, int] = {}
    for position in sorted(range(len(symbols)), key=lambda p: (p not in preferred, p)):
        base = wanted[position]
        anchor, number = base, numbers.get(base, 2)
        while anchor in taken or anchor in _RESERVED or _LINE.match(anchor):
            anchor, number = f"{base}_{number}", number + 1
        taken.add(anchor)
        numbers[base] = number
        anchors[position] = anchor
    return tuple(anchors)
