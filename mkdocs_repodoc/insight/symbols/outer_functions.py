"""Functions around symbols, by the names of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import SEPARATOR
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import Repository


def outer_function(repository: Repository, ref: SymbolRef) -> SymbolRef:
    """Return the outermost function around a symbol; itself where none is."""
    if ref.is_file:
        return ref
    positions = _functions(repository.files[ref.path].outline.symbols)
    name = repository.symbol(ref).name
    ends = [match.start() for match in SEPARATOR.finditer(name)]
    outer = next((positions[name[:end]] for end in ends if name[:end] in positions), None)
    return ref if outer is None else SymbolRef(ref.path, outer)


def _functions(symbols: Sequence[Symbol]) -> Mapping[str, int]:
    return {
        symbol.name: position for position, symbol in enumerate(symbols) if symbol.kind in FUNCTIONS
    }
