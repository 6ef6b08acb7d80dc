"""The public API of a file: its own public names, and those that it passes on from elsewhere.

`__all__` decides where there is one. Without it a package initialiser's imports from inside the
package count as its API, as they do for its users; other modules only export what they define.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_repodoc.model.kinds import GLOBALS, ROWS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.pages.parts.file_view import FileView

_TYPE_VARIABLE = "type variable"


@dataclass(frozen=True, slots=True)
class ApiEntry:
    """One public name of a file."""

    name: str
    symbol: SymbolRef | None
    """Its definition in the repository (position -1: a module); `None` where that is unknown."""
    line: int = 0
    """Line of the import that brings a name whose definition is unknown."""
    module: str = ""
    """Module that such a name is imported from."""
    path: str = ""
    """The module's file, if it is one of this repository."""


def public_api(view: FileView) -> tuple[ApiEntry, ...]:
    """Return the public names of a file, in the order of `__all__` or of the source."""
    if (listed := view.outline.exports) is not None:
        bound = _imported(view)
        exported = view.context.exports(view.path)
        return tuple(_listed(view, name, bound, exported) for name in dict.fromkeys(listed))
    own = [
        ApiEntry(name, SymbolRef(view.path, view.tree.by_name[name]))
        for name in dict.fromkeys(_public_names(view))
    ]
    if view.file.role != "package":
        return tuple(own)
    names = {entry.name for entry in own}
    inside = f"{view.file.folder}/"
    passed_on = [
        entry
        for entry in _imported(view).values()
        if (entry.symbol.path if entry.symbol else entry.path).startswith(inside)
        and not entry.name.startswith("_")
        and entry.name not in names
    ]
    return (*passed_on, *own)


def _public_names(view: FileView) -> Iterator[str]:
    """Names of public symbols at the top level of the file or of its namespaces.

    Type variables are left out, which are for annotations, and what only stands in for an import
    that failed (`except ImportError: brotli = None`).
    """
    imported = {each.binding for each in view.outline.imports if not each.scope}
    for position in view.tree.members[None]:
        symbol = view.outline.symbols[position]
        kind = symbol.kind
        if (
            symbol.public
            and (kind not in ROWS or kind in GLOBALS)
            and _TYPE_VARIABLE not in symbol.labels
            and not (kind in GLOBALS and symbol.name in imported)
            and not (kind == Kind.FUNCTION and symbol.name.startswith("__"))
        ):
            yield symbol.name


def _listed(
    view: FileView, name: str, bound: dict[str, ApiEntry], exported: Mapping[str, SymbolRef]
) -> ApiEntry:
    """Return a name of `__all__`; one that is neither defined nor imported comes by a star."""
    own = view.tree.by_name.get(name)
    if own is not None:
        return ApiEntry(name, SymbolRef(view.path, own))
    return bound.get(name) or ApiEntry(name, exported.get(name))


def _imported(view: FileView) -> dict[str, ApiEntry]:
    """Names bound by `from … import …` at module level."""
    entries: dict[str, ApiEntry] = {}
    resolved = view.context.repository.links.imports.get(view.path, ())
    for imported, target in zip(view.outline.imports, resolved, strict=False):
        if imported.scope or not imported.name or not imported.binding or imported.type_checking:
            continue
        symbol = target.symbol
        if symbol is None and _is_submodule(view, imported, target.path):
            symbol = SymbolRef.of_file(target.path)
        entries[imported.binding] = ApiEntry(
            imported.binding,
            symbol,
            imported.line,
            "." * imported.level + imported.module,
            target.path,
        )
    return entries


def _is_submodule(view: FileView, imported: Import, path: str) -> bool:
    """Tell whether an import leads to the module of its name, not to one that lacks the name."""
    file = view.context.repository.files.get(path)
    named = f".{imported.module}.{imported.name}".replace("..", ".")
    return file is not None and f".{file.module}".endswith(named)
