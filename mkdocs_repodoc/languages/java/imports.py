"""Files that `import` names: one for a class, its path ending in the package."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import FileIndex, inside, standard, third_party
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.repository import ResolvedImport

_LEAST_PARTS = 2
"""A name without a package says too little."""


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where an import of a file leads."""
    named = f"{item.module}.{item.name}" if item.name not in ("", "*") else item.module
    parts = named.split(".")
    found = files.by_qualified_name(parts, {".java": _LEAST_PARTS}, path.rpartition("/")[0])
    if found:
        return inside(found)
    package = ".".join(parts[:2])
    return standard(package) if parts[0] in ("java", "javax", "jdk") else third_party(package)
