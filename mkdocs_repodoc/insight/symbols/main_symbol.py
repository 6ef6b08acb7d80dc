"""The one symbol that a file is about, if it is about one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer, outer_name
from mkdocs_repodoc.model.kinds import WEIGHTY, Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile

_SHARE = 0.6
"""Share of the lines of all definitions that the main one has at least."""
_MUCH_LONGER = 2
FOR_TYPES = "type checking only"
"""Label of a name that a module has for type checkers alone."""


def main_symbol(file: RepoFile) -> int | None:
    """Return the position of the symbol that a file is about; `None` if it is about several.

    That is the one with the file's own name unless another is much longer, the only public one
    unless members of what other files define are longer, or one that takes up most of the file.
    """
    spaces, empty = _namespaces(file)
    outer = [
        (position, symbol)
        for position, symbol in enumerate(file.outline.symbols)
        if is_outer(symbol)
        and (symbol.kind in WEIGHTY or (symbol.kind == Kind.MODULE and symbol.summary))
        and FOR_TYPES not in symbol.labels
        and symbol.name not in empty
    ]
    public = [(position, symbol) for position, symbol in outer if symbol.public] or outer
    stem = _plain(file.name.partition(".")[0])
    lengths = _lengths(file)
    longest = max((lengths[symbol.name] for _, symbol in public), default=0)
    for position, symbol in public:
        if _plain(symbol.bare_name) == stem and _MUCH_LONGER * lengths[symbol.name] >= longest:
            return position
    public = [each for each in public if each[1].name not in spaces]
    own = {symbol.name for symbol in file.outline.symbols if is_outer(symbol)}
    guests = sum(lengths[name] for name in lengths.keys() - own)
    if len({symbol.name for _, symbol in public}) == 1:  # with its overloads
        position, symbol = public[0]
        return position if lengths[symbol.name] >= guests else None
    total = guests + sum(lengths[name] for name in {symbol.name for _, symbol in outer} - spaces)
    long = (position for position, symbol in public if lengths[symbol.name] > _SHARE * total)
    return next(long, None)


def implemented_for(file: RepoFile, position: int) -> int:
    """Return for how many types a file implements a trait that it defines."""
    trait = file.outline.symbols[position].bare_name
    return sum(
        symbol.kind == Kind.IMPL and symbol.name.startswith(f"{trait} for ")
        for symbol in file.outline.symbols
    )


def outer_names(file: RepoFile) -> Iterator[tuple[int, Symbol]]:
    """Yield the outer names of a file that describe it: public ones, else all.

    Names for type checkers alone are left out, and so are implementations, which name a trait or a
    type again, and modules that only stand around others.
    """
    _, empty = _namespaces(file)
    outer = [
        (position, symbol)
        for position, symbol in enumerate(file.outline.symbols)
        if is_outer(symbol)
        and symbol.kind != Kind.IMPL
        and FOR_TYPES not in symbol.labels
        and symbol.name not in empty
    ]
    yield from [each for each in outer if each[1].public] or outer


def _namespaces(file: RepoFile) -> tuple[set[str], set[str]]:
    """Return namespaces and modules around others, and those of them that hold nothing else."""
    symbols = file.outline.symbols
    spaces = {symbol.namespace for symbol in symbols}
    return spaces, spaces - {outer_name(symbol) for symbol in symbols if not is_outer(symbol)}


def _lengths(file: RepoFile) -> Mapping[str, int]:
    """Return how many lines each outer name takes, its members and overloads included.

    Members may stand outside of what they belong to: methods of Go, those of prototypes.
    """
    ends: dict[str, int] = {}
    lengths: dict[str, int] = defaultdict(int)
    for symbol in file.outline.symbols:
        name = symbol.name if is_outer(symbol) else outer_name(symbol)
        first = max(symbol.line, ends.get(name, 0) + 1)
        if symbol.end_line >= first:
            lengths[name] += symbol.end_line - first + 1
            ends[name] = symbol.end_line
    return lengths


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()
