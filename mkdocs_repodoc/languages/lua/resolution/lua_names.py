"""Lua's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.languages.lua.imports import resolve_import
from mkdocs_repodoc.languages.lua.resolution.lua_file_finder import RETURNED
from mkdocs_repodoc.languages.resolution.language_names import LanguageNames, Meaning
from mkdocs_repodoc.languages.resolution.names_digest import digest_of, names_of_outline
from mkdocs_repodoc.languages.resolution.own_files import own_outlines, takes_part
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_MOST_STEPS = 20
"""How many modules a name is passed on through."""


class LuaNames(LanguageNames):
    """The names of all Lua files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._outlines = own_outlines(files, "lua")
        index = FileIndex(source.path for source, _ in files if takes_part(source))
        self._required = {
            path: [resolve_import(index, path, item).path for item in outline.imports]
            for path, outline in self._outlines.items()
        }

    @cached_property
    def digest(self) -> str:
        content = [
            (path, names_of_outline(outline), self._required[path])
            for path, outline in self._outlines.items()
        ]
        return digest_of(content)

    def meaning(self, path: str, target: Target) -> Meaning | None:
        return self._denote(path, target) if path in self._outlines else None

    def _denote(self, path: str, target: Target, steps: int = 0) -> Meaning | None:
        match target.base:
            case "symbol" if len(target.names) == 1:
                return Meaning(SymbolRef(path, target.position))
            case "own" | "self":
                found = self._own(path, target.names)
                return Meaning(found, target.base == "own") if found is not None else None
            case "import":
                required = self._required[path][target.position]
                return self._offered(required, target.names[1:], steps) if required else None
            case "global":
                return self._global(path, target.names)
            case _:
                return None

    def _offered(self, path: str, names: Sequence[str], steps: int) -> Meaning | None:
        """Return what a file gives under some names; without names, the file."""
        if not names:
            return Meaning(SymbolRef.of_file(path))
        if path not in self._outlines or steps > _MOST_STEPS:
            return None
        offers = dict(self._outlines[path].offers)
        if len(offers) != len(self._outlines[path].offers):
            return None
        first, *rest = names
        passed = offers.get(RETURNED) or offers.get(first)
        if passed is None:
            return None
        further = names if RETURNED in offers else rest
        found = self._denote(path, Target(passed.base, (*passed.names, *further)), steps + 1)
        return Meaning(found.symbol, exact=False) if found is not None else None

    # Symbols by their names

    def _own(self, path: str, names: Sequence[str]) -> SymbolRef | None:
        """Return the symbol of a name in a file; several functions of one name decide nothing."""
        positions = self._positions[path].get(".".join(names), [])
        symbols = self._outlines[path].symbols
        if len(positions) > 1 and any(symbols[each].kind in FUNCTIONS for each in positions):
            return None
        return SymbolRef(path, positions[0]) if positions else None

    def _global(self, path: str, names: Sequence[str]) -> Meaning | None:
        """Return a global of a file, else that of the only file that defines it."""
        dotted = ".".join(names)
        files = self._globals.get(dotted, [])
        if path in files:
            found = self._own(path, names)
            return Meaning(found, len(files) == 1) if found is not None else None
        found = self._own(files[0], names) if len(files) == 1 else None
        return Meaning(found, exact=False) if found is not None else None

    @cached_property
    def _positions(self) -> Mapping[str, Mapping[str, list[int]]]:
        """Path → name with dots → the positions of its symbols."""
        found: dict[str, dict[str, list[int]]] = {}
        for path, outline in self._outlines.items():
            in_file = found.setdefault(path, {})
            for position, symbol in enumerate(outline.symbols):
                in_file.setdefault(symbol.name.replace(":", "."), []).append(position)
        return found

    @cached_property
    def _globals(self) -> Mapping[str, list[str]]:
        """Name with dots of a global, or of a member of one → the files that define it."""
        found: dict[str, list[str]] = {}
        for path, outline in self._outlines.items():
            local = {one.name for one in outline.symbols if "local" in one.labels}
            for name in self._positions[path]:
                parts = name.split(".")
                around = (".".join(parts[:end]) for end in range(1, len(parts) + 1))
                if local.isdisjoint(around):
                    found.setdefault(name, []).append(path)
        return found
