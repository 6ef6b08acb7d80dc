"""From formulas to shapes: aliases put in, conditions decided where they can be.

Where a condition can't be decided, both ways count: what is said of the type has to hold on each.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping

from mkdocs_repodoc.languages.javascript.names.type_formulas import CLOSED
from mkdocs_repodoc.languages.javascript.resolution.evaluated_types import (
    UNKNOWN,
    UNSURE,
    FoundMember,
    Member,
    Shape,
    ShapeKind,
    Type,
)
from mkdocs_repodoc.languages.javascript.resolution.file_scope import FileScope
from mkdocs_repodoc.languages.javascript.resolution.script_denotations import Denotation
from mkdocs_repodoc.languages.javascript.resolution.script_value_lookup import ValueLookup
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import Target

_DEEPEST = 60
_MOST_REPEATED = 12
"""How often an alias is put into itself."""
_SHOWN = 2
"""The same while an argument is unknown: all that it may add, two times have shown."""
_MOST_STEPS = 3_000
"""Types that are worked out for one question. People's types take some two hundred."""
_SAME = frozenset(("Partial", "Required", "Readonly", "NonNullable"))
_WHOLE: Mapping[str, ShapeKind] = {"Omit": "without", "Pick": "only"}
Bindings = dict[str, Type]
_OF_FORMULAS: tuple[ShapeKind, ...] = ("object", "function", "tuple", "both", "plain", "keys")
_KINDS: Mapping[str, ShapeKind] = {kind: kind for kind in _OF_FORMULAS}


