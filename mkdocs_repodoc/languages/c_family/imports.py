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
_CONFIGURED = "config.h"
"""What Autotools and others write for each machine; one in the repository is for another one."""
_TEMPLATES = (".in", ".cmake", ".cmakein", ".meson")
"""Ends of files of which a build makes those without."""
_NEAR = 2
"""How many of a header's last path parts an include must name before any folder may hold it."""


def resolve_include(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where an include of a file leads."""
    named = posixpath.normpath(item.module) if item.module else ""
    folder = folder_of(path)
    if not item.system and (beside := files.relative(path, named)):
        return inside(beside)
    # A bare name says little: it must lie in a folder for headers, or above the file.
    accept = is_include_folder if named.count("/") + 1 < _NEAR else None
    if found := files.by_ending(named, folder, accept) or _only_of_its_name(files, item):
        return inside(found)
    top, slash, _ = named.partition("/")
    stem = top.removesuffix(".h")
    if not slash and ((item.system and "." not in top) or stem in _STANDARD):
        return standard(top)
    return third_party(top) if item.system else ResolvedImport("unknown", top)


def _only_of_its_name(files: FileIndex, item: Import) -> str:
    """Return the file that an include in quotes names, if the repository has one of that name.

    Where such a file lies nobody has to know: a build tells the compiler.

    Returns:
        Its path; empty for names of the C library, of several files, and of what a build makes.
    """
    named = item.module
    if item.system or "/" in named or named == _CONFIGURED or named.removesuffix(".h") in _STANDARD:
        return ""
    found = files.named(named)
    is_made = any(files.named(f"{named}{ending}") for ending in _TEMPLATES)
    return found[0] if len(found) == 1 and not is_made else ""


def is_include_folder(path: str, folder: str) -> bool:
    """Whether a header lies where compilers look for it: in a folder for headers, or above."""
    holder = folder_of(path)
    return name_of(holder) in ("include", "inc", "headers") or (
        not holder or f"{folder}/".startswith(f"{holder}/")
    )
