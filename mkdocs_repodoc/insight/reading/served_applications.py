"""Applications that a server calls, told from what has their interface and is called by them."""

from __future__ import annotations

from mkdocs_repodoc.insight.flows.entries.entry_point import EntryPoint
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role

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
    file = repository.files[entry.symbol.path]
    objects = language_named(file.source.language).objects
    if entry.kind != "application" or isinstance(objects, Absent):
        return True
    if entry.symbol in repository.links.overrides:  # one of several of a kind
        return False
    symbols = file.outline.symbols
    owner = symbols[entry.symbol.position].name.removesuffix(f".{objects.called}")
    if owner.rpartition(".")[2].startswith("_"):
        return False
    for position, symbol in enumerate(symbols):
        is_initialiser = symbol.name == f"{owner}.{objects.initialiser}"
        if is_initialiser and objects.wrapper.match(symbol.signature):
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
