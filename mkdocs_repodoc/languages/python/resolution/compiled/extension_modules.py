"""Python imports of what other languages define: extension modules in Rust, C++ and Cython.

The source itself says which module it makes (`#[pymodule]`, `PYBIND11_MODULE`), or its path does
(`.pyx`). An import is tied to it where no Python file answers to the name and one source does.
"""

from __future__ import annotations

import hashlib
import posixpath
import sys
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.languages.python.resolution.compiled.compiled_members import CompiledMembers
from mkdocs_repodoc.languages.python.resolution.module_paths import Modules
from mkdocs_repodoc.languages.python.resolution.symbol_table import is_python
from mkdocs_repodoc.model.facts import DefinedModule
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Import
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of, name_of, shared_parts

_LABEL = "python module"
_CYTHON = (".pyx", ".pxd", ".pxi")
_INITIALISERS = ("/__init__.py", "/__init__.pyi")


class CompiledModules:
    """The modules that the repository's sources in other languages make.

    Args:
        files: All files with their outlines.
        modules: The modules of the Python files.

    Attributes:
        members: What their sources offer.
    """

    def __init__(self, files: OutlinedFiles, modules: Modules) -> None:
        self.members = CompiledMembers(files)
        self._modules = modules
        self._made: dict[str, list[SymbolRef]] = {}
        self._cython: dict[str, FileOutline] = {}
        for source, outline in files:
            if source.path.endswith((".pyx", ".pxd")):
                self._cython[source.path] = outline
            for module in outline.facts_of(DefinedModule):
                if module.language == "python":
                    made = SymbolRef(source.path, _maker(outline, module.name))
                    self._made.setdefault(module.name.rpartition(".")[2], []).append(made)

    @property
    def digest(self) -> bytes:
        """Digest of all that names may lead to; empty where no source makes a module."""
        if not self._made:
            return b""
        made = sorted((name, *ref) for name, refs in self._made.items() for ref in refs)
        return hashlib.sha256(repr(made).encode() + self.members.digest).digest()

    def __bool__(self) -> bool:
        return bool(self._made or self._cython)

    def imported(self, path: str, item: Import, package: str = "") -> ResolvedImport | None:
        """Return the source of the compiled module that an import takes; `None` if none is proven.

        Args:
            path: The importing Python file.
            item: The import, which no Python file answers in full.
            package: The Python package that answers to all but the name taken from it.
        """
        found_readings = list(readings(item))
        for names, name in found_readings[:1] if package else found_readings:
            found = self._cython_source(path, item.level, names) if self._cython else ""
            if found:
                return ResolvedImport("repository", "", found, self._cython_symbol(found, name))
            made = self.module(path, item.level, names)
            if made is not None:
                symbol = made if not made.is_file and not name else None
                return ResolvedImport("repository", "", made.path, symbol)
        return None

    def of_stub(self, path: str) -> SymbolRef | None:
        """Return what makes the module that a stub describes, if no Python file is that module."""
        stem = path.removesuffix(".pyi")
        if f"{stem}.pyx" in self._cython:
            return SymbolRef.of_file(f"{stem}.pyx")
        return self._nearest(path, name_of(stem))

    def module(self, path: str, level: int, names: Sequence[str]) -> SymbolRef | None:
        """Return what makes the module that a file names; `None` if none is proven.

        Args:
            path: The Python file.
            level: How many dots stand before the name.
            names: The parts of the name.
        """
        last = names[-1]
        if last not in self._made:
            return None
        if not level and len(names) == 1 and last in sys.stdlib_module_names:
            return None
        # Another project's package may hold a module of the same last name.
        is_foreign = not level and len(names) > 1 and self._package(path, names[:-1]) is None
        if is_foreign:
            return None
        return self._nearest(path, last)

    def _package(self, path: str, names: Sequence[str]) -> object:
        return self._modules.absolute(path, names)

    def _nearest(self, path: str, name: str) -> SymbolRef | None:
        """Return the one source that makes a module of a name, the nearest if several do."""
        found = self._made.get(name, [])
        folder = folder_of(path)
        shared = {ref: shared_parts(folder_of(ref.path), folder) for ref in found}
        ranked = sorted(found, key=lambda ref: -shared[ref])
        if len(ranked) > 1 and shared[ranked[0]] == shared[ranked[1]]:
            return None
        return ranked[0] if ranked else None

    def _cython_source(self, path: str, level: int, names: list[str]) -> str:
        for base in self._bases(path, level, names):
            candidates = [f"{base}.pyx"]
            if path.endswith(_CYTHON):  # `cimport` takes declarations, which Python can't
                candidates += [f"{base}.pxd", f"{base}/__init__.pxd"]
            for candidate in candidates:
                if candidate in self._cython and candidate != path:
                    return candidate
        return ""

    def _bases(self, path: str, level: int, names: list[str]) -> Iterator[str]:
        """Yield the module paths that a module's name may mean."""
        folder = folder_of(path)
        if level:
            parts = folder.split("/") if folder else []
            if level - 1 <= len(parts):
                yield "/".join([*parts[: len(parts) - (level - 1)], *names])
            return
        found = self._modules.absolute(path, names)
        if found is not None:
            module_path, depth = found
            yield posixpath.join(module_path, *names[depth:])
        else:
            yield posixpath.join(folder, *names)
            yield posixpath.join(*names)

    def _cython_symbol(self, path: str, name: str) -> SymbolRef | None:
        symbols = self._cython[path].symbols
        found = [
            position for position, symbol in enumerate(symbols) if name and symbol.name == name
        ]
        return SymbolRef(path, found[0]) if len(found) == 1 else None


def link_compiled(
    compiled: CompiledModules,
    files: OutlinedFiles,
    imports: Mapping[str, tuple[ResolvedImport, ...]],
) -> dict[str, tuple[ResolvedImport, ...]]:
    """Return the resolved imports with those of compiled modules led to their sources.

    Args:
        compiled: The modules that sources in other languages make.
        files: All files with their outlines.
        imports: Path → its imports as the Python files alone answer them.
    """
    found = dict(imports)
    if not compiled:
        return found
    for source, outline in files:
        is_importer = is_python(source) or source.language == "cython"
        if not is_importer or source.path not in found:
            continue
        known = found[source.path]
        led = tuple(
            compiled.imported(source.path, item, resolved.path) or resolved
            if _is_open(item, resolved)
            else resolved
            for item, resolved in zip(outline.imports, known, strict=True)
        )
        if led != known:
            found[source.path] = led
    return found


def _is_open(item: Import, resolved: ResolvedImport) -> bool:
    """Whether no Python file answers an import, or only the package that it is taken from."""
    if resolved.symbol is not None:
        return False
    if not resolved.path:
        return resolved.origin != "standard library"
    is_package = f"/{resolved.path}".endswith(_INITIALISERS)
    return is_package and bool(item.name) and item.name != "*"


def readings(item: Import) -> Iterator[tuple[list[str], str]]:
    """Yield the module's names and the name taken from it, in the ways an import may be read."""
    names = item.module.split(".") if item.module else []
    if item.name and item.name != "*":
        yield [*names, item.name], ""  # `from package import module`
    if names:
        yield names, item.name


def _maker(outline: FileOutline, module: str) -> int:
    """Return the symbol that makes a module; `FILE_SCOPE` where no symbol does."""
    made = [n for n, symbol in enumerate(outline.symbols) if _LABEL in symbol.labels]
    named = [n for n in made if outline.symbols[n].name.rpartition("::")[2] == module]
    return next(iter([*named, *made]), FILE_SCOPE)
