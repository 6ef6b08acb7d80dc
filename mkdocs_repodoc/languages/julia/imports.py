"""Files that `include` names, and whose modules `using` names."""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import (
    NOWHERE,
    FileIndex,
    inside,
    standard,
    third_party,
)
from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of

_STANDARD = words("""
    Base Core Dates Distributed DelimitedFiles Downloads FileWatching InteractiveUtils LazyArtifacts
    LibGit2 Libdl LinearAlgebra Logging Main Markdown Mmap Pkg Printf Profile REPL Random SHA
    Serialization SharedArrays Sockets SparseArrays Statistics SuiteSparse TOML Test UUIDs Unicode
    """)


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where an import of a file leads: a module has a file of its name in `src`."""
    if item.level:
        found = files.relative(path, item.module)
        return inside(found) if found else NOWHERE
    top = item.module.lstrip(".").partition(".")[0]
    if top in _STANDARD:
        return standard(top)
    folder = folder_of(path)
    found = files.relative(path, f"{top}.jl") or files.by_ending(f"src/{top}.jl", folder)
    if found:
        return inside(found)
    return NOWHERE if item.module.startswith(".") else third_party(top)
