"""The modules of each crate: which file or part of a file each is, and what stands in it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.languages.resolution.own_files import own_outlines
from mkdocs_repodoc.languages.rust.resolution.cfg_conditions import is_usual
from mkdocs_repodoc.languages.rust.resolution.crates import Crate, Crates
from mkdocs_repodoc.languages.rust.resolution.module_paths.rust_files import (
    Module,
    ModuleFile,
    RustFile,
    Taken,
)
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of, name_of

_KINDS = {
    "type": frozenset((Kind.STRUCT, Kind.ENUM, Kind.UNION, Kind.TRAIT, Kind.TYPE_ALIAS)),
    "value": frozenset((Kind.FUNCTION, Kind.CONSTANT, Kind.STATIC, Kind.STRUCT)),
    "macro": frozenset((Kind.MACRO,)),
}
"""Namespace → kinds of what is in it."""


class ModuleTree:
    """The modules of a repository.

    Args:
        files: All files in sorted order.

    Attributes:
        crates: What the repository's manifests say.
        files: Path → file.
    """

    def __init__(self, files: OutlinedFiles) -> None:
        self.crates = Crates(files)
        self.files: Mapping[str, RustFile] = {
            path: RustFile(path, outline) for path, outline in own_outlines(files, "rust").items()
        }
        self._crate: dict[str, Crate] = {}
        self._parent: dict[str, Module] = {}
        self._conditions: dict[str, tuple[str, ...]] = {}
        self._usual_files: dict[str, bool] = {}
        self._shared: set[str] = set()
        self._folders: dict[str, str] = {}
        self._features_of: dict[Crate, frozenset[str]] = {}
        self._home: dict[str, Module] = {}
        """File whose text `include!` puts elsewhere → the module that it is a part of."""
        self._parts: dict[Module, list[Module]] = {}
        self._included: list[tuple[Crate, Module, ModuleFile]] = []
        for crate in self.crates.all:
            self._grow(crate, crate.root, None)
        for crate, module, one in self._included:  # grows as it goes
            self._include(crate, module, one)

    def crate(self, path: str) -> Crate:
        """Return the crate that a file is part of; one of its own if no crate reaches it."""
        return self._crate.get(path) or Crate(path, None)

    def is_reached(self, path: str) -> bool:
        """Whether a crate takes a file in."""
        return path in self._crate or path in self._home

    def is_usual_file(self, path: str) -> bool:
        """Whether the conditions on a file's module, and on the files around it, usually hold."""
        found = self._usual_files.get(path)
        if found is None:
            self._usual_files[path] = True  # for a file that is around itself
            parent = self._parent.get(path)
            found = is_usual(self._conditions.get(path, ()), self._features(path))
            found = found and (parent is None or self.is_usual_file(parent.path))
            self._usual_files[path] = found
        return found

    def is_usual(self, symbol: SymbolRef) -> bool:
        """Whether the conditions on a symbol, and on the modules around it, usually hold."""
        if not self.is_usual_file(symbol.path):
            return False
        symbols = self.files[symbol.path].outline.symbols
        line = symbols[symbol.position].line
        features = self._features(symbol.path)
        around = (one for one in symbols if one.kind == Kind.MODULE)
        written = [one.decorators for one in around if one.line <= line <= one.end_line]
        return all(
            is_usual(each, features) for each in (symbols[symbol.position].decorators, *written)
        )

    def _features(self, path: str) -> frozenset[str]:
        crate = self.crate(path)
        found = self._features_of.get(crate)
        if found is None:
            found = self._features_of[crate] = self.crates.features(crate)
        return found

    def is_shared(self, path: str) -> bool:
        """Whether a file is a module of several crates, so that its surroundings are not sure."""
        return path in self._shared

    def around(self, module: Module) -> Module | None:
        """Return the module around a module; `None` for a crate's root."""
        if module.name:
            return self.enclosing(module.path, module.name.rpartition("::")[0])
        return self._parent.get(module.path)

    def enclosing(self, path: str, scope: str) -> Module:
        """Return the module that a scope of a file is, or is in."""
        modules = self.files[path].modules
        while scope and scope not in modules:
            scope = scope.rpartition("::")[0]
        return Module(path, scope) if scope else self._home.get(path, Module(path))

    def parts(self, module: Module) -> Sequence[Module]:
        """Return where the text of a module stands: itself, and files that it includes."""
        return (module, *self._parts.get(module, ()))

    def within(self, inner: Module, outer: Module) -> bool:
        """Whether a module is another one or in it, so that it sees what is private there."""
        module: Module | None = inner
        for _ in range(100):
            if module is None:
                return False
            if module == outer:
                return True
            module = self.around(module)
        return False

    def submodules(self, module: Module, name: str) -> Iterator[Module]:
        """Yield the modules that a name means in a module; several for different platforms."""
        for part in self.parts(module):
            yield from self._submodules_in(part, name)

    def _submodules_in(self, part: Module, name: str) -> Iterator[Module]:
        file = self.files[part.path]
        qualified = f"{part.name}::{name}" if part.name else name
        if qualified in file.modules:
            yield Module(part.path, qualified)
        features = self._features(part.path)
        declared = file.files.get(part.name, {}).get(name, ())
        for one in sorted(declared, key=lambda each: not is_usual(each.conditions, features)):
            path = self._file(part, name, one.given)
            if path:
                yield Module(path)

    def declared(self, module: Module, namespace: str, name: str) -> Iterator[Module | SymbolRef]:
        """Yield what a module declares under a name, in the files that it includes too."""
        if namespace == "type":
            yield from self.submodules(module, name)
        kinds = _KINDS.get(namespace, _KINDS["macro"])
        for path, inside in self.parts(module):
            file = self.files[path]
            called = f"{inside}::{name}" if inside else name
            for position in file.declared.get(f"{called}!" if namespace == "macro" else called, ()):
                if file.symbol(position).kind in kinds:
                    yield SymbolRef(path, position)

    def variant(self, enum: SymbolRef, name: str) -> SymbolRef | None:
        """Return the variant of an enum with a name; `None` for what is no enum, too."""
        position = self.files[enum.path].variant(enum.position, name)
        return SymbolRef(enum.path, position) if position is not None else None

    def taken(self, module: Module, name: str) -> Iterator[Taken]:
        """Yield what imports of a module take under a name; `*` for all names."""
        for path, inside in self.parts(module):
            yield from self.files[path].taken.get(inside, {}).get(name, ())

    def _grow(self, crate: Crate, root: str, parent: Module | None) -> None:
        """Find the files of a crate that a file declares, and those that they declare."""
        if root not in self.files:
            return
        self._folders.setdefault(root, folder_of(root))
        self._note(root, crate, parent)
        pending, seen = [root], {root}
        while pending:
            path = pending.pop(0)
            for inside, included in self.files[path].included.items():
                module = Module(path, inside)
                self._included += [(crate, module, each) for each in included]
            for inside, declared in self.files[path].files.items():
                module = Module(path, inside)
                for name, given in declared.items():
                    for each in given:
                        found = self._file(module, name, each.given)
                        if found and found not in seen:
                            seen.add(found)
                            if each.given:  # its own modules lie beside it
                                self._folders.setdefault(found, folder_of(found))
                            self._conditions.setdefault(found, each.conditions)
                            pending.append(found)
                            self._note(found, crate, self.enclosing(path, inside))

    def _include(self, crate: Crate, module: Module, one: ModuleFile) -> None:
        """Make the text of a file a part of a module."""
        path = posixpath.normpath(posixpath.join(folder_of(module.path), one.given))
        around = self.enclosing(*module)
        if module.name and module != around:
            return  # the body of a function
        parts = self._parts.setdefault(around, [])
        if path not in self.files or Module(path) in (around, *parts):
            return
        parts.append(Module(path))
        if path not in self._crate:  # else it is a module as well, as for a build script
            self._home[path] = around
            self._conditions.setdefault(path, one.conditions)
            self._grow(crate, path, around)

    def _note(self, path: str, crate: Crate, parent: Module | None) -> None:
        if path in self._crate:
            self._shared.add(path)
            return
        self._crate[path] = crate
        if parent is not None:
            self._parent[path] = parent

    def _file(self, module: Module, name: str, given: str) -> str:
        """Return the file of a module that is declared in another one; empty if none."""
        folder = self._folder(module.path)
        inner = module.name.replace("::", "/")
        if given:
            start = posixpath.join(folder, inner) if inner else folder_of(module.path)
            candidates = [posixpath.normpath(posixpath.join(start, given))]
        else:
            base = posixpath.join(folder, inner, name.removeprefix("r#"))
            candidates = [f"{base}.rs", f"{base}/mod.rs"]
        return next((one for one in candidates if one in self.files), "")

    def _folder(self, path: str) -> str:
        """Return the folder in which a file's modules lie."""
        known = self._folders.get(path)
        if known is not None:
            return known
        folder = folder_of(path)
        name = name_of(path).removesuffix(".rs")
        return folder if name in ("mod", "lib", "main") else posixpath.join(folder, name)
