"""Questions of single pages about a linked repository."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_repodoc.languages.resolution.language_names import DocumentedName
from mkdocs_repodoc.linking.concepts import concepts
from mkdocs_repodoc.linking.file_links.related_files import related
from mkdocs_repodoc.linking.linked_index import RepositoryIndex
from mkdocs_repodoc.model.file_links import FileLinks
from mkdocs_repodoc.model.linked_symbols import SymbolRef


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
        concepts(path, files[path].outline, index.frequencies, len(files)),
    )


def look_up(index: RepositoryIndex, path: str, scope: int, name: str) -> SymbolRef | None:
    """Find what a dotted name means as seen from a symbol.

    Args:
        index: The linked repository.
        path: File in which the name stands.
        scope: Index of the symbol in whose scope it is looked up, or `FILE_SCOPE`.
        name: As an annotation or a docstring has it: a name that is visible there, or a full
            dotted path.

    Returns:
        The definition, re-exports followed; `None` if the name means nothing in this repository.
    """
    names = index.names.of(path)
    return names.look_up(path, scope, name) if names is not None else None


def mentioned(
    index: RepositoryIndex, path: str, scope: int, name: str, *, marked: bool
) -> DocumentedName:
    """Find what a name in documentation means.

    Args:
        index: The linked repository.
        path: File in which the documentation stands.
        scope: Index of the symbol that it documents, or `FILE_SCOPE`.
        name: The name, or a full dotted path; with `()` behind it no word can be meant.
        marked: Whether the author says that it is a reference, by a role, a label or in a list of
            what to see also. Anything else may be just a word.
    """
    return index.names.mentioned(path, scope, name, marked=marked)


def names_elsewhere(index: RepositoryIndex, path: str, scope: int, name: str) -> Iterator[str]:
    """Return the full names that a name may mean in other projects, the likeliest first.

    Args:
        index: The linked repository.
        path: File in which the name stands.
        scope: Index of the symbol in whose scope it is looked up, or `FILE_SCOPE`.
        name: As for `look_up`, which goes first.
    """
    names = index.names.of(path)
    return names.elsewhere(path, scope, name) if names is not None else iter(())


def exports_of(index: RepositoryIndex, path: str) -> Mapping[str, SymbolRef]:
    """Return what the repository defines of what a file gives to those that take everything.

    Args:
        index: The linked repository.
        path: The file.

    Returns:
        Name → its definition; the position is `FILE_SCOPE` if the name means a module.
    """
    names = index.names.of(path)
    return names.exports(path) if names is not None else {}
