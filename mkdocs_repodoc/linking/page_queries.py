"""Questions of single pages about a linked repository."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.resolution import reexports
from mkdocs_repodoc.languages.python.resolution.external_names import external_names
from mkdocs_repodoc.linking.concepts import concepts
from mkdocs_repodoc.linking.linked_index import RepositoryIndex
from mkdocs_repodoc.linking.related_files import related
from mkdocs_repodoc.model.repository import FileLinks, SymbolRef


def file_links(index: RepositoryIndex, path: str) -> FileLinks:
    """Return what one file's page needs beyond the repository's links.

    Args:
        index: The linked repository.
        path: The file.
    """
    files = index.repository.files
    return FileLinks(
        index.uses.references(path),
        related(index.repository, path, index.uses),
        concepts(files[path].outline, index.frequencies, len(files)),
    )


def look_up(index: RepositoryIndex, path: str, scope: int, name: str) -> SymbolRef | None:
    """Find what a dotted name means as seen from a symbol.

    Args:
        index: The linked repository.
        path: File in which the name stands.
        scope: Index of the symbol in whose scope it is looked up; -1 for the module.
        name: As an annotation or a docstring has it: a name that is visible there, or a full
            dotted path.

    Returns:
        The definition, re-exports followed; `None` if the name means nothing in this repository.
    """
    dotted = dotted_name(name)
    resolver = index.resolver
    if not dotted or path not in resolver.table.names:
        return None
    symbols = index.repository.files[path].outline.symbols
    inner = symbols[scope].name if 0 <= scope < len(symbols) else ""
    denotation = resolver.look_up(path, inner, dotted)
    if denotation is None:
        denotation = resolver.full_path(path, dotted)
    return resolver.definition(denotation)


def names_elsewhere(index: RepositoryIndex, path: str, scope: int, name: str) -> Iterator[str]:
    """Return the full names that a name may mean in other projects, the likeliest first.

    Args:
        index: The linked repository.
        path: File in which the name stands.
        scope: Index of the symbol in whose scope it is looked up; -1 for the module.
        name: As for `look_up`, which goes first.
    """
    dotted = dotted_name(name)
    return external_names(index.resolver, path, scope, dotted) if dotted else iter(())


def exports_of(index: RepositoryIndex, path: str) -> dict[str, SymbolRef]:
    """Return what `from … import *` takes from a file, as far as the repository defines it.

    Args:
        index: The linked repository.
        path: The file.

    Returns:
        Name → its definition; the position is -1 if the name means a module.
    """
    return reexports.exports_of(index.resolver, path)


def dotted_name(name: str) -> str:
    """Return a name without the marks that docstrings put around it; empty if it is none."""
    dotted = name.strip().removeprefix("~").removesuffix("()").lstrip(".")
    return dotted if all(part.isidentifier() for part in dotted.split(".")) else ""
