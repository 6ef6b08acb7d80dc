"""Elixir's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from mkdocs_repodoc.languages.file_index import inside
from mkdocs_repodoc.languages.resolution.language_names import LanguageNames, Meaning
from mkdocs_repodoc.languages.resolution.names_digest import digest_of, names_of_outline
from mkdocs_repodoc.languages.resolution.own_files import own_outlines
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_MODULES = frozenset({Kind.MODULE, Kind.STRUCT, Kind.INTERFACE, Kind.PROTOCOL})
_CALLED = frozenset({Kind.FUNCTION, Kind.MACRO, Kind.METHOD})
_MOST_USES = 8
"""Through how many modules, each using the next one, imports are followed."""


class _Defined(NamedTuple):
    """A definition: its place in the outline, and how many arguments it takes."""

    position: int
    kind: Kind
    least: int
    most: int


class ElixirNames(LanguageNames):
    """The names of all Elixir files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._outlines = own_outlines(files, "elixir")
        self._modules: dict[str, list[SymbolRef]] = {}
        self._offers: dict[str, list[Target]] = {}
        for path, outline in self._outlines.items():
            for position, symbol in enumerate(outline.symbols):
                if symbol.kind in _MODULES:
                    self._modules.setdefault(symbol.name, []).append(SymbolRef(path, position))
            for module, offered in outline.offers:
                self._offers.setdefault(module, []).append(offered)

    @cached_property
    def digest(self) -> str:
        return digest_of(
            [(path, names_of_outline(outline)) for path, outline in self._outlines.items()]
        )

    def imported(self, path: str, item: Import) -> ResolvedImport | None:  # noqa: ARG002 - full names are the same in all files
        found = self._module(item.module)
        return inside(found.path) if found is not None else None

    def meaning(self, path: str, target: Target) -> Meaning | None:
        if path not in self._outlines:
            return None
        match target.base, target.names:
            case "symbol", _:
                return Meaning(SymbolRef(path, target.position))
            case "module", (module,):
                found = self._module(module)
            case "member", (module, name, arity):
                found = self._of_module(module, name, int(arity))
            case "type", ("", owner, name, arity):
                found = self._defined(path, owner, name, int(arity), is_type=True)
            case "type", (module, name, arity):
                found = self._of_module(module, name, int(arity), is_type=True)
            case "keyed", (module, name):
                found = self._field(module, name)
            case "global", (owner, name, arity):
                own = self._defined(path, owner, name, int(arity))
                return Meaning(own) if own else self._taken(target.also, name, int(arity))
            case _:
                return None
        return Meaning(found) if found is not None else None

    def _module(self, name: str) -> SymbolRef | None:
        found = self._modules.get(name, ())
        return found[0] if len(found) == 1 else None

    def _of_module(
        self, module: str, name: str, arity: int, *, is_type: bool = False
    ) -> SymbolRef | None:
        found = self._module(module)
        if found is None:
            return None
        return self._defined(found.path, module, name, arity, is_type=is_type)

    def _defined(
        self, path: str, owner: str, name: str, arity: int, *, is_type: bool = False
    ) -> SymbolRef | None:
        """Return the first clause of a function, or a type, that takes that many arguments."""
        dotted = f"{owner}.{name}" if owner else name
        for one in self._definitions[path].get(dotted, ()):
            fits = one.least <= arity <= one.most
            if fits and (one.kind == Kind.TYPE_ALIAS if is_type else one.kind in _CALLED):
                return SymbolRef(path, one.position)
        return None

    def _field(self, module: str, name: str) -> SymbolRef | None:
        found = self._module(module)
        fields = self._definitions[found.path].get(f"{module}.{name}", ()) if found else ()
        positions = [one.position for one in fields if one.kind == Kind.FIELD]
        return SymbolRef(found.path, positions[0]) if found and len(positions) == 1 else None

    def _taken(self, imports: tuple[Target, ...], name: str, arity: int) -> Meaning | None:
        """Return what the imports around give of a name; two modules decide nothing."""
        found: dict[SymbolRef, bool] = {}
        waiting = [(one, 0) for one in imports]
        seen: set[str] = set()
        for item, steps in waiting:
            module, how, *names = item.names
            if how == "use":
                if module not in seen and steps < _MOST_USES:
                    seen.add(module)
                    waiting += [(each, steps + 1) for each in self._offers.get(module, ())]
            elif (name in names) == (how == "only") or how == "all":
                symbol = self._of_module(module, name, arity)
                if symbol is not None:
                    found[symbol] = found.get(symbol, False) or not steps
        if len(found) != 1:
            return None
        ((symbol, exact),) = found.items()
        return Meaning(symbol, exact)

    @cached_property
    def _definitions(self) -> Mapping[str, Mapping[str, list[_Defined]]]:
        """Path → name with dots → its definitions."""
        found: dict[str, dict[str, list[_Defined]]] = {}
        for path, outline in self._outlines.items():
            arities = {
                position: (stated.number(0), stated.number(1))
                for position, stated in outline.types
                if stated.base == "signature"
            }
            in_file = found.setdefault(path, {})
            for position, symbol in enumerate(outline.symbols):
                one = _Defined(position, symbol.kind, *arities.get(position, (0, 0)))
                in_file.setdefault(symbol.name, []).append(one)
        return found
