"""Files that `alias`, `import` and `use` name: a module's name in lower case with underscores.

Folders are its namespaces, so that `Logger` is not `lib/plug/logger.ex`, which holds `Plug.Logger`.
"""

from __future__ import annotations

from mkdocs_repodoc.languages.file_index import FileIndex, inside, standard, third_party
from mkdocs_repodoc.languages.language import words
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.name_parts import INNER_CAPITAL
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of, name_of

_STANDARD = words("""
    Access Agent Application Atom Base Bitwise Calendar Code Config Date DateTime Enum Exception
    ExUnit File Float Function GenServer IEx IO Inspect Integer Kernel Keyword List Logger Macro
    Map MapSet Mix Module NaiveDateTime Node OptionParser Path Port Process Protocol Range Record
    Regex Registry Stream String StringIO Supervisor System Task Time Tuple URI Version
    """)
_ROOTS = frozenset({"lib", "support", "test", "web"})
"""Folders that are no namespaces, as Mix and Phoenix lay them out."""


def resolve_import(files: FileIndex, path: str, item: Import) -> ResolvedImport:
    """Return where a module lies: in a file of its name, which may hold further modules."""
    parts = [INNER_CAPITAL.sub("_", part).lower() for part in item.module.split(".")]
    folder = folder_of(path)
    least = 1 if len(parts) == 1 else 2
    found = files.by_qualified_name(parts, {".ex": least, ".exs": least}, folder)
    if found and (least > 1 or name_of(folder_of(found)) in _ROOTS):
        return inside(found)
    top = item.module.partition(".")[0]
    return standard(top) if top in _STANDARD else third_party(top)
