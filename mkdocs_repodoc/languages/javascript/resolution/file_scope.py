"""The names of one JavaScript or TypeScript file, as other files look them up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from hashlib import sha256

import msgspec

from mkdocs_repodoc.languages.javascript.names.symbol_keys import KEPT
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import FileOutline, Import, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_encode = msgspec.msgpack.Encoder().encode
_TYPES = frozenset((Kind.INTERFACE, Kind.TYPE_ALIAS))
_BOTH = frozenset((Kind.CLASS, Kind.ENUM, Kind.NAMESPACE))
TYPES = frozenset((Kind.CLASS, Kind.INTERFACE, Kind.TYPE_ALIAS, Kind.ENUM))
"""Kinds of what a value can be an instance of."""
CALLED = frozenset((Kind.FUNCTION, Kind.METHOD))
"""Kinds of what a call gives what it returns; an accessor is no call."""
_SYMBOL = re.compile(r"= Symbol(?:\.for)?\(|: unique symbol\b")
_HEAD = re.compile(r"[\w$]+(?:\.[\w$]+)*")


class FileScope:
    """The names of one file.

    Attributes:
        path: The file.
        outline: Its outline.
        types: Position of a symbol → what its value, or what a call of it, is.
        generics: The same where it depends on type parameters: their names, a formula, defaults.
        positions: Qualified name → positions of the symbols that have it, in source order.
        owners: Qualified names of the symbols that have members.
        offers: Name → what the file gives to others under it.
        kept: What the file keeps under computed keys: the value, with the key beside it.
        stars: The imports whose names are all passed on, in source order.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        self.path = path
        self.outline = outline
        self.types: dict[int, Target] = {}
        self.generics: dict[int, Target] = {}
        for position, stated in outline.types:
            if stated.base == "generic":
                self.generics[position] = stated
            known = stated.of if stated.base == "generic" else stated
            if known is not None:
                self.types[position] = known
        self.positions: dict[str, list[int]] = {}
        for position, symbol in enumerate(outline.symbols):
            self.positions.setdefault(symbol.name, []).append(position)
        self.owners = {name.rpartition(".")[0] for name in self.positions}
        self.offers: dict[str, list[Target]] = {}
        for name, target in outline.offers:
            self.offers.setdefault(name, []).append(target)
        self.kept = self.offers.pop(KEPT, [])
        self.stars = [
            index
            for index, item in enumerate(outline.imports)
            if item.passes_on and item.name == "*"
        ]

    @cached_property
    def digest(self) -> bytes:
        """Digest of all that other files may look up here."""
        outline = self.outline
        content = (
            self.path,
            [(s.name, s.kind, s.bases, s.labels) for s in outline.symbols],
            [(i.module, i.name, i.alias, i.passes_on) for i in outline.imports],
            outline.types,
            outline.offers,
            [self.is_key(position) for position in range(len(outline.symbols))],
        )
        return sha256(_encode(content)).digest()

    def symbol(self, position: int) -> Symbol:
        """Return a symbol."""
        return self.outline.symbols[position]

    def is_key(self, position: int) -> bool:
        """Whether a constant holds a `Symbol(…)`, a key that is no other's equal."""
        symbol = self.symbol(position)
        return symbol.kind == Kind.CONSTANT and _SYMBOL.search(symbol.signature) is not None

    def chosen(self, positions: Iterable[int], *, as_type: bool) -> int:
        """Return which of several symbols of one name is meant; `FILE_SCOPE` if none can be.

        Of overloaded functions it is the implementation, of accessors the one that reads.
        """
        best, rank = FILE_SCOPE, 0
        for position in positions:
            worth = _worth(self.symbol(position), as_type=as_type)
            if worth > rank:
                best, rank = position, worth
        return best

    def overrules(self, position: int) -> bool:
        """Whether a member stands for all of its name: of overloads, the implementation does."""
        return self.implementation(position) == position

    def implementation(self, position: int) -> int:
        """Return the symbol that stands for all overloads of a function; of others, itself."""
        symbol = self.symbol(position)
        if "overload" not in symbol.labels:
            return position
        return self.chosen(self.positions[symbol.name], as_type=False)

    def member(self, owner: str, name: str, *, is_static: bool | None) -> int:
        """Return the member of a class, interface, enum, namespace or object, or `FILE_SCOPE`.

        Args:
            owner: Its qualified name.
            name: Simple name of the member.
            is_static: Whether it is looked up on the class itself; `None` where that is all one.
        """
        found: Sequence[int] = self.positions.get(f"{owner}.{name}", ())
        if is_static is not None and len(found) > 1:
            fitting = [
                each for each in found if ("static" in self.symbol(each).labels) is is_static
            ]
            found = fitting or found
        return self.chosen(found, as_type=False)

    def bindings(self, name: str) -> list[tuple[int, Import]]:
        """Return the imports that bind a name in the file."""
        return [
            (index, item)
            for index, item in enumerate(self.outline.imports)
            if not item.passes_on and name == (item.alias or item.name) and name != "*"
        ]

    def base_names(self, position: int) -> list[str]:
        """Return the dotted names of a type's bases; what is made by a call has none."""
        found = []
        for base in self.symbol(position).bases:
            match = _HEAD.match(base)
            if match is not None and not base[match.end() :].lstrip().startswith("("):
                found.append(match[0])
        return found


def _worth(symbol: Symbol, *, as_type: bool) -> int:
    """Say how well a symbol fits where a value or a type is wanted; 0 if it is something else."""
    if symbol.kind in _BOTH:
        return 3
    if symbol.kind in _TYPES:
        return 4 if as_type else 1
    if as_type:
        return 1
    if "overload" in symbol.labels or "set" in symbol.labels:
        return 3
    return 4
