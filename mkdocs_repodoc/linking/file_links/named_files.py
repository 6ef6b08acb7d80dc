"""Files that code names in strings, to load them while it runs."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.linking.file_links.import_links import file_index, resolve_by_path
from mkdocs_repodoc.linking.repository_names import RepositoryNames
from mkdocs_repodoc.model.facts import NamedModule
from mkdocs_repodoc.model.file_links import NamedFile
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.repository import OutlinedFiles


def named_files(names: RepositoryNames, files: OutlinedFiles) -> dict[str, tuple[NamedFile, ...]]:
    """Return which other files of the repository a file names, in the order of its lines.

    Args:
        names: Answers over the whole repository.
        files: All files with their outlines.
    """
    index: FileIndex | None = None
    found = {}
    for source, outline in files:
        facts = tuple(outline.facts_of(NamedModule))
        if facts:
            index = index or file_index(files)
            paths = ((_path(names, index, source, fact), fact.line) for fact in facts)
            named = tuple(NamedFile(*each) for each in paths if each[0] not in {"", source.path})
            if named:
                found[source.path] = named
    return found


def _path(names: RepositoryNames, index: FileIndex, source: SourceFile, fact: NamedModule) -> str:
    """Return the file of a module; empty if it is none of the repository."""
    own = names.of(source.path)
    for item in _imports(fact):
        resolved = own.imported(source.path, item) if own is not None else None
        resolved = resolved or resolve_by_path(index, source, item)
        if resolved.path and (resolved.symbol is not None or not item.name):
            return resolved.path
    return ""


def _imports(fact: NamedModule) -> Iterator[Import]:
    """Yield the imports that would load a name: all of it, or what its last part stands in."""
    yield Import(fact.module, line=fact.line)
    module, _, name = fact.module.rpartition(".")
    if module.strip("./") and "/" not in fact.module:
        yield Import(module, name, line=fact.line)
