"""Files that `@import` names: by a path from the file's folder."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import NOWHERE, FileIndex, inside, standard, third_party
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import

_STANDARD = frozenset({"std", "builtin", "root"})


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where an import of a file leads."""
    if item.module in _STANDARD:
        return standard(item.module)
    if "." not in item.module:
        return third_party(item.module)
    found = files.relative(path, item.module)
    return inside(found) if found else NOWHERE
