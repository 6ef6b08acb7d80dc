"""Declarations of Kotlin's files, as Java sees them beside its own.

Kotlin leaves terms of the same forms, with more in them: owners, names of parameters, receivers and
companions. Properties have getters and setters, functions outside of classes stand in a class that
is named like the file. What is private is not seen, and neither are extensions of other types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from mkdocs_repodoc.languages.java.resolution.java_file import JavaFile
from mkdocs_repodoc.languages.resolution.class_terms import UNKNOWN
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import FileOutline, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target
from mkdocs_repodoc.paths import name_of

_PRIMITIVES = {
    "Int": "int", "Long": "long", "Short": "short", "Byte": "byte", "Char": "char",
    "Float": "float", "Double": "double", "Boolean": "boolean", "Unit": "void",
}  # fmt: skip
_COLLECTIONS = frozenset(("Collection", "Iterator", "List", "ListIterator", "Map", "Set"))
_CALLABLE = frozenset((Kind.FUNCTION, Kind.METHOD))
_VALUES = frozenset((Kind.PROPERTY, Kind.VARIABLE, Kind.CONSTANT))
_STATIC = frozenset(("@JvmStatic", "@JvmField", "const"))
"""Words in front of what is static where it stands in a companion."""
_FIELDS = frozenset(("@JvmField", "const"))
"""Words in front of properties that are fields."""
_HIDDEN = frozenset(("private", "protected", "internal"))
_ELSEWHERE = re.compile(
    r"(?:apple|ios|macos|tvos|watchos|darwin|linux|mingw|windows|unix|native|androidNative|js|wasm|"
    r"node|web|non)[A-Z\w]*(?:Main|Test)$"
)
"""Source sets for platforms without Java, as they are called by custom."""
_FIRST_GETTER, _FIRST_SETTER = -1_000_000, -2_000_000
"""Numbers of what the property with position 0 makes; those of the next ones are below."""
_FILE_CLASS = -999_999
"""Number of the class in which stands what a file declares outside of classes."""


class KotlinDeclarations(JavaFile):
    """What Java's files may know of a Kotlin file.

    Args:
        path: The file.
        outline: Its outline.
    """

    def __init__(self, path: str, outline: FileOutline) -> None:
        super().__init__(path, outline)
        self._told = dict(outline.types)

    @cached_property
    def _source_set(self) -> str:
        return f"/{self.path}".rpartition("/src/")[2].partition("/")[0]

    @property
    def is_for_java(self) -> bool:
        """Whether it is built for a platform that has Java."""
        return _ELSEWHERE.match(self._source_set) is None

    @property
    def is_common(self) -> bool:
        """Whether it is built for several platforms, and one of these may have its own."""
        return self._source_set.startswith("common")

    @staticmethod
    def listed(position: int) -> int:
        """Return the position of the symbol that a number stands for."""
        for first in (_FIRST_SETTER, _FIRST_GETTER):
            if position <= first:
                return first - position
        return position

    def symbol(self, position: int) -> Symbol:
        """Return the symbol that a number stands for, with the words that Java has for it."""
        if position == _FILE_CLASS:
            return Symbol(
                name=self._class_name,
                kind=Kind.CLASS,
                line=1,
                end_line=1,
                name_line=1,
                column=0,
                end_column=0,
            )
        found = super().symbol(self.listed(position))
        labels = [one for one in found.labels if one != "static"]
        if _HIDDEN.isdisjoint(labels):
            labels.append("public")
        told = self._told.get(self.listed(position))
        is_top = told is not None and told.base != "types" and self._owner(told) == FILE_SCOPE
        if is_top or not _STATIC.isdisjoint(_words(found)):
            labels.append("static")
        kind = Kind.METHOD if position <= _FIRST_GETTER or found.kind in _CALLABLE else found.kind
        kind = Kind.FIELD if kind in _VALUES else kind
        return msgspec.structs.replace(found, kind=kind, labels=tuple(labels))

    @property
    def _class_name(self) -> str:
        stem = name_of(self.path).removesuffix(".kt")
        return f"{stem[:1].upper()}{stem[1:]}Kt"

    def simple_name(self, position: int) -> str:
        """Return the last part of a symbol's name."""
        return self.symbol(position).name.rpartition(".")[2].strip("`")

    @staticmethod
    def _owner(told: Target) -> int:
        return told.number(1 if told.base == "types" else 0)

    @cached_property
    def classes(self) -> Mapping[int, Target]:
        """Number of a class → what is known of it."""
        found = {
            at: Target(
                "types",
                (str(self._owner(told)),),
                Target("many", (), None, self._kinds(told.of.also if told.of else ())),
                self._kinds(told.also),
            )
            for at, told in self._told.items()
            if told.base == "types" and len(told.names) == 2  # noqa: PLR2004 - no alias
        }
        found[_FILE_CLASS] = Target("types", (str(FILE_SCOPE),), Target("many", ()))
        return found

    @cached_property
    def values(self) -> Mapping[int, Target]:
        """Number of a method → what is known of it."""
        return {number: term for _, _, number, term in self._methods()}

    @cached_property
    def members(self) -> Mapping[int, Mapping[str, list[int]]]:
        """Number of a class, or `FILE_SCOPE` → simple name → numbers of what is right in it."""
        found: dict[int, dict[str, list[int]]] = {FILE_SCOPE: {self._class_name: [_FILE_CLASS]}}
        for at in self.classes:
            if at != _FILE_CLASS:
                owner = found.setdefault(self._owner(self._told[at]), {})
                owner.setdefault(self.simple_name(at), []).append(at)
        for owner_number, name, number, _ in self._methods():
            found.setdefault(owner_number, {}).setdefault(name, []).append(number)
        return found

    def _methods(self) -> Iterator[tuple[int, str, int, Target]]:
        """Yield the methods that Java sees: class, name, number, and what is known of each."""
        for at, told in self._told.items():
            symbol = self.outline.symbols[at]
            if told.base == "types" or "private" in symbol.labels or told.also[1] != UNKNOWN:
                continue
            is_apart = told.names[1:2] == ("companion",) and symbol.kind != Kind.ENUMERATOR
            if is_apart and _STATIC.isdisjoint(_words(symbol)):
                continue
            owner = self._owner(told)
            owner = _FILE_CLASS if owner == FILE_SCOPE else owner
            name = symbol.name.rpartition(".")[2].strip("`")
            if symbol.kind == Kind.ENUMERATOR:
                yield owner, name, at, Target("instance", (), Target("symbol", (str(owner),)))
            elif told.base == "returning" and name != "constructor":
                yield owner, name, at, self._method(told)
            elif not _FIELDS.isdisjoint(_words(symbol)):
                yield owner, name, at, Target("instance", (), self._value(told.of))
            elif told.base == "own":
                kind = self._value(told.of)
                titled = name[:1].upper() + name[1:]
                is_tested = name.startswith("is") and not name[2:3].islower()
                getter = name if is_tested else f"get{titled}"
                none = Target("many", ())
                yield owner, getter, _FIRST_GETTER - at, Target("returning", (), kind, (none,))
                if "read-only" not in symbol.labels:
                    setter = f"set{name[2:]}" if is_tested else f"set{titled}"
                    void = Target("type", ("void",))
                    term = Target("returning", (), void, (none, kind))
                    yield owner, setter, _FIRST_SETTER - at, term

    def _method(self, told: Target) -> Target:
        variables, _, *taken = told.also
        kinds = list(self._kinds(taken))
        is_open = bool(kinds) and told.names[-1].endswith("*")
        if is_open:
            kinds[-1] = Target("many", (), kinds[-1])
        own = Target("many", (), None, self._kinds(variables.also))
        return Target("returning", ("...",) if is_open else (), self._value(told.of), (own, *kinds))

    def _value(self, value: Target | None) -> Target:
        """Return the type of a value that a declaration states."""
        stated = value.of if value is not None and value.base == "instance" else None
        return self._kind(stated) if stated is not None else UNKNOWN

    def _kinds(self, terms: tuple[Target, ...] | list[Target]) -> tuple[Target, ...]:
        return tuple(self._kind(one) for one in terms)

    def _kind(self, term: Target) -> Target:
        """Return the term of a type as Java has it."""
        also = self._kinds(term.also)
        match term.base:
            case "global":
                return _named(term.names, also)
            case "many":
                return Target("many", (), self._kind(term.of) if term.of is not None else None)
            case "own" | "symbol":
                return Target(term.base, term.names, None, also)
        return UNKNOWN


def _named(names: tuple[str, ...], also: tuple[Target, ...]) -> Target:
    """Return the type that Java has for one that Kotlin names."""
    name = names[-1] if names[2:-1] in ((), ("kotlin",)) else ""
    if name == "Array":
        return Target("many", (), also[0] if also else None)
    if name in _PRIMITIVES:
        return Target("type", (_PRIMITIVES[name],))
    simple = name.removeprefix("Mutable")
    if simple in _COLLECTIONS:
        return Target("global", ("type", "-1", "java", "util", simple), None, also)
    return Target("global", names, None, also)


def _words(symbol: Symbol) -> set[str]:
    return {*symbol.labels, *symbol.decorators}
