"""Scala's names over the whole repository, as the linker asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from mkdocs_repodoc.languages.resolution.declared.declared_symbols import (
    TYPE_KINDS,
    DeclaredSymbols,
    NamedSymbol,
)
from mkdocs_repodoc.languages.resolution.language_names import LanguageNames, Meaning
from mkdocs_repodoc.languages.resolution.names_digest import digest_of, names_of_outline
from mkdocs_repodoc.languages.resolution.own_files import own_outlines
from mkdocs_repodoc.languages.resolution.symbol_nesting import members_by_owner
from mkdocs_repodoc.languages.scala.resolution.scala_file_finder import PACKAGE
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target
from mkdocs_repodoc.model.repository import OutlinedFiles

_OBJECT = "object"


class ScalaNames(LanguageNames):
    """The names of all Scala files.

    Args:
        files: All files of the repository in sorted order.
    """

    def __init__(self, files: OutlinedFiles, _previous: LanguageNames | None = None) -> None:
        self._outlines = own_outlines(files, "scala")

    @cached_property
    def digest(self) -> str:
        content = [(path, names_of_outline(each)) for path, each in self._outlines.items()]
        return digest_of(content)

    @cached_property
    def _symbols(self) -> DeclaredSymbols:
        return DeclaredSymbols(self._outlines)

    def meaning(self, path: str, target: Target) -> Meaning | None:
        if path not in self._outlines:
            return None
        match target.base:
            case "symbol":
                found = self._at(SymbolRef(path, target.position))
                return self._behind(found, target.names[1:])
            case "global" | "type":
                first, *rest = target.names
                is_object = target.base == "global"
                outside = self._outside(path, first, is_object=is_object)
                if outside is None and rest and first in self._tops:
                    outside, rest = self._in_package(path, first, rest[0]), rest[1:]
                return self._behind(outside, rest) if outside is not None else None
            case _:
                return None

    def _at(self, ref: SymbolRef) -> NamedSymbol:
        symbol = self._outlines[ref.path].symbols[ref.position]
        return NamedSymbol(ref, symbol.kind, frozenset(symbol.labels), "")

    def _behind(self, found: NamedSymbol, names: list[str] | tuple[str, ...]) -> Meaning | None:
        """Return what objects have of names that follow each other behind a dot."""
        for name in names:
            if _OBJECT not in found.labels:
                return None
            members = self._members[found.symbol.path].get(found.symbol.position, {})
            named = members.get(name, [])
            if len(named) != 1:
                return None
            found = self._at(SymbolRef(found.symbol.path, named[0]))
        return found.meaning()

    def _outside(self, path: str, name: str, *, is_object: bool) -> NamedSymbol | None:
        """Return a type or object outside of all others; a name that stands twice decides nothing.

        A class and the object of its name in the same file are told apart by where the name stands.
        """
        found = self._symbols.simple.get(name, [])
        homes = {self._outlines[one.symbol.path].symbols[one.symbol.position].name for one in found}
        files = {one.symbol.path for one in found}
        if homes != {name} or len(files) != 1 or any(one.kind not in TYPE_KINDS for one in found):
            return None
        fitting = [one for one in found if (_OBJECT in one.labels) == is_object] or found
        is_seen = self._is_seen(path, files.pop(), name)
        return fitting[0] if len(fitting) == 1 and is_seen else None

    def _in_package(self, path: str, package: str, name: str) -> NamedSymbol | None:
        """Return what a package of one part has of a name; a class and its companion are none."""
        imports = self._outlines[path].imports
        nearer = {f"{outer}.{package}" for outer in self._packages[path] or ()}
        taken = any(package in {one.alias, one.name} for one in imports)
        if taken or not nearer.isdisjoint(self._homes):
            return None
        found = [
            one
            for one in self._symbols.owners(name)
            if (self._packages[one.symbol.path] or [""])[-1] == package
        ]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _tops(self) -> frozenset[str]:
        """The packages of one part that no symbol of the repository is named like."""
        return frozenset(one for one in self._homes if one not in self._symbols.simple)

    @cached_property
    def _homes(self) -> frozenset[str]:
        """The packages that files are in."""
        return frozenset(each[-1] for each in self._packages.values() if each)

    def _is_seen(self, path: str, other: str, name: str) -> bool:
        """Whether a file sees what another has at its top: by its package, or by an import."""
        packages, theirs = self._packages[path], self._packages[other]
        if packages is None or theirs is None:
            return False
        home = theirs[-1] if theirs else ""
        imports = self._outlines[path].imports
        named = [one.module for one in imports if name in {one.alias, one.name} and one.module]
        if named:
            return all(_is_path_of(module, home) for module in named)
        if path == other or home in (packages or [""]):
            return True
        wild = [one.module for one in imports if one.name == "*"]
        return any(_is_path_of(module, home) for module in wild)

    @cached_property
    def _packages(self) -> Mapping[str, list[str] | None]:
        """Path → the packages around, the innermost last; `None` where a file has several."""
        found: dict[str, list[str] | None] = {}
        for path, outline in self._outlines.items():
            clauses = dict(outline.offers).get(PACKAGE)
            if clauses is None:
                found[path] = None
                continue
            names = clauses.names
            found[path] = [".".join(names[: end + 1]) for end in range(len(names))]
        return found

    @cached_property
    def _members(self) -> Mapping[str, Mapping[int, Mapping[str, list[int]]]]:
        return {path: members_by_owner(each.symbols, ".") for path, each in self._outlines.items()}


def _is_path_of(module: str, package: str) -> bool:
    """Whether an import means a package, whose first parts may be left out within these."""
    return bool(module) and f".{package}".endswith(f".{module.removeprefix('_root_.')}")
