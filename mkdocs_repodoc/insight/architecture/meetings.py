"""Meetings of components: the objects through which one uses another, and imports that come late.

A component meets another where a type of it is made from one of the other, where it sets a field to
one, where it makes or calls one, and hands functions of its own on while it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.architecture.type_members import is_constructor
from mkdocs_repodoc.insight.symbols.symbol_tree import outer_name
from mkdocs_repodoc.model.kinds import CALLABLES, FUNCTIONS, HELD, TYPES, VALUES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import Repository

_CALLERS = FUNCTIONS | {Kind.CONSTRUCTOR}
_LOOKED_AT = 12
"""Of what a component takes, so much is looked at for meetings."""
_NEAR = 8
"""Lines above a call in which a function that is handed on belongs to it."""
WAYS = ("inherits from", "is set to", "makes", "calls")
"""How a symbol of one component meets one of another, the closest first."""


class Meeting(NamedTuple):
    """A symbol of one component that uses one of another."""

    user: SymbolRef
    way: str
    """One of `WAYS`."""
    met: SymbolRef
    path: str
    line: int
    handed: tuple[SymbolRef, ...] = ()
    """Functions of the user's component that it hands on there, for the other to call."""


class LateImport(NamedTuple):
    """An import between two components that need each other, put off until its file is ready."""

    path: str
    line: int
    function: str
    """Function in which it stands; empty where it stands behind the definitions of its file."""


class Meetings:
    """Finds where the components of a repository meet.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def between(self, source: Component, taken: tuple[SymbolRef, ...], most: int) -> list[Meeting]:
        """Return where a component meets what it takes from another, the closest ways first.

        Args:
            source: The component that uses the other.
            taken: The outer symbols that it takes, the most taken first.
            most: How many meetings, each of another symbol.
        """
        found: list[Meeting] = []
        for ref in taken[:_LOOKED_AT]:
            direct = [*self._ways(source, ref)] or self._member_ways(source, ref)
            ways = sorted(direct, key=lambda each: WAYS.index(each.way))
            found += ways[:1]
        found.sort(key=lambda each: WAYS.index(each.way))
        return found[:most]

    def _ways(self, source: Component, ref: SymbolRef) -> Iterator[Meeting]:
        symbol = self._repository.symbol
        for heir in self._repository.links.subclasses.get(ref, ()):
            if heir.path in source.files:
                yield Meeting(heir, WAYS[0], ref, heir.path, symbol(heir).line)
        for use in self._repository.links.uses.of(ref):
            if use.path not in source.files or use.user.is_file or self._is_test(use.user):
                continue
            if use.kind == "call" and symbol(use.user).kind in _CALLERS:
                way = WAYS[2] if symbol(ref).kind in TYPES else WAYS[3]
                handed = tuple(self._handed(source, use))
                yield Meeting(use.user, way, ref, use.path, use.line, handed)
            elif use.kind == "name" and (holder := self._holder(use, symbol(ref).name)) is not None:
                yield Meeting(holder, WAYS[1], ref, use.path, use.line)

    def _member_ways(self, source: Component, ref: SymbolRef) -> Iterator[Meeting]:
        """Yield the calls of a type's constructors and methods, where it is not called itself."""
        name = self._repository.symbol(ref).name
        for position, member in enumerate(self._repository.files[ref.path].outline.symbols):
            if member.kind not in CALLABLES or outer_name(member.name) != name:
                continue
            met = SymbolRef(ref.path, position)
            if met == ref:
                continue
            if not is_constructor(member):
                yield from self._ways(source, met)
            elif re.fullmatch(rf"{re.escape(name)}\W+\w+", member.name):
                for meeting in self._ways(source, met):
                    yield meeting._replace(way=WAYS[2], met=ref)

    def _is_test(self, ref: SymbolRef) -> bool:
        """Tell whether a symbol stands where its file has tests of itself."""
        name = self._repository.symbol(ref).name
        tests = self._repository.files[ref.path].outline.tests
        return any(outer_name(name) == outer_name(test) for test in tests)

    def _holder(self, use: Use, outer: str) -> SymbolRef | None:
        """Return the field of a type whose value on its line is what is used, and nothing else."""
        for position, symbol in enumerate(self._repository.files[use.path].outline.symbols):
            is_member = symbol.kind in HELD | VALUES and "instance" not in symbol.labels
            value = symbol.signature.rpartition("= ")[2]
            if (
                is_member
                and symbol.line <= use.line <= symbol.end_line
                and value.rpartition(".")[2] == outer
                and "." in symbol.name
            ):
                return SymbolRef(use.path, position)
        return None

    def _handed(self, source: Component, use: Use) -> Iterator[SymbolRef]:
        seen = set()
        for site in self._repository.links.uses.calls(use.path):
            is_near = use.line - _NEAR <= site.line <= use.end_line
            if (
                not site.called
                and is_near
                and site.scope == use.scope
                and site.callee.path in source.files
                and not site.callee.is_file
                and site.callee not in seen
                and self._repository.symbol(site.callee).kind in FUNCTIONS
            ):
                seen.add(site.callee)
                yield site.callee

    def late_import(self, source: Component, target: Component) -> LateImport | None:
        """Return an import of another component that comes late, if the other needs this one.

        Args:
            source: The component that imports.
            target: The one that is imported.
        """
        links = self._repository.links.imports
        needed = {
            each for path in target.files for found in links.get(path, ()) for each in found.paths
        }
        for path, position in self._imports(source, target):
            outline = self._repository.files[path].outline
            item = outline.imports[position]
            if item.type_checking or path not in needed:
                continue
            first = min((each.line for each in outline.symbols if each.kind in TYPES), default=0)
            is_inside = any(each.line <= item.line <= each.end_line for each in outline.symbols)
            if item.scope or (0 < first < item.line and not is_inside):
                return LateImport(path, item.line, item.scope)
        return None

    def _imports(self, source: Component, target: Component) -> Iterator[tuple[str, int]]:
        """Yield path and position of the imports that lead from one component to another."""
        for path in source.files:
            for position, found in enumerate(self._repository.links.imports.get(path, ())):
                if any(each in target.files for each in found.paths):
                    yield path, position
