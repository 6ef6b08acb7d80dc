"""Files that `require` and `include` name; what `use` names, `resolution` finds for the linker."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import NOWHERE, FileIndex
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where an import of a file leads."""
    return files.beside_or_top(path, item.module) if item.level else NOWHERE
