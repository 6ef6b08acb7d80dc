"""Names under which a file may write the bases of its types: their own, and those of imports."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository


def names_of_bases(repository: Repository, path: str, bases: Iterable[SymbolRef]) -> frozenset[str]:
    """Return the last names of some types, and those that an import of a file gives them.

    Args:
        repository: The linked repository.
        path: The file that writes them.
        bases: The types.
    """
    known = list(bases)
    names = {split_name(repository.symbol(each).bare_name)[1] for each in known}
    files = {each.path for each in known}
    imports = zip(
        repository.files[path].outline.imports,
        repository.links.imports.get(path, ()),
        strict=False,
    )
    aliases = {
        written.alias
        for written, found in imports
        if written.alias and written.name and found.path in files
    }
    return frozenset(names | aliases)
