"""Names of modules: definitions, imports followed to their end, star imports and submodules."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.python.resolution.compiled.extension_modules import (
    CompiledModules,
    readings,
)
from mkdocs_repodoc.languages.python.resolution.module_paths import module_path_of
from mkdocs_repodoc.languages.python.resolution.python_denotations import (
    Denotation,
    DenotationKind,
)
from mkdocs_repodoc.languages.python.resolution.star_imports import StarImports
from mkdocs_repodoc.languages.python.resolution.symbol_table import PythonFileNames, SymbolTable
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo
from mkdocs_repodoc.model.kinds import VARIABLES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.paths import folder_of

_MOST_STARRED = 500
"""Modules that are searched, by star imports of star imports, for one name."""


class ModuleMembers:
    """The names of all modules, imports followed to their end.

    Args:
        table: The names of the repository.
        star_imports: Where star imports lead to.
        answers: Remembers what was found.
        compiled: The modules that are made in other languages.
    """

    def __init__(
        self,
        table: SymbolTable,
        star_imports: StarImports,
        answers: RecursiveMemo,
        compiled: CompiledModules,
    ) -> None:
        self._compiled = compiled
        self._table = table
        self._star_imports = star_imports
        self._answers = answers
        self._modules = table.modules

    def imported(self, path: str, index: int) -> Denotation | None:
        """Return what an import of a file takes, re-exports followed to their end."""
        return self._answers.get(
            ("import", path, index),
            lambda: (
                self._own_submodule(path, index)
                or self.taken(path, self._table.imported(path, index))
            ),
            if_recursive=None,
        )

    def taken(self, path: str, item: Import) -> Denotation | None:
        """Return what an import takes, for a file that may be outside the symbol table."""
        module = self._modules.named_by(path, item)
        if module is None:
            return self._taken_compiled(path, item)
        if not item.name:
            return Denotation("module", module)
        return None if item.name == "*" else self.member(module, item.name)

    def _taken_compiled(self, path: str, item: Import) -> Denotation | None:
        for names, name in readings(item):
            made = self._compiled.module(path, item.level, names)
            if made is not None:
                module = Denotation("compiled module", *made)
                return self.of_compiled(module, name) if name else module
        return None

    def of_compiled(self, owner: Denotation, name: str) -> Denotation | None:
        """Return what a module, a class or an object in another language has under a name."""
        members = self._compiled.members
        ref = SymbolRef(owner.path, owner.position)
        if owner.kind != "compiled module":
            found = members.method(ref, name) if owner.kind != "compiled" else None
            return Denotation("compiled", *found, exact=False) if found is not None else None
        found = members.member(ref, name)
        if found is None:
            return None
        kind: DenotationKind = "compiled class" if members.is_class(found) else "compiled"
        return Denotation(kind, *found, exact=False)

    def under(self, owner: Denotation, name: str) -> Denotation | None:
        """Return what a module, or what is made in another language, has under a name."""
        if owner.kind == "module":
            return self.member(owner.path, name)
        return self.of_compiled(owner, name)

    def member(self, module: str, name: str) -> Denotation | None:
        """Return what a module has under a name, submodules included."""
        return self._answers.get(
            ("member", module, name),
            lambda: self._find_member(module, name),
            if_recursive=None,
        )

    def exported(self, path: str, name: str) -> Denotation | None:
        """Return what a name means that `from … import *` takes from a file."""
        found = self._member_of_file(path, name)
        return found or self._listed_submodule(self._table.names[path], module_path_of(path), name)

    def binding(self, file: PythonFileNames, name: str) -> Denotation | None:
        """Return what a module's own statements bind a name to.

        Functions and classes go before imports that only some conditions make; variables do not:
        `except ImportError: name = None` is no definition to link to.
        """
        position = file.positions.get(name)
        own = None if position is None else Denotation("symbol", file.path, position)
        indexes = file.bindings.get(name)
        if not indexes:
            return own
        if own is not None and position is not None:
            is_variable = file.outline.symbols[position].kind in VARIABLES
            conditional = all(file.outline.imports[index].conditional for index in indexes)
            if not (is_variable and conditional):
                return own.inferred() if conditional else own
        found = [self.bound_by(file.path, index) for index in indexes]
        known = [denotation for denotation in found if denotation is not None]
        if not known:
            return own
        agreed = own is None and all(denotation == known[0] for denotation in known)
        return known[0] if agreed and len(known) == len(found) else known[0].inferred()

    def bound_by(self, path: str, index: int) -> Denotation | None:
        """Return what an import binds its local name to."""
        item = self._table.imported(path, index)
        if item.name or item.alias:
            return self.imported(path, index)
        return self.top(path, item.module.split("."))

    def top(self, path: str, names: Sequence[str]) -> Denotation | None:
        """Return the module that `import a.b.c` binds to `a`."""
        found = self._modules.absolute(path, names)
        if found is None:
            made = self._compiled.module(path, 0, names[:1])
            return Denotation("compiled module", *made) if made is not None else None
        module_path, depth = found
        for _ in range(depth - 1):
            module_path = folder_of(module_path)
        return Denotation("module", module_path)

    def starred(self, path: str, name: str, seen: set[str]) -> Denotation | None:
        """Return what a module's star imports bind a name to, the last import first."""
        seen.add(path)
        for _, module_path, source in self._star_imports.offering(self._table.names[path], name):
            if source is None or source.path in seen or len(seen) > _MOST_STARRED:
                continue
            found = self.binding(source, name) or self.starred(source.path, name, seen)
            found = found or self._listed_submodule(source, module_path, name)
            if found is not None:
                return found
        return None

    def _own_submodule(self, path: str, index: int) -> Denotation | None:
        """Return the submodule that a package's initialiser takes from its own package.

        A name that the initialiser binds further down is not there yet.
        """
        item = self._table.imported(path, index)
        file = self._table.names[path]
        if not item.level or not item.name or item.module or item.name in file.positions:
            return None
        module = self._modules.named_by(path, item)
        if module is None or self._modules.file(module) != path:
            return None
        if any(earlier < index for earlier in file.bindings.get(item.name, ())):
            return None
        child = self._modules.child(module, item.name)
        return Denotation("module", child) if child is not None else None

    def _find_member(self, module: str, name: str) -> Denotation | None:
        path = self._modules.file(module)
        if path:
            found = self._member_of_file(path, name)
            if found is not None:
                return found
        child = self._modules.child(module, name)
        if child is not None:
            return Denotation("module", child)
        stub = self._modules.stub(module)
        if stub:
            return self._member_of_file(stub, name)
        made = self._compiled.module(path or f"{module}/", 1, [name])
        return Denotation("compiled module", *made) if made is not None else None

    def _member_of_file(self, path: str, name: str) -> Denotation | None:
        found = self.binding(self._table.names[path], name)
        return found if found is not None else self.starred(path, name, set())

    def _listed_submodule(
        self, file: PythonFileNames, module_path: str | None, name: str
    ) -> Denotation | None:
        """Return the submodule that a star import loads because `__all__` names it."""
        if module_path is None or name not in (file.outline.exports or ()):
            return None
        child = self._modules.child(module_path, name)
        return Denotation("module", child) if child is not None else None
