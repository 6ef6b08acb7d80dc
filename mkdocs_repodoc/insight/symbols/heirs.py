"""The types that are made from a type."""

from __future__ import annotations

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository


def with_heirs(repository: Repository, ref: SymbolRef) -> frozenset[SymbolRef]:
    """Return a type and all types that are made from it, directly or not."""
    todo, seen = [ref], {ref}
    while todo:
        new = set(repository.links.subclasses.get(todo.pop(), ())) - seen
        seen |= new
        todo += new
    return frozenset(seen)
