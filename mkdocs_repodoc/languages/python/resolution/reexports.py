"""Names under which modules offer what others define: `shop.Cart` for `shop.cart.Cart`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.languages.python.resolution.resolver import Resolver
from mkdocs_repodoc.model.repository import RepoFile, SymbolRef
from mkdocs_repodoc.paths import prefix_of

_INITIALISERS = ("__init__.py", "__init__.pyi")

ExportsOf = Callable[[str], Mapping[str, SymbolRef]]
"""Path → what `from … import *` takes from the file: name → its definition in the repository, whose
position is -1 if the name means a module."""


class ReExport(NamedTuple):
    """A further name of a definition or a module."""

    name: str
    """Full name."""
    symbol: SymbolRef
    """What it means; its position is -1 if that is a module."""


def exports_of(resolver: Resolver, path: str) -> dict[str, SymbolRef]:
    """Return what `from … import *` takes from a file, as far as the repository defines it.

    Args:
        resolver: Answers over the whole repository.
        path: A file; one that is not Python's exports nothing.

    Returns:
        Name → its definition, re-exports followed; the position is -1 if the name means a module.
    """
    names = resolver.star_imports.exported_names(path)
    found = {name: resolver.definition(resolver.exported(path, name)) for name in names}
    return {name: symbol for name, symbol in found.items() if symbol is not None}


def passed_on(file: RepoFile, exports: ExportsOf) -> Iterator[ReExport]:
    """Yield the public names of a package that come from files inside of it.

    Args:
        file: Any Python file; what is no package's initialiser passes nothing on.
        exports: What each file exports.
    """
    if file.name not in _INITIALISERS:
        return
    inside = prefix_of(file.folder)
    for name, symbol in exports(file.path).items():
        if symbol.path.startswith(inside) and symbol.path != file.path:
            yield ReExport(f"{file.module}.{name}", symbol)
