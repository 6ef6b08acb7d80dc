"""Files that `source` names."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where a path leads from the file's folder, else from the repository's top."""
    return files.beside_or_top(path, item.module)
