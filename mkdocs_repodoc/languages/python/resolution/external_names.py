"""Full names, in other projects, of what no file of the repository defines.

The name is followed by the imports of the file, and of the files that it imports from, until one
leads out of the repository. What stands there nobody here can know; an inventory of the other
project tells whether it is documented under that name.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.python.resolution.parameter_names import parameter_names
from mkdocs_repodoc.languages.python.resolution.python_resolver import Resolver
from mkdocs_repodoc.languages.python.resolution.symbol_table import PythonFileNames
from mkdocs_repodoc.model.kinds import VARIABLES
from mkdocs_repodoc.model.records import Import


def external_names(resolver: Resolver, path: str, scope: int, dotted: str) -> Iterator[str]:
    """Yield the full names that a dotted name may mean in other projects, the likeliest first.

    Nothing is yielded for a name that the file itself defines, or that is a parameter of the
    function around it. More than one comes where imports depend on conditions.

    Args:
        resolver: Answers over the whole repository.
        path: File in which the name stands.
        scope: Position of the symbol in whose scope it stands, or `FILE_SCOPE`.
        dotted: The name, as in an annotation or a docstring.
    """
    file = resolver.table.names.get(path)
    if file is None:
        return
    search = _Search(resolver)
    names = dotted.split(".")
    symbols = file.outline.symbols
    inner = symbols[scope] if 0 <= scope < len(symbols) else None
    if inner is not None and names[0] in parameter_names(inner.signature):
        return
    around = inner.name if inner is not None else ""
    while around:
        if f"{around}.{names[0]}" in file.positions:
            return
        local = [
            item
            for item in file.outline.imports
            if item.scope == around and item.binding == names[0]
        ]
        if local:
            for item in local:
                yield from search.imported(path, item, names[1:])
            return
        around = around.rpartition(".")[0]
    yield from search.module_level(file, names)


class _Search:
    """One search; it remembers where it was, because modules import each other in cycles."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._modules = resolver.table.modules
        self._seen: set[tuple[str, str]] = set()

    def module_level(self, file: PythonFileNames, names: Sequence[str]) -> Iterator[str]:
        """Yield what a name means at the top of a file, builtins and full names included."""
        name = names[0]
        if self._is_bound(file, name):
            yield from self._bound(file, names)
            return
        yield from self._starred(file, names)
        is_path = len(names) > 1 and self._modules.absolute(file.path, names) is None
        if is_path or hasattr(builtins, name):
            yield ".".join(names)

    def imported(self, path: str, item: Import, names: Sequence[str]) -> Iterator[str]:
        """Yield what the names below an imported one mean."""
        if item.level or self._leads_inside(path, item):
            yield from self._inside(path, item, names)
        elif item.name:
            yield ".".join((item.module, item.name, *names))
        elif item.alias:
            yield ".".join((item.module, *names))
        else:
            yield ".".join((item.module.partition(".")[0], *names))

    def _leads_inside(self, path: str, item: Import) -> bool:
        return self._modules.absolute(path, item.module.split(".")) is not None

    def _inside(self, path: str, item: Import, names: Sequence[str]) -> Iterator[str]:
        """Follow an import into the repository, in search of one that leads out of it again."""
        if item.name or item.alias:
            module = self._modules.named_by(path, item)
            below = [item.name, *names] if item.name else list(names)
        else:
            below = [*item.module.split(".")[:1], *names]
            found = self._modules.absolute(path, below)
            if found is None:
                return
            module, depth = found
            below = below[depth:]
        if module is None or not below:
            return
        while below and (child := self._modules.child(module, below[0])) is not None:
            module, below = child, below[1:]
        file = self._resolver.table.names.get(self._modules.file(module))
        if file is not None and below:
            yield from self._from_file(file, below)

    def _from_file(self, file: PythonFileNames, names: Sequence[str]) -> Iterator[str]:
        key = (file.path, names[0])
        if key in self._seen:
            return
        self._seen.add(key)
        if self._is_bound(file, names[0]):
            yield from self._bound(file, names)
        else:
            yield from self._starred(file, names)

    @staticmethod
    def _is_bound(file: PythonFileNames, name: str) -> bool:
        return name in file.positions or name in file.bindings

    def _bound(self, file: PythonFileNames, names: Sequence[str]) -> Iterator[str]:
        """Yield what imports bind a name to, unless the file defines it."""
        name = names[0]
        imports = [file.outline.imports[index] for index in file.bindings.get(name, ())]
        position = file.positions.get(name)
        if position is not None:
            is_variable = file.outline.symbols[position].kind in VARIABLES
            if not (is_variable and imports and all(item.conditional for item in imports)):
                return
            # `except ImportError: name = None` stands for what could not be imported.
        for item in imports:
            yield from self.imported(file.path, item, names[1:])

    def _starred(self, file: PythonFileNames, names: Sequence[str]) -> Iterator[str]:
        for item, _, source in self._resolver.star_imports.offering(file, names[0]):
            is_outside = not item.level and not self._leads_inside(file.path, item)
            if source is not None:
                yield from self._from_file(source, names)
            elif is_outside and not names[0].startswith("_"):  # what it keeps to itself, as a rule
                yield ".".join((item.module, *names))
