"""Modules of Haskell over the repository: what each defines, sees and exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from mkdocs_repodoc.languages.haskell.resolution.haskell_module_finder import (
    EXPORT,
    IMPORT,
    MODULE,
)
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_TYPES = frozenset({Kind.TYPE, Kind.TYPE_ALIAS, Kind.CLASS})
_OWNERS = frozenset({*_TYPES, Kind.IMPL})
_PARTS = frozenset({Kind.VARIANT, Kind.FIELD, Kind.METHOD})
_MOST_MODULES = 60
"""How many modules pass a name on."""
Space = str
Names = dict[tuple[Space, str], SymbolRef]


class _Import(NamedTuple):
    path: str
    alias: str
    is_qualified: bool
    how: str
    items: frozenset[str]


class HaskellModule:
    """What a file defines, imports and exports.

    Args:
        path: The file.
        outline: Its outline.
        path_of: Returns the file of a module as seen from a file; empty if there is none.
    """

    def __init__(self, path: str, outline: FileOutline, path_of: Callable[[str, str], str]) -> None:
        self.path = path
        self.own: dict[tuple[Space, str], SymbolRef | None] = {}
        self.owners: dict[SymbolRef, SymbolRef] = {}
        """Constructor, field or method → its type or class."""
        self._read(outline)
        self.name = "Main"
        self.exports: list[Target] | None = None
        self.imports: list[_Import] = []
        for kind, target in outline.offers:
            if kind == MODULE:
                self.name = target.names[0]
            elif kind == EXPORT:
                self.exports = [*(self.exports or []), target]
            elif kind == IMPORT:
                module, alias, qualified, how, *items = target.names
                found = path_of(path, module)
                taken = _Import(found, alias, bool(qualified), how, frozenset(items))
                self.imports.append(taken)

    def _read(self, outline: FileOutline) -> None:
        owner = inner = FILE_SCOPE
        symbols = outline.symbols
        for position, symbol in enumerate(symbols):
            name, ref = symbol.name, SymbolRef(self.path, position)
            if symbol.kind in _OWNERS:
                owner = inner = position
            if symbol.kind in _PARTS and is_listed(owner):
                for around in (inner, owner):
                    if name.startswith(f"{symbols[around].name}."):
                        name = name[len(symbols[around].name) + 1 :]
                        break
                inner = position if symbol.kind == Kind.VARIANT else inner
                if symbols[owner].kind == Kind.IMPL:
                    continue
                self.owners[ref] = SymbolRef(self.path, owner)
            elif symbol.kind == Kind.IMPL:
                continue
            key = ("t" if symbol.kind in _TYPES else "v", name)
            before = self.own.get(key, ref)
            is_same = before is None or self.owners.get(before) == self.owners.get(ref)
            self.own[key] = before if is_same else None


class HaskellModules:
    """All modules of the repository.

    Args:
        outlines: Path → outline.
        path_of: Returns the file of a module as seen from a file; empty if there is none.
    """

    def __init__(
        self, outlines: Mapping[str, FileOutline], path_of: Callable[[str, str], str]
    ) -> None:
        self._modules = {
            path: HaskellModule(path, outline, path_of) for path, outline in outlines.items()
        }
        self._exported: dict[str, Names] = {}
        self._asked: list[str] = []

    def seen(self, path: str, space: Space, name: str, qualifier: str = "") -> SymbolRef | None:
        """Return what a name means in a file; two meanings decide nothing."""
        module = self._modules[path]
        key = (space, name)
        if key in module.own and qualifier in {"", module.name}:
            return module.own[key]
        found = {
            symbol
            for one in module.imports
            if (one.alias == qualifier if qualifier else not one.is_qualified)
            and (symbol := self._taken(one, key)) is not None
        }
        return next(iter(found)) if len(found) == 1 else None

    def given(self, path: str, space: Space, name: str) -> SymbolRef | None:
        """Return what a file exports under a name."""
        return self._exports(path).get((space, name)) if path in self._modules else None

    def _taken(self, item: _Import, key: tuple[Space, str]) -> SymbolRef | None:
        found = self._exports(item.path).get(key) if item.path in self._modules else None
        if found is None or item.how == "all":
            return found
        owner = self._modules[found.path].owners.get(found)
        name = self._name_of(owner) if owner is not None else ""
        is_named = f"{key[0]}:{key[1]}" in item.items or f"*:{name}" in item.items
        return found if is_named == (item.how == "only") else None

    def _name_of(self, owner: SymbolRef) -> str:
        own = self._modules[owner.path].own
        return next((name for (_, name), ref in own.items() if ref == owner), "")

    def _exports(self, path: str) -> Names:
        if path in self._exported:
            return self._exported[path]
        if path in self._asked or len(self._asked) > _MOST_MODULES:
            return {}
        self._asked.append(path)
        found = dict(self._exports_of(self._modules[path]))
        self._asked.pop()
        self._exported[path] = found
        return found

    def _exports_of(self, module: HaskellModule) -> Iterator[tuple[tuple[Space, str], SymbolRef]]:
        own = ((key, ref) for key, ref in module.own.items() if ref is not None)
        if module.exports is None:
            yield from own
            return
        for target in module.exports:
            match target.base, target.names:
                case "module", (name,) if name == module.name:
                    yield from own
                case "module", (name,):
                    yield from self._passed(module, name)
                case "many", () if target.of is not None:
                    yield from self._parts(module, target.of)
                case _:
                    found = self._named(module, target)
                    if found is not None:
                        yield (target.names[0], target.names[-1]), found

    def _named(self, module: HaskellModule, target: Target) -> SymbolRef | None:
        match target.names:
            case (space, name):
                return self.seen(module.path, space, name)
            case (space, qualifier, name):
                return self.seen(module.path, space, name, qualifier)
        return None

    def _parts(
        self, module: HaskellModule, target: Target
    ) -> Iterator[tuple[tuple[Space, str], SymbolRef]]:
        """Yield the constructors, fields or methods of a type that a module exports with all."""
        owner = self._named(module, target)
        if owner is None:
            return
        home = self._modules[owner.path]
        for key, ref in home.own.items():
            if ref is not None and home.owners.get(ref) == owner:
                yield key, ref

    def _passed(
        self, module: HaskellModule, name: str
    ) -> Iterator[tuple[tuple[Space, str], SymbolRef]]:
        """Yield what a module passes on of all that it imports under a name."""
        for one in module.imports:
            if one.alias == name and not one.is_qualified and one.path in self._modules:
                for key, ref in self._exports(one.path).items():
                    if self._taken(one, key) is not None:
                        yield key, ref
