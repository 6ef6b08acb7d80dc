"""Entrances for importers: the names of the software, and what importing it gives."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.insight.symbols.reexports import ExportsOf
from mkdocs_repodoc.languages.folder_files import stands_for_folder
from mkdocs_repodoc.languages.manifests import at_top, project_files
from mkdocs_repodoc.model.facts import DefinedModule, ModuleNames, PackageClause, ProjectMetadata
from mkdocs_repodoc.model.kinds import NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository

_WHOLE = "export="
"""The name of what a file exports as a whole."""


def entrance(
    repository: Repository, code: Sequence[RepoFile], exports: ExportsOf
) -> Mapping[str, SymbolRef]:
    """Return what importing the software as a whole gives: public name → its definition.

    Args:
        repository: The linked repository.
        code: The files that make up the software itself.
        exports: What each file exports.
    """
    declared: Mapping[str, SymbolRef] = {}
    for path in _entry_files(repository):
        if given := exports(path) or _only_type(repository, path):
            if not _only_declares(repository, given):
                return _with_default(given)
            declared = declared or given
    if declared:
        return _with_default(declared)
    found: dict[str, SymbolRef] = {}
    for file in sorted(code, key=lambda each: (each.folder.count("/"), each.path)):
        if stands_for_folder(file) and file.folder.count("/") <= 1:
            for name, symbol in exports(file.path).items():
                found.setdefault(name, symbol)
    return found


def own_names(repository: Repository, code: Sequence[RepoFile]) -> frozenset[str]:
    """Return the names by which users import the software, in lower case and with `_` for `-`."""
    found = {repository.name, repository.project.name}
    for file in repository.files.values():
        found.update(each.name for each in file.outline.facts_of(DefinedModule))
        found.update(each.name for each in file.outline.facts_of(ProjectMetadata))
    for file in code:
        found.update(each.name for each in file.outline.facts_of(PackageClause))
        found.add(file.module.partition(".")[0])
    return frozenset(name.lower().replace("-", "_") for name in found if name)


def _entry_files(repository: Repository) -> Iterator[str]:
    for known in project_files():
        for manifest in at_top(repository.files, known) if known.entry_keys else ():
            for facts in repository.files[manifest].outline.facts_of(ModuleNames):
                for key, value in facts.entries:
                    named = key in known.entry_keys
                    path = posixpath.normpath(str(json.loads(value))) if named else ""
                    if path in repository.files:
                        yield path


def _only_declares(repository: Repository, given: Mapping[str, SymbolRef]) -> bool:
    """Tell whether what an import gives is written elsewhere, as the file of its types is."""
    refs = [ref for ref in given.values() if not ref.is_file]
    return all("declaration" in repository.symbol(ref).labels for ref in refs)


def _with_default(given: Mapping[str, SymbolRef]) -> Mapping[str, SymbolRef]:
    """Return what an import gives; a file that exports one thing as a whole gives that."""
    return {"default": given[_WHOLE], **given} if _WHOLE in given else given


def _only_type(repository: Repository, path: str) -> Mapping[str, SymbolRef]:
    """Return the only type of a file, which exports itself as a whole."""
    symbols = repository.files[path].outline.symbols
    types = [position for position, each in enumerate(symbols) if each.kind in NOUNS]
    return {"default": SymbolRef(path, types[0])} if len(types) == 1 else {}