class TypeShapes:
    """Works out what types are.

    Args:
        lookup: Follows the names in them.
    """

    def __init__(self, lookup: ValueLookup) -> None:
        self._lookup = lookup
        self._scopes: Mapping[str, FileScope] = lookup.scopes
        self._depth = 0
        self._steps = 0
        self._cuts = 0
        """How often something was left out because it would go on for too long."""
        self._repeated: dict[tuple[str, int], list[tuple[int, ...]]] = {}
        self._shapes_of: dict[Type, tuple[Shape, ...]] = {}

    @abstractmethod
    def member(self, of: Type, name: str) -> Member:
        """Return a member of a type."""

    @abstractmethod
    def decide(self, check: Type, wanted: Type) -> tuple[bool | None, Bindings]:
        """Return whether a type fits another, and what stands for what that infers."""

    @abstractmethod
    def elements(self, of: Type) -> list[Type] | None:
        """Return what all members of a type are, whatever their names."""

    @abstractmethod
    def results(self, of: Type) -> list[Type]:
        """Return what calls of a function give."""

    def shapes(self, of: Type) -> tuple[Shape, ...]:
        """Return what a type may be; nothing if there is no value of it."""
        known = self._shapes_of.get(of)
        if known is not None:
            return known
        self._steps += 1
        if self._depth > _DEEPEST or self._steps > _MOST_STEPS:
            self._cuts += 1
            return (_UNKNOWN,)
        cuts = self._cuts
        self._depth += 1
        try:
            found = tuple(dict.fromkeys(self._shapes(of)))
        finally:
            self._depth -= 1
        if cuts == self._cuts:  # else what was left out depends on who asked
            self._shapes_of[of] = found
        return found

    def _shapes(self, of: Type) -> tuple[Shape, ...]:  # noqa: PLR0911 - one for each kind
        how = of.how
        if not how:
            return self._denoted(of)
        if how in _KINDS:
            if of.term.names[1:] == ("never",):
                return ()
            return (Shape(_KINDS[how], of),)
        if how == "variable":
            return self.shapes(of.variable(of.term.names[1]))
        if how == "named":
            return self._named(of)
        if how == "library":
            return self._library(of)
        if how == "conditional":
            return self._conditional(of)
        if how == "one":
            return tuple(shape for part in of.parts() for shape in self.shapes(part))
        return self._index(of) if how == "index" else (_UNKNOWN,)

    def _denoted(self, of: Type) -> tuple[Shape, ...]:
        named = of.term.of
        if of.term.base == "instance" and named is not None and not of.term.names:
            head = self._lookup.target(of.path, named, as_type=True)
            alias = self._alias_of(head, of)
            if alias is not None:
                return alias
        found = self._lookup.target(of.path, of.term)
        value = self._lookup.value(found) if found is not None else None
        if value is None or value.kind == "module":
            return (_UNKNOWN,)
        return (Shape("denoted", UNKNOWN, value),)

    def _named(self, of: Type) -> tuple[Shape, ...]:
        named = of.term.of
        found = self._lookup.target(of.path, named, as_type=True) if named is not None else None
        if found is None or found.kind != "symbol":
            return (_UNKNOWN,)
        alias = self._alias_of(found, of)
        if alias is not None:
            return alias
        value = self._lookup.instance(found)
        if value is None:
            return (_UNKNOWN,)
        known = self.given(found.path, found.position, of)
        return (Shape("denoted", Type(found.path, UNKNOWN.term, known), value),)

    def given(self, path: str, position: int, of: Type) -> tuple[tuple[str, Type], ...]:
        """Return what stands for the type parameters of a symbol where a formula names it."""
        generic = self._scopes[path].generics.get(position)
        if generic is None:
            return ()
        arguments = of.parts() if of.how == "named" else []
        known: tuple[tuple[str, Type], ...] = ()
        for number, name in enumerate(generic.names):
            default = Type(path, generic.also[number + 1], known)
            argument = arguments[number] if number < len(arguments) else default
            known = (*known, (name, argument))
        return known

    def _alias_of(self, found: Denotation | None, of: Type) -> tuple[Shape, ...] | None:
        """Return what an alias stands for; nothing if it is none that has a formula."""
        if found is None or found.kind != "symbol":
            return None
        path, position = found.path, found.position
        scope = self._scopes[path]
        generic = scope.generics.get(position)
        if scope.symbol(position).kind != Kind.TYPE_ALIAS or generic is None:
            return None
        if generic.also[0].base == "unknown" or generic.also[0] == CLOSED:
            return None
        known = self.given(path, position, of)
        hidden = tuple(number for number, (_, one) in enumerate(known) if one.is_unknown)
        around = self._repeated.setdefault((path, position), [])
        is_shown = bool(hidden) and around.count(hidden) >= _SHOWN
        if is_shown or len(around) >= _MOST_REPEATED:
            self._cuts += 1
            return () if is_shown else (_UNKNOWN,)
        around.append(hidden)
        try:
            return self.shapes(Type(path, generic.also[0], known))
        finally:
            around.pop()

    def _library(self, of: Type) -> tuple[Shape, ...]:
        name, parts = of.term.names[1], of.parts()
        if name in _SAME and parts:
            return self.shapes(parts[0])
        if name in _WHOLE and len(parts) > 1:
            return (Shape(_WHOLE[name], of),)
        if name == "ReturnType" and parts:
            results = self.results(parts[0])
            return self.shapes(results[0]) if len(results) == 1 else (_UNKNOWN,)
        return (_UNKNOWN,)

    def _conditional(self, of: Type) -> tuple[Shape, ...]:
        check, wanted, fits, other = of.parts()
        verdict, known = self.decide(check, wanted)
        inferred = [(name, known.get(name, UNKNOWN)) for name in _inferred(wanted.term)]
        found: tuple[Shape, ...] = ()
        if verdict is not False:
            found += self.shapes(fits.knowing(inferred))
        if verdict is not True:
            found += self.shapes(other)
        return found

    def _index(self, of: Type) -> tuple[Shape, ...]:
        held, key = of.parts()
        found: tuple[Shape, ...] = ()
        for one in self.shapes(key):
            name = self._key(one)
            member = self.member(held, name) if name else UNSURE
            if isinstance(member, FoundMember):
                found += self.shapes(member.type)
                continue
            every = self.elements(held) if not name else None
            if every is None:
                return (_UNKNOWN,)
            found += tuple(shape for each in every for shape in self.shapes(each))
        return found

    def _key(self, shape: Shape) -> str:
        """Return the name that a key is, alone or as a part of an intersection; empty if none."""
        if shape.kind != "both":
            return plain_text(shape)
        named = {
            plain_text(one)
            for part in shape.type.parts()
            for one in self.shapes(part)
            if one.kind == "plain"
        }
        return named.pop() if len(named) == 1 else ""


def plain_text(shape: Shape) -> str:
    """Return the text or number that a literal type is; empty if it is none."""
    if shape.kind != "plain":
        return ""
    written = shape.type.term.names[1]
    return written[1:-1] if written[:1] in {'"', "'"} else written if written.isdigit() else ""


def _inferred(term: Target) -> list[str]:
    found, waiting = [], [term]
    while waiting:
        one = waiting.pop()
        if one.base == "formula" and one.names[0] == "infer":
            found.append(one.names[1])
        waiting += one.also
    return found


_UNKNOWN = Shape("unknown", UNKNOWN)
