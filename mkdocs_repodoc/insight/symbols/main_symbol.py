"""The one symbol that a file is about, if it is about one."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from mkdocs_repodoc.model.kinds import WEIGHTY, WHOLE, Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile

_SHARE = 0.6
"""Share of the lines of all definitions that the main one has at least."""
_MUCH_LONGER = 2
FOR_TYPES = "type checking only"
"""Label of a name that a module has for type checkers alone."""


def is_outer(symbol: Symbol) -> bool:
    """Whether a symbol stands at the top level of its file, or of a namespace there."""
    name = symbol.bare_name
    is_member = "." in name or "::" in name or ("#" in name[1:] and symbol.kind not in WHOLE)
    return symbol.kind != Kind.NAMESPACE and not is_member


def main_symbol(file: RepoFile) -> int | None:
    """Return the position of the symbol that a file is about; `None` if it is about several.

    That is the one with the file's own name unless another is much longer, the only public one,
    or one that takes up most of the file.
    """
    around = {symbol.namespace for symbol in file.outline.symbols}
    outer = [
        (position, symbol)
        for position, symbol in enumerate(file.outline.symbols)
        if is_outer(symbol) and FOR_TYPES not in symbol.labels
        if symbol.kind in WEIGHTY or _says_what_it_is(symbol, around)
    ]
    public = [(position, symbol) for position, symbol in outer if symbol.public]
    stem = _plain(file.name.partition(".")[0])
    longest = max((_length(symbol) for _, symbol in public), default=0)
    for position, symbol in public:
        if _plain(symbol.bare_name) == stem and _MUCH_LONGER * _length(symbol) >= longest:
            return position
    if len({symbol.name for _, symbol in public}) == 1:  # with its overloads
        return public[0][0]
    total = sum(_length(symbol) for _, symbol in outer)
    long = (position for position, symbol in public if _length(symbol) > _SHARE * total)
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
    type again.
    """
    outer = [
        (position, symbol)
        for position, symbol in enumerate(file.outline.symbols)
        if is_outer(symbol) and symbol.kind != Kind.IMPL and FOR_TYPES not in symbol.labels
    ]
    yield from [each for each in outer if each[1].public] or outer


def _says_what_it_is(symbol: Symbol, around: AbstractSet[str]) -> bool:
    """Whether a symbol is a documented module that is no namespace around types."""
    return symbol.kind == Kind.MODULE and bool(symbol.summary) and symbol.name not in around


def _length(symbol: Symbol) -> int:
    return symbol.end_line - symbol.line + 1


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()
