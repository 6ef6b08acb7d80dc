"""Files that `require` names: dots are folders, and a folder has an `init.lua`."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import FileIndex, inside, standard, third_party
from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of

_STANDARD = words("bit bit32 coroutine debug ffi io jit math os package string table utf8")


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where a `require` of a file leads."""
    folder = folder_of(path)
    named = item.module if item.module.endswith(".lua") else item.module.replace(".", "/")
    if item.module.endswith(".lua"):
        return files.beside_or_top(path, named)
    for ending in (f"{named}.lua", f"{named}/init.lua"):
        if found := files.by_ending(ending, folder):
            return inside(found)
    top = named.partition("/")[0]
    return standard(top) if top in _STANDARD else third_party(top)
