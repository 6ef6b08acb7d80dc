"""The modules of each crate: which file or part of a file each is, and what stands in it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.languages.resolution.language_names import takes_part
from mkdocs_repodoc.languages.rust.resolution.cfg_conditions import is_usual
from mkdocs_repodoc.languages.rust.resolution.crates import Crate, Crates
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles
from mkdocs_repodoc.paths import folder_of, name_of

_FUNCTIONS = frozenset((Kind.FUNCTION, Kind.METHOD))


class Module(NamedTuple):
    """A module, or the body of a function that declares names of its own.

    Attributes:
        path: The file.
        name: Its qualified name in the file; empty for the file itself.
    """

    path: str
    name: str = ""


class Taken(NamedTuple):
    """A path that a `use` declaration takes."""

    names: tuple[str, ...]
    is_public: bool
    order: int


class ModuleFile(NamedTuple):
    """What a declaration says of a module in a file of its own.

    Attributes:
        given: The path that an attribute gives it; empty for none.
        conditions: Its `cfg` attributes.
    """

    given: str
    conditions: tuple[str, ...]


class RustFile:
    """What others may know of a file.

    Attributes:
        path: The file.
        outline: Its outline.
        declared: Qualified name → positions of the symbols that have it, in source order.
        told: Position of a symbol → the terms that say what it is.
        modules: Qualified names of the modules inside the file.
        searched: Those, and those of its functions.
        taken: Module → name → the paths that `use` declares under it; `*` for all names.
        files: Module → name of a module in a file of its own → where it is said to be.
        macro_modules: Modules around and names of such modules whose macros others see.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        self.path = path
        self.outline = outline
        self.declared: dict[str, list[int]] = {}
        for position, symbol in enumerate(outline.symbols):
            self.declared.setdefault(symbol.name, []).append(position)
        self.told: dict[int, list[Target]] = {}
        for position, term in outline.types:
            self.told.setdefault(position, []).append(term)
        self.modules = {one.name for one in outline.symbols if one.kind == Kind.MODULE}
        functions = {one.name for one in outline.symbols if one.kind in _FUNCTIONS}
        self.searched = self.modules | functions
        self.taken: dict[str, dict[str, list[Taken]]] = {}
        self.files: dict[str, dict[str, list[ModuleFile]]] = {}
        self.macro_modules: list[tuple[str, str]] = []
        for order, (name, target) in enumerate(outline.offers):
            if target.base == "module":
                inside, path_given, macros, *conditions = target.names
                if macros:
                    self.macro_modules.append((inside, name))
                declared = ModuleFile(path_given, tuple(conditions))
                self.files.setdefault(inside, {}).setdefault(name, []).append(declared)
            elif target.base == "import":
                inside, visibility, *names = target.names
                taken = Taken(tuple(names), bool(visibility), order)
                self.taken.setdefault(inside, {}).setdefault(name, []).append(taken)

    def symbol(self, position: int) -> Symbol:
        """Return a symbol."""
        return self.outline.symbols[position]


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
            source.path: RustFile(source.path, outline)
            for source, outline in files
            if source.language == "rust" and takes_part(source)
        }
        self._crate: dict[str, Crate] = {}
        self._parent: dict[str, Module] = {}
        self._conditions: dict[str, tuple[str, ...]] = {}
        self._usual_files: dict[str, bool] = {}
        self._shared: set[str] = set()
        self._folders: dict[str, str] = {}
        self._features_of: dict[Crate, frozenset[str]] = {}
        for crate in self.crates.all:
            self._grow(crate)

    def crate(self, path: str) -> Crate:
        """Return the crate that a file is part of; one of its own if no crate reaches it."""
        return self._crate.get(path) or Crate(path, None)

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
        return Module(path, scope)

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
        file = self.files[module.path]
        qualified = f"{module.name}::{name}" if module.name else name
        if qualified in file.modules:
            yield Module(module.path, qualified)
        features = self._features(module.path)
        declared = file.files.get(module.name, {}).get(name, ())
        for one in sorted(declared, key=lambda each: not is_usual(each.conditions, features)):
            path = self._file(module, name, one.given)
            if path:
                yield Module(path)

    def _grow(self, crate: Crate) -> None:
        """Find the files of a crate."""
        if crate.root not in self.files:
            return
        self._folders.setdefault(crate.root, folder_of(crate.root))
        self._note(crate.root, crate, None)
        pending, seen = [crate.root], {crate.root}
        while pending:
            path = pending.pop(0)
            for inside, declared in self.files[path].files.items():
                module = self.enclosing(path, inside)
                for name, given in declared.items():
                    for each in given:
                        found = self._file(module, name, each.given)
                        if found and found not in seen:
                            seen.add(found)
                            if each.given:  # its own modules lie beside it
                                self._folders.setdefault(found, folder_of(found))
                            self._conditions.setdefault(found, each.conditions)
                            pending.append(found)
                            self._note(found, crate, module)

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
