"""Files that `use` and `require` name: a class has a file, its path ending in the namespace."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import FileIndex, inside, standard, third_party
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of

_LEAST_PARTS = 2
"""A name without a namespace says too little."""


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where an import of a file leads.

    A namespace begins at a folder that only the manifest names, so that any of its first parts
    may be missing in the path.
    """
    if item.level:
        return files.beside_or_top(path, item.module)
    parts = [*item.module.split("\\"), *([item.name] if item.name else [])]
    folder = folder_of(path)
    for start in range(len(parts) - 1):
        rest = parts[start:]
        if len(rest) >= _LEAST_PARTS and (
            found := files.by_ending("/".join(rest) + ".php", folder)
        ):
            return inside(found)
    if len(parts) > 1 and (found := _of_own_namespace(files, parts)):
        return inside(found)
    return standard(parts[0]) if len(parts) == 1 else third_party(parts[0])


def _of_own_namespace(files: FileIndex, parts: list[str]) -> str:
    """Return the one file of a class's name in the folder that manifests map to a namespace."""
    return files.first(f"{folder}/{parts[-1]}.php" for folder in ("src", "lib", "app"))
