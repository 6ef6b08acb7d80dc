"""The nesting of a file's symbols, and the choice of those that get a section of their own.

Records list symbols flat, by dotted name. A class, a function or a message has enough to say for a
section with a heading; an attribute, a key or a heading of a document is a row in a table.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from mkdocs_repodoc.model.kinds import WHOLE, Kind
from mkdocs_repodoc.model.name_parts import SEPARATOR
from mkdocs_repodoc.model.records import Symbol


def is_outer(symbol: Symbol) -> bool:
    """Whether a symbol stands at the top level of its file, or of a namespace there."""
    name = symbol.bare_name
    is_member = "." in name or "::" in name or ("#" in name[1:] and symbol.kind not in WHOLE)
    return symbol.kind != Kind.NAMESPACE and not is_member


def outer_name(symbol: Symbol) -> str:
    """Return the name of the outermost symbol that one belongs to: `Class` for `Class.name`.

    The namespaces around both are part of it.
    """
    bare = symbol.bare_name
    return symbol.name[: len(symbol.name) - len(bare)] + first_part(bare)


def first_part(name: str) -> str:
    """Return what a dotted path begins with: `Class` for `Class.name`."""
    return SEPARATOR.split(name, maxsplit=1)[0] or name


def split_name(name: str) -> tuple[str, str]:
    """Return what stands before the last name of a dotted path, and that name: `Class`, `name`."""
    for match in reversed(list(SEPARATOR.finditer(name))):
        if match.end() < len(name):
            return name[: match.start()], name[match.end() :]
    return "", name


class SymbolTree:
    """The nesting of a file's symbols; every member speaks of positions in the outline.

    Args:
        symbols: As the outline lists them.
    """

    def __init__(self, symbols: Sequence[Symbol]) -> None:
        self._symbols = symbols
        self.parents: list[int | None] = []
        """Position of the symbol that each one is a member of; `None` at the top level."""
        self.children: dict[int | None, list[int]] = {}
        """Position, or `None` for the file, → its direct members in source order."""
        self._order = sorted(
            range(len(symbols)), key=lambda p: (symbols[p].line, -symbols[p].end_line)
        )
        self._nest()

    @cached_property
    def members(self) -> dict[int | None, list[int]]:
        """As `children`, but what stands in namespaces or in modules around types is at the top.

        A namespace that holds nothing else is left out, and so is a module that says nothing.
        """
        at_top: set[int] = set()
        inside: dict[int | None, list[int]] = {None: []}
        emptied: set[int | None] = set()
        for position in self._order:
            parent = self.parents[position]
            if parent is None or self._is_outer(position, parent, at_top):
                at_top.add(position)
                inside[None].append(position)
                emptied.add(parent)
            else:
                inside.setdefault(parent, []).append(position)
        gone = {p for p in emptied if p is not None and p not in inside and self._is_mere(p)}
        inside[None] = [position for position in inside[None] if position not in gone]
        return inside

    def _is_outer(self, position: int, parent: int, at_top: Collection[int]) -> bool:
        """Whether only namespaces are around a symbol, and modules if it is a type or a module."""
        symbol, owner = self._symbols[position], self._symbols[parent]
        if symbol.kind == owner.kind and symbol.kind in {Kind.MODULE, Kind.NAMESPACE}:
            return parent in at_top and symbol.public and owner.public
        return bool(symbol.namespace) and is_outer(symbol)

    def _is_mere(self, position: int) -> bool:
        symbol = self._symbols[position]
        return symbol.kind == Kind.NAMESPACE or not symbol.summary

    @cached_property
    def by_name(self) -> dict[str, int]:
        """Name within the file → position; the last definition of a name wins."""
        return {symbol.name: position for position, symbol in enumerate(self._symbols)}

    def _nest(self) -> None:
        latest: dict[str, int] = {}
        self.parents = [None] * len(self._symbols)
        for position in self._order:
            name = self._symbols[position].name
            for match in reversed(list(SEPARATOR.finditer(name))):
                parent = latest.get(name[: match.start()])
                if parent is not None:
                    self.parents[position] = parent
                    break
            latest[name] = position
            self.children.setdefault(self.parents[position], []).append(position)
