"""Files that `#include` names."""

from __future__ import annotations

import posixpath

from mkdocs_repodoc.languages.file_index import FileIndex, inside, standard, third_party
from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of, name_of

_STANDARD = words("""
    assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal
    stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath
    threads time uchar wchar wctype
    """)
_NEAR = 2
"""How many of a header's last path parts an include must name before any folder may hold it."""


def resolve_include(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where an include of a file leads."""
    named = posixpath.normpath(item.module) if item.module else ""
    folder = folder_of(path)
    if not item.system and (beside := files.relative(path, named)):
        return inside(beside)
    # A bare name says little: it must lie in a folder for headers, or above the file.
    accept = _is_include_folder if named.count("/") + 1 < _NEAR else None
    if found := files.by_ending(named, folder, accept):
        return inside(found)
    top, slash, _ = named.partition("/")
    stem = top.removesuffix(".h")
    if not slash and ((item.system and "." not in top) or stem in _STANDARD):
        return standard(top)
    return third_party(top) if item.system else ResolvedImport("unknown", top)


def _is_include_folder(path: str, folder: str) -> bool:
    holder = folder_of(path)
    return name_of(holder) in ("include", "inc", "headers") or (
        not holder or f"{folder}/".startswith(f"{holder}/")
    )
