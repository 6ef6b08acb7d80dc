"""Swift's types over the whole repository, as the linker asks for them.

A module of the package manager is a folder of `Sources` or `Tests`. Its files see each other's
types, and those of the modules that they import.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from mkdocs_repodoc.languages.resolution.language_names import LanguageNames, Meaning
from mkdocs_repodoc.languages.resolution.names_digest import digest_of, names_of_outline
from mkdocs_repodoc.languages.resolution.own_files import own_outlines
from mkdocs_repodoc.model.kinds import FUNCTIONS, TYPES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_MODULE = re.compile(r"(?:^|/)(?:Sources|Tests)/([^/]+)/")
_PRIVATE = frozenset({"private", "fileprivate"})
_OF_TYPE = frozenset({"static", "class"})
_NAMED = TYPES | {Kind.PROTOCOL, Kind.TYPE_ALIAS}


class _Defined(NamedTuple):
    """A symbol of the repository, and what tells who may name it."""

    symbol: SymbolRef
    kind: Kind
    labels: frozenset[str]


class SwiftNames(LanguageNames):
    """The types of all Swift files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._outlines = own_outlines(files, "swift")
        self._imported = {
            path: {item.module.partition(".")[0] for item in outline.imports}
            for path, outline in self._outlines.items()
        }

    @cached_property
    def digest(self) -> str:
        return digest_of(
            [(path, names_of_outline(outline)) for path, outline in self._outlines.items()]
        )

    def meaning(self, path: str, target: Target) -> Meaning | None:
        if path not in self._outlines or target.base != "global":
            return None
        owner = self._type(path, target.names[0])
        if owner is None or len(target.names) == 1:
            return Meaning(owner.symbol) if owner is not None else None
        found = self._defined.get(".".join(target.names), [])
        if len(found) != 1 or not self._is_seen(path, found[0]):
            return None
        member = found[0]
        if member.kind in _NAMED or member.kind == Kind.ENUMERATOR:
            return Meaning(member.symbol)
        if not member.labels & _OF_TYPE:
            return None
        # Protocols may add functions of the same name that take something else.
        return Meaning(member.symbol, exact=member.kind not in FUNCTIONS)

    def _type(self, path: str, name: str) -> _Defined | None:
        """Return the type that a name means; one that stands twice, anywhere, decides nothing."""
        found = self._defined.get(name, [])
        if len(found) != 1 or self._simple[name] != 1 or found[0].kind not in _NAMED:
            return None
        return found[0] if self._is_seen(path, found[0]) else None

    def _is_seen(self, path: str, defined: _Defined) -> bool:
        """Whether a file sees a symbol: it is in its module, or in one that it imports."""
        other = defined.symbol.path
        if path == other:
            return True
        if defined.labels & _PRIVATE:
            return False
        module = _module(other)
        return bool(module) and (module == _module(path) or module in self._imported[path])

    @cached_property
    def _defined(self) -> Mapping[str, list[_Defined]]:
        """Name with dots → the symbols of that name."""
        found: dict[str, list[_Defined]] = {}
        for path, outline in self._outlines.items():
            for position, symbol in enumerate(outline.symbols):
                defined = _Defined(SymbolRef(path, position), symbol.kind, frozenset(symbol.labels))
                found.setdefault(symbol.name, []).append(defined)
        return found

    @cached_property
    def _simple(self) -> Mapping[str, int]:
        """Last part of a name → how many symbols of the repository have it."""
        found: dict[str, int] = {}
        for outline in self._outlines.values():
            for symbol in outline.symbols:
                last = symbol.name.rpartition(".")[2]
                found[last] = found.get(last, 0) + 1
        return found


def _module(path: str) -> str:
    """Return the module that a file is a part of; empty where the folders don't tell."""
    found = _MODULE.search(path)
    return found[1] if found else ""
