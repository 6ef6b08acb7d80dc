"""Namespaces that `using` names: they are no files."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import NOWHERE, FileIndex, standard
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import


def resolve_import(_files: FileIndex, _path: str, item: Import) -> ResolvedImport:
    """Say whose a namespace is: it may be spread over many files, so that none is meant."""
    top = item.module.removeprefix("global::").partition(".")[0]
    return standard(item.module) if top == "System" else NOWHERE
