"""Star imports by Python's rules: the modules that one may take names from, and which names.

`__all__` decides what a star import takes; without it, all that the module binds and that does not
begin with an underscore, names from its own star imports included. The last star import wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.languages.python.resolution.symbol_table import PythonFileNames, SymbolTable
from mkdocs_repodoc.model.records import Import


class StarSource(NamedTuple):
    """What a star import names.

    Attributes:
        statement: The import.
        module_path: The module's path without suffix, or a package's folder; `None` if it is not in
            the repository.
        file: The module's file; `None` where there is none.
    """

    statement: Import
    module_path: str | None
    file: PythonFileNames | None


class StarImports:
    """The star imports of all modules.

    Args:
        table: The names of the repository.
    """

    def __init__(self, table: SymbolTable) -> None:
        self._table = table

    def sources(self, file: PythonFileNames) -> Iterator[StarSource]:
        """Yield what the module-level star imports of a file name, the last import first."""
        modules = self._table.modules
        for index in file.stars:
            item = file.outline.imports[index]
            module = modules.named_by(file.path, item)
            source = modules.file(module) if module is not None else ""
            yield StarSource(item, module, self._table.names[source] if source else None)

    def offering(self, file: PythonFileNames, name: str) -> Iterator[StarSource]:
        """Yield the sources that may offer a name: those of the repository only if they export it.

        Args:
            file: The importing file.
            name: What it looks for.
        """
        for source in self.sources(file):
            if source.file is None or source.file.exports(name):
                yield source

    def exported_names(self, path: str) -> tuple[str, ...]:
        """Return the names that `from … import *` takes from a file, each once.

        They stand in the order of `__all__`; without it, those of star imports come first, then
        those of other imports, then the file's own. Names from outside the repository's modules
        can't be known.
        """
        return tuple(self._exported(path, {path}))

    def _exported(self, path: str, seen: set[str]) -> dict[str, None]:
        file = self._table.names.get(path)
        if file is None:
            return {}
        if file.outline.exports is not None:
            return dict.fromkeys(file.outline.exports)
        names: dict[str, None] = {}
        for source in reversed(tuple(self.sources(file))):
            if source.file is not None and source.file.path not in seen:
                seen.add(source.file.path)
                names |= self._exported(source.file.path, seen)
        own = (name for name in file.positions if "." not in name)
        return {name: None for name in (*names, *file.bindings, *own) if file.exports(name)}
