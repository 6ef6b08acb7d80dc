"""Names under which packages offer what their modules define: `shop.Cart` for `shop.cart.Cart`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.model.repository import RepoFile, Repository, SymbolRef

_INITIALISERS = ("__init__.py", "__init__.pyi")


class ReExport(NamedTuple):
    """A further name of a definition or a module."""

    name: str
    """Full name."""
    symbol: SymbolRef
    """What it means; its position is -1 if that is a module."""


class PackageNames:
    """Knows what the names at the top of modules mean, star imports included.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._known: dict[str, Mapping[str, SymbolRef]] = {}

    def passed_on(self, file: RepoFile) -> Iterator[ReExport]:
        """Yield the public names of a package that come from files inside of it.

        Args:
            file: Any Python file; what is no package's initialiser passes nothing on.
        """
        if file.name not in _INITIALISERS:
            return
        inside = f"{file.folder}/" if file.folder else ""
        for name, symbol in self._exported(file.path).items():
            if symbol.path.startswith(inside) and symbol.path != file.path:
                yield ReExport(f"{file.module}.{name}", symbol)

    def _of(self, path: str) -> Mapping[str, SymbolRef]:
        """Return the names that a file binds to something of the repository."""
        if path not in self._known:
            self._known[path] = {}  # what modules that import each other's names will find
            self._known[path] = self._find(path)
        return self._known[path]

    def _find(self, path: str) -> Mapping[str, SymbolRef]:
        outline = self._repository.files[path].outline
        starred: dict[str, SymbolRef] = {}
        bound: dict[str, SymbolRef] = {}
        resolved = self._repository.links.imports.get(path, ())
        for item, target in zip(outline.imports, resolved, strict=False):
            if item.scope or not item.name or target.path not in self._repository.files:
                continue
            if item.name == "*":
                starred |= self._exported(target.path)
            elif item.binding:
                bound[item.binding] = target.symbol or SymbolRef(target.path, -1)
        own = {
            symbol.name: SymbolRef(path, position)
            for position, symbol in enumerate(outline.symbols)
            if "." not in symbol.name
        }
        return {**starred, **bound, **own}

    def _exported(self, path: str) -> dict[str, SymbolRef]:
        """Return what `from … import *` takes from a file."""
        exports = self._repository.files[path].outline.exports
        bound = self._of(path)
        if exports is not None:
            return {name: bound[name] for name in exports if name in bound}
        return {name: symbol for name, symbol in bound.items() if not name.startswith("_")}
