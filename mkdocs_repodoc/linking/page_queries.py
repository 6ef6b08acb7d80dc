"""What single pages ask of a linked repository."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.python.resolution.external_names import external_names
from mkdocs_repodoc.languages.python.resolution.resolver import Resolver
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable, is_python
from mkdocs_repodoc.linking.concepts import concepts, document_frequencies
from mkdocs_repodoc.linking.link import LinkedRepository
from mkdocs_repodoc.linking.reference_links import resolve_file
from mkdocs_repodoc.linking.related_files import related
from mkdocs_repodoc.linking.uses import Uses
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.repository import FileLinks, Repository, SymbolRef


def file_links(repository: Repository, path: str, detail: FileDetail) -> FileLinks:
    """Return what one file's page needs beyond the repository's links.

    Args:
        repository: The linked repository.
        path: The file.
        detail: The other half of its record; used where the repository was not made by `link`.
    """
    links = repository.links
    file = repository.files[path]
    if isinstance(links, LinkedRepository):
        references = links.index.references(path)
        frequencies, index = links.frequencies, links.index
    else:
        references = ()
        if is_python(file.source) or file.outline.refers:
            resolved = resolve_file(resolver_of(repository), path, detail)
            references = Uses([resolved]).references(path)
        frequencies = document_frequencies(f.outline for f in repository.files.values())
        index = None
    return FileLinks(
        references,
        related(repository, path, index),
        concepts(file.outline, frequencies, len(repository.files)),
    )


def look_up(repository: Repository, path: str, scope: int, name: str) -> SymbolRef | None:
    """Find what a dotted name means as seen from a symbol.

    Args:
        repository: The linked repository.
        path: File in which the name stands.
        scope: Index of the symbol in whose scope it is looked up; -1 for the module.
        name: As an annotation or a docstring has it: a name that is visible there, or a full
            dotted path.

    Returns:
        The definition, re-exports followed; `None` if the name means nothing in this repository.
    """
    dotted = dotted_name(name)
    if not dotted:
        return None
    resolver = resolver_of(repository)
    symbols = repository.files[path].outline.symbols
    inner = symbols[scope].name if 0 <= scope < len(symbols) else ""
    if path not in resolver.table.names:
        return None
    place = resolver.look_up(path, inner, dotted)
    if place is None:
        place = resolver.full_path(path, dotted)
    return resolver.definition(place)


def names_elsewhere(repository: Repository, path: str, scope: int, name: str) -> Iterator[str]:
    """Return the full names that a name may mean in other projects, the likeliest first.

    Args:
        repository: The linked repository.
        path: File in which the name stands.
        scope: Index of the symbol in whose scope it is looked up; -1 for the module.
        name: As for `look_up`, which goes first.
    """
    dotted = dotted_name(name)
    return external_names(resolver_of(repository), path, scope, dotted) if dotted else iter(())


def resolver_of(repository: Repository) -> Resolver:
    """Return the resolver that a repository was linked with, or make one."""
    links = repository.links
    if isinstance(links, LinkedRepository):
        return links.resolver
    return Resolver(SymbolTable((file.source, file.outline) for file in repository.files.values()))


def dotted_name(name: str) -> str:
    """Return a name without the marks that docstrings put around it; empty if it is none."""
    dotted = name.strip().removeprefix("~").removesuffix("()").lstrip(".")
    return dotted if all(part.isidentifier() for part in dotted.split(".")) else ""
