"""Declarations of Java's files, as Kotlin sees them beside its own.

Java leaves terms of the same forms, without what only Kotlin has: the owner of a member, names of
parameters, receivers and companions. A getter is a property as well, which has a number of its own
since its symbol is the method. What is private is not seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_file import KotlinFile
from mkdocs_repodoc.languages.resolution.class_terms import UNKNOWN
from mkdocs_repodoc.languages.resolution.symbol_nesting import members_by_owner
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_PRIMITIVES = {
    "int": "Int", "long": "Long", "short": "Short", "byte": "Byte", "char": "Char",
    "float": "Float", "double": "Double", "boolean": "Boolean", "void": "Unit",
}  # fmt: skip
_BOXED = {"Integer": "Int", "Character": "Char", "Object": "Any"}
"""Classes of `java.lang` that have another name in Kotlin."""
_COLLECTIONS = frozenset(("Collection", "Iterator", "List", "ListIterator", "Map", "Set"))
"""Interfaces of `java.util` for which Kotlin has its own, which may be changed."""
_FIRST_PROPERTY = -1000
"""Number of the property that the getter with position 0 makes; the next ones are below."""
_NOTHING = Target("many", ())


class JavaDeclarations(KotlinFile):
    """What Kotlin's files may know of a Java file.

    Args:
        path: The file.
        outline: Its outline.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        super().__init__(path, outline)
        self._told = dict(outline.types)
        self.entries = {}
        self.constructors = {}

    def symbol(self, position: int) -> Symbol:
        """Return the symbol that a number stands for; what is not final is called open."""
        found = super().symbol(self.listed(position))
        if found.kind != Kind.CLASS or "final" in found.labels:
            return found
        return msgspec.structs.replace(found, labels=(*found.labels, "open"))

    def simple_name(self, position: int) -> str:
        """Return the last part of a symbol's name; Kotlin calls all constructors alike."""
        symbol = self.symbol(position)
        return "constructor" if symbol.kind == Kind.CONSTRUCTOR else super().simple_name(position)

    @staticmethod
    def listed(position: int) -> int:
        """Return the position of the symbol that a number stands for."""
        return _FIRST_PROPERTY - position if position <= _FIRST_PROPERTY else position

    @cached_property
    def _by_owner(self) -> Mapping[int, Mapping[str, list[int]]]:
        return members_by_owner(self.outline.symbols, ".")

    @cached_property
    def members(self) -> Mapping[int, Mapping[str, list[int]]]:
        """Number of a class, or `FILE_SCOPE` → simple name → numbers of what it declares."""
        found: dict[int, dict[str, list[int]]] = {}
        for owner, names in self._by_owner.items():
            for positions in names.values():
                for position in positions:
                    for name, number in self._declared(owner, position):
                        found.setdefault(owner, {}).setdefault(name, []).append(number)
        for names in found.values():
            self._leave_out_unsure(names)
        return found

    def _leave_out_unsure(self, names: dict[str, list[int]]) -> None:
        """Leave out a field and a getter of one name: the place tells which of them is seen."""
        for name, numbers in names.items():
            values = [one for one in numbers if self.entries[one].base == "own"]
            if len(values) > 1:
                names[name] = [one for one in numbers if one not in values]

    def _declared(self, owner: int, position: int) -> Iterator[tuple[str, int]]:
        """Note a member, and yield the names under which Kotlin has it, with their numbers."""
        told, symbol = self._told.get(position), self.outline.symbols[position]
        if told is None or "private" in symbol.labels:
            return
        if told.base == "types":
            bases = tuple(self._type(one) for one in told.also)
            of = Target("many", (), None, self._variables(told.of))
            flags = (terms.IS_FUNCTIONAL,) if self._is_functional(position) else ()
            self.entries[position] = Target("types", (str(owner), str(owner), *flags), of, bases)
            self._note_constructor(position)
            yield self.simple_name(position), position
            return
        part = terms.OF_COMPANION if self._is_static(owner, symbol) else ""
        if told.base == "returning":
            self.entries[position] = entry = self._function(owner, part, told, symbol)
            yield self.simple_name(position), position
            name = _property(self.simple_name(position))
            if name and not part and len(entry.also) == 2:  # noqa: PLR2004 - it takes nothing
                number = _FIRST_PROPERTY - position
                self.entries[number] = Target(
                    "own", (str(owner), ""), entry.of, (_NOTHING, UNKNOWN)
                )
                yield name, number
        elif told.base == "instance" and told.of is not None:
            value = Target("instance", (), self._type(told.of))
            self.entries[position] = Target("own", (str(owner), part), value, (_NOTHING, UNKNOWN))
            yield self.simple_name(position), position

    def _is_functional(self, position: int) -> bool:
        """Whether a lambda may stand for an interface: one method is left to implement."""
        if self.outline.symbols[position].kind != Kind.INTERFACE:
            return False
        listed = self._by_owner.get(position, {}).values()
        members = (self.outline.symbols[one] for positions in listed for one in positions)
        count = sum("abstract" in one.labels for one in members)
        return count == 1 or (not count and bool(self._told[position].also))

    def _note_constructor(self, position: int) -> None:
        made = Target("instance", (), Target("symbol", (str(position),)))
        self.constructors[position] = Target(
            "returning", (str(position), ""), made, (_NOTHING, UNKNOWN)
        )

    def _is_static(self, owner: int, symbol: Symbol) -> bool:
        if "static" in symbol.labels or symbol.kind == Kind.ENUMERATOR:
            return True
        is_value = symbol.kind in (Kind.CONSTANT, Kind.FIELD)
        return is_value and self.outline.symbols[owner].kind == Kind.INTERFACE

    def _function(self, owner: int, part: str, told: Target, symbol: Symbol) -> Target:
        variables, *taken = told.also
        kinds = [self._type(one, is_taken=True) for one in taken]
        names = [str(number) for number in range(len(kinds))]
        if told.names == ("...",) and kinds:
            names[-1] += "*"
            kinds[-1] = kinds[-1].of or UNKNOWN
        made = self._type(told.of) if told.of is not None else UNKNOWN
        if symbol.kind == Kind.CONSTRUCTOR:
            made = Target("symbol", (str(owner),))
        own = Target("many", (), None, self._variables(variables))
        value = Target("instance", (), made)
        return Target("returning", (str(owner), part, *names), value, (own, UNKNOWN, *kinds))

    def _variables(self, listed: Target | None) -> tuple[Target, ...]:
        return tuple(self._type(one) for one in listed.also) if listed is not None else ()

    def _type(self, term: Target, *, is_taken: bool = False) -> Target:
        """Return the term of a type as Kotlin has it; of a parameter if it is taken."""
        also = tuple(self._type(one) for one in term.also)
        match term.base:
            case "type":
                name = _PRIMITIVES.get(term.names[0], "")
                return _named(("kotlin", name)) if name else UNKNOWN
            case "global":
                known = self._known_otherwise(term.names[2:], is_taken=is_taken)
                return _named(known, also) if known else Target("global", term.names, None, also)
            case "many":
                return Target("many", (), self._type(term.of) if term.of is not None else None)
            case "own" | "symbol":
                return Target(term.base, term.names, None, also)
        return UNKNOWN

    def _known_otherwise(self, names: Sequence[str], *, is_taken: bool) -> tuple[str, ...]:
        """Return the full name that Kotlin has for a class of Java's own library."""
        first = names[0] if len(names) == 1 else ""
        if first in _COLLECTIONS:
            taken = self.imports.get(first, ())
            is_known = "java.util" in self.imports.get("*", ()) or taken == [f"java.util.{first}"]
            name = first if is_taken else f"Mutable{first}"  # both kinds are taken
            return ("kotlin", "collections", name) if is_known else ()
        return ("kotlin", _BOXED[first]) if first in _BOXED else ()


def _named(names: Sequence[str], also: tuple[Target, ...] = ()) -> Target:
    return Target("global", ("type", str(FILE_SCOPE), *names), None, also)


def _property(getter: str) -> str:
    """Return the property that a method without parameters is the getter of; empty for none."""
    if getter.startswith("is") and getter[2:3].isupper():
        return getter
    name = getter.removeprefix("get")
    if name == getter or not name[:1].isupper():
        return ""
    capitals = len(name) - len(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    first = capitals if capitals in (1, len(name)) else capitals - 1
    return name[:first].lower() + name[first:]
