"""Constants of one type, declared one after another, where a language has no enumerations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.changing.lists.registration import Registration
from mkdocs_repodoc.model.kinds import NOUNS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile

_TYPED = re.compile(r":?\s*(?P<type>[A-Za-z_]\w*)\s*=")
"""The beginning of a constant's type and value."""
_NUMBER = re.compile(r"[^=]*=\s*(-?\d+)")
"""The number of a constant; with it one goes on with the type of the one before."""
_NAMED = NOUNS | {Kind.TYPE}
_FARTHEST = 6
"""Lines from one constant to the next, comments between them included."""


def counted_constants(file: RepoFile) -> Iterator[Registration]:
    """Yield the types of a file with the constants that are all their values, by first lines."""
    symbols = file.outline.symbols
    types = {each.name: number for number, each in enumerate(symbols) if each.kind in _NAMED}
    for positions, name in _runs(symbols):
        if name in types:
            ref = SymbolRef(file.path, types[name])
            yield Registration(
                ref,
                symbols[types[name]].line,
                "enumeration",
                tuple(symbols[each].bare_name for each in positions),
                "",
                members=tuple(SymbolRef(file.path, each) for each in positions),
                lines=tuple(symbols[each].line for each in positions),
            )


def _runs(symbols: Sequence[Symbol]) -> Iterator[tuple[list[int], str]]:
    """Yield the constants that follow one another and have one type, with its name."""
    run: list[int] = []
    name = ""
    for position, symbol in enumerate(symbols):
        is_constant = symbol.kind == Kind.CONSTANT
        typed = _TYPED.match(symbol.signature) if is_constant else None
        is_near = bool(run) and symbol.line - symbols[run[-1]].end_line <= _FARTHEST
        is_same = typed is not None and typed["type"] == name
        if is_near and is_constant and (is_same or _goes_on(symbols[run[-1]], symbol)):
            run.append(position)
            continue
        if run:
            yield run, name
        run, name = ([position], typed["type"]) if typed is not None else ([], "")
    if run:
        yield run, name


def _goes_on(before: Symbol, symbol: Symbol) -> bool:
    """Tell whether a constant without a type has the number after another one's, or its double."""
    last, own = (_NUMBER.fullmatch(each.signature) for each in (before, symbol))
    if last is None or own is None or not symbol.signature.lstrip().startswith("="):
        return False
    return int(own[1]) in {int(last[1]) + 1, 2 * int(last[1])}
