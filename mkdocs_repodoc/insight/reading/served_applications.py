"""Applications that a server calls, told from what has their interface and is called by them."""

from __future__ import annotations

import re

from mkdocs_repodoc.insight.flows.entry_point import EntryPoint
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role

_WRAPS = re.compile(r"\((?:self, )?(?:\w*app|application|inner)\b")
"""Parameters of what is put around an application."""
_MAKES = frozenset({"call", "base"})


def is_served(repository: Repository, entry: EntryPoint, code_roles: frozenset[Role]) -> bool:
    """Tell whether a server may be what calls an entry point; nothing else is asked of others.

    A class that the software makes itself or derives from, that wraps an application or is private
    is called by an application, however much it looks like one: a response, a route, a middleware.

    Args:
        repository: The linked repository.
        entry: The entry point.
        code_roles: Roles of the files that make up the software itself.
    """
    if entry.kind != "application":
        return True
    if entry.symbol in repository.links.overrides:  # one of several of a kind
        return False
    symbols = repository.files[entry.symbol.path].outline.symbols
    owner = symbols[entry.symbol.position].name.removesuffix(".__call__")
    if owner.rpartition(".")[2].startswith("_"):
        return False
    for position, symbol in enumerate(symbols):
        if symbol.name == f"{owner}.__init__" and _WRAPS.match(symbol.signature):
            return False
        ref = SymbolRef(entry.symbol.path, position)
        if symbol.name == owner and _is_made(repository, ref, code_roles):
            return False
    return True


def _is_made(repository: Repository, ref: SymbolRef, code_roles: frozenset[Role]) -> bool:
    return any(
        use.kind in _MAKES and repository.files[use.path].role in code_roles
        for use in repository.links.uses.of(ref)
    )
