"""Names under which modules offer what others define: `shop.Cart` for `shop.cart.Cart`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.languages.folder_files import stands_for_folder
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.paths import prefix_of

ExportsOf = Callable[[str], Mapping[str, SymbolRef]]
"""Path → what `from … import *` takes from the file: name → its definition in the repository, whose
position is `FILE_SCOPE` if the name means a module."""


class ReExport(NamedTuple):
    """A further name of a definition or a module."""

    name: str
    """Full name."""
    symbol: SymbolRef
    """What it means; its position is `FILE_SCOPE` if that is a module."""


def passed_on(file: RepoFile, exports: ExportsOf) -> Iterator[ReExport]:
    """Yield the public names of a package that come from files inside of it.

    Args:
        file: Any file; one that stands for no folder passes nothing on.
        exports: What each file exports.
    """
    if not stands_for_folder(file):
        return
    inside = prefix_of(file.folder)
    for name, symbol in exports(file.path).items():
        if symbol.path.startswith(inside) and symbol.path != file.path:
            yield ReExport(f"{file.module}.{name}", symbol)
