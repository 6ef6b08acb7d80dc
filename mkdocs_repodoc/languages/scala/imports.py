"""Files that `import` names: one for a class, in Scala or Java."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.languages.jvm.jvm_parts import resolve_package
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import

_LIBRARIES = frozenset({"scala", "java", "javax", "jdk"})


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where an import of a file leads."""
    return resolve_package(files, path, item, (".scala", ".java"), _LIBRARIES)
