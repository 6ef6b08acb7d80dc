"""Functions that make one option each, which callers hand to what they set up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_MAKES = re.compile(r"\)\s*(?:->\s*)?\*?(?:\w+\.)?(\w*Option)(?:\[[^\]]*\])?$")
"""The end of the signature of a function that returns an option: its type."""
_LEAST = 2


def option_functions(
    repository: Repository, paths: Iterable[str]
) -> Iterator[tuple[str, tuple[SymbolRef, ...]]]:
    """Yield the types of options with the public functions that make one, those met first first.

    Args:
        repository: The linked repository.
        paths: The files.
    """
    found: dict[str, list[SymbolRef]] = {}
    for path in paths:
        for position, symbol in enumerate(repository.files[path].outline.symbols):
            made = _MAKES.search(symbol.signature) if symbol.kind in FUNCTIONS else None
            if made is not None and symbol.public:
                found.setdefault(made[1], []).append(SymbolRef(path, position))
    for name, functions in found.items():
        if len(functions) >= _LEAST:
            yield name, tuple(functions)
