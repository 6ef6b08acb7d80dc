"""Swift's names over the whole repository, as the linker asks for them.

A module of the package manager is a folder of `Sources` or `Tests`. Its files see each other's
symbols, and those of the modules that they import.
"""

from __future__ import annotations

import re
from functools import cached_property

from mkdocs_repodoc.languages.resolution.declared.declared_symbols import (
    TYPE_KINDS,
    DeclaredSymbols,
    NamedSymbol,
    around,
)
from mkdocs_repodoc.languages.resolution.language_names import LanguageNames, Meaning
from mkdocs_repodoc.languages.resolution.names_digest import digest_of, names_of_outline
from mkdocs_repodoc.languages.resolution.own_files import own_outlines
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_MODULE = re.compile(r"(?:^|/)(?:Sources|Tests)/([^/]+)/")
_PRIVATE = frozenset({"private", "fileprivate"})
_OF_TYPE = frozenset({"static", "class"})
_TYPE_PARAMETER = re.compile(r"[<,]\s*(?:each\s+)?(\w+)")


class SwiftNames(LanguageNames):
    """The names of all Swift files.

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
        content = [
            (path, names_of_outline(outline), [each.signature for each in outline.symbols])
            for path, outline in self._outlines.items()
        ]
        return digest_of(content)

    @cached_property
    def _symbols(self) -> DeclaredSymbols:
        return DeclaredSymbols(self._outlines)

    def meaning(self, path: str, target: Target) -> Meaning | None:
        if path not in self._outlines or target.base not in {"own", "self"}:
            return None
        enclosing, first, *rest = target.names
        if self._is_parameter(enclosing, first):
            return None
        found = self._around(path, enclosing, first)
        if found is None and target.base == "own":
            found = self._global(path, first)
        if found is None or not rest:
            return found.meaning() if found is not None else None
        owner = self._outlines[found.symbol.path].symbols[found.symbol.position].name
        inner = self._sole(path, self._symbols.named.get(".".join((owner, *rest)), []))
        if found.kind not in TYPE_KINDS or len(self._symbols.owners(owner)) != 1 or inner is None:
            return None
        is_static = inner.kind in TYPE_KINDS | {Kind.ENUMERATOR} or inner.labels & _OF_TYPE
        return inner.meaning() if is_static else None

    def _is_parameter(self, enclosing: str, name: str) -> bool:
        """Whether a type around, which an extension may open elsewhere, has such a parameter."""
        return any(
            name in _TYPE_PARAMETER.findall(owner.head)
            for outer in around(enclosing)
            for owner in self._symbols.owners(outer)
            if owner.kind != Kind.TYPE_ALIAS
        )

    def _around(self, path: str, enclosing: str, name: str) -> NamedSymbol | None:
        """Return what the symbols around have of a name, the innermost that has it."""
        for outer in around(enclosing):
            found = self._symbols.members(path, outer, name)
            if found:
                return self._sole(path, found)
        return None

    def _global(self, path: str, name: str) -> NamedSymbol | None:
        """Return a symbol outside of all types; a name that stands twice decides nothing."""
        found = self._symbols.named.get(name, [])
        is_sole = len(found) == 1 and len(self._symbols.simple[name]) == 1
        return self._sole(path, found) if is_sole else None

    def _sole(self, path: str, found: list[NamedSymbol]) -> NamedSymbol | None:
        return found[0] if len(found) == 1 and self._is_seen(path, found[0]) else None

    def _is_seen(self, path: str, declared: NamedSymbol) -> bool:
        """Whether a file sees a symbol: it is in its module, or in one that it imports."""
        other = declared.symbol.path
        if path == other:
            return True
        if declared.labels & _PRIVATE:
            return False
        module = _module(other)
        return bool(module) and (module == _module(path) or module in self._imported[path])


def _module(path: str) -> str:
    """Return the module that a file is a part of; empty where the folders don't tell."""
    found = _MODULE.search(path)
    return found[1] if found else ""
