"""Stubs and what they describe: the module beside them, or what compiles to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_repodoc.languages.python.resolution.compiled.extension_modules import CompiledModules
from mkdocs_repodoc.languages.python.resolution.symbol_table import PythonFileNames
from mkdocs_repodoc.languages.resolution.language_names import Tie
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile


def stub_ties(
    files: Mapping[str, RepoFile], names: Mapping[str, PythonFileNames], compiled: CompiledModules
) -> Iterator[Tie]:
    """Yield the ties of all stubs.

    Args:
        files: All files.
        names: Path of a Python file → its names.
        compiled: The modules that sources in other languages make.
    """
    for path, stub in files.items():
        if path.endswith(".pyi"):
            module = files.get(path[:-1])
            if module is not None:
                yield from _of_source(stub, module, names)
            elif (target := compiled.of_stub(path)) is not None:
                symbols = files[target.path].outline.symbols
                line = symbols[target.position].name_line if not target.is_file else 0
                yield Tie("stub of", SymbolRef.of_file(path), target, target.path, line)


def _of_source(
    stub: RepoFile, module: RepoFile, names: Mapping[str, PythonFileNames]
) -> Iterator[Tie]:
    yield Tie("stub of", SymbolRef.of_file(stub.path), SymbolRef.of_file(module.path), stub.path, 0)
    source, described = names.get(module.path), names.get(stub.path)
    if source is None or described is None:
        return
    for name, position in described.positions.items():
        if name in source.positions:
            line = stub.outline.symbols[position].line
            target = SymbolRef(module.path, source.positions[name])
            yield Tie("stub of", SymbolRef(stub.path, position), target, stub.path, line)
