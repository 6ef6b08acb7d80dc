"""Files that build files and interface definitions name."""

from __future__ import annotations

import posixpath

from mkdocs_repodoc.languages.file_index import NOWHERE, FileIndex, inside, third_party
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of


def resolve_cmake(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Follow `add_subdirectory` and `include`, which may leave the suffix away."""
    if item.system:
        return third_party(item.module)
    found = files.beside_or_top(path, item.module)
    if found.path or "/" in item.module or item.module.endswith(".cmake"):
        return found
    modules = files.named(f"{item.module}.cmake")
    return inside(modules[0]) if len(modules) == 1 else NOWHERE


def resolve_protobuf(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Follow `import`, whose paths start at a folder that the compiler is told."""
    found = files.by_ending(posixpath.normpath(item.module), folder_of(path))
    return inside(found) if found else files.beside_or_top(path, item.module)
