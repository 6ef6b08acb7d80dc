"""Macros of Rust's crates: what their names mean inside, and which of them others have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.languages.rust.resolution.module_paths.module_tree import ModuleTree
from mkdocs_repodoc.languages.rust.resolution.module_paths.rust_files import Module
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_DEEPEST = 60
_DERIVED = re.compile(r"proc_macro_derive\s*\(\s*(\w+)")


class DeclaredMacros:
    """The macros of a repository.

    Args:
        tree: Its modules.
    """

    def __init__(self, tree: ModuleTree) -> None:
        self._tree = tree
        self._exported: dict[str, dict[str, list[SymbolRef]]] | None = None

    def textual(self, path: str, scope: str, name: str) -> Sequence[SymbolRef]:
        """Return macros of a name that are declared above, or in modules around or of theirs."""
        module: Module | None = Module(path, scope)
        for _ in range(_DEEPEST):
            if module is None or module.path not in self._tree.files:
                return ()
            declared = list(self._declared(module, name))
            if not declared:
                declared = list(self._lent(module, name, 0))
            if declared:
                return declared
            inside = self._tree.enclosing(*module)
            if module == inside:
                module = self._tree.around(module)
            elif not module.name:
                module = inside  # of which the file is a part
            else:
                module = Module(path, module.name.rpartition("::")[0])
        return ()

    def _declared(self, module: Module, name: str) -> Iterator[SymbolRef]:
        for path, inside in self._tree.parts(module):
            called = f"{inside}::{name}!" if inside else f"{name}!"
            for position in self._tree.files[path].declared.get(called, ()):
                yield SymbolRef(path, position)

    def _lent(self, module: Module, name: str, depth: int) -> Iterator[SymbolRef]:
        """Yield the macros of a name that the modules in a module lend it by `macro_use`."""
        lending = (
            inner
            for path, own in self._tree.parts(module)
            for inside, inner in self._tree.files[path].macro_modules
            if inside == own
        )
        for inner in lending if depth <= _DEEPEST else ():
            for each in self._tree.submodules(module, inner):
                yield from self._declared(each, name)
                yield from self._lent(each, name, depth + 1)

    def exported(self, root: Module) -> Mapping[str, Sequence[SymbolRef]]:
        """Return the macros that a crate exports, by example or as functions that make code."""
        if self._exported is None:
            self._exported = {}
            for file in self._tree.files.values():
                crate = self._exported.setdefault(self._tree.crate(file.path).root, {})
                for position, symbol in enumerate(file.outline.symbols):
                    if name := _exported_name(symbol.name, symbol.kind, symbol.decorators):
                        crate.setdefault(name, []).append(SymbolRef(file.path, position))
        return self._exported.get(root.path, {})


def _exported_name(name: str, kind: Kind, attributes: Sequence[str]) -> str:
    """Return under which name a symbol is a macro for other crates; empty if it is none."""
    simple = name.rpartition("::")[2]
    if kind == Kind.MACRO:
        is_exported = any(each.startswith("macro_export") for each in attributes)
        return simple.removesuffix("!") if is_exported else ""
    if kind == Kind.FUNCTION:
        for each in attributes:
            if each in ("proc_macro", "proc_macro_attribute"):
                return simple
            if match := _DERIVED.match(each):
                return match[1]
    return ""
