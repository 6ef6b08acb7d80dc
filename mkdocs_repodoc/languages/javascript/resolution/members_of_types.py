"""Members of types, whatever these are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache

from mkdocs_repodoc.languages.javascript.names.type_formulas import CLOSED
from mkdocs_repodoc.languages.javascript.resolution.evaluated_types import (
    MISSING,
    UNSURE,
    FoundMember,
    Member,
    Place,
    Shape,
    Type,
    listed,
)
from mkdocs_repodoc.languages.javascript.resolution.script_denotations import Denotation
from mkdocs_repodoc.languages.javascript.resolution.script_value_lookup import ValueLookup
from mkdocs_repodoc.languages.javascript.resolution.type_shapes import TypeShapes, plain_text
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import Target

_WHOLE = frozenset((Kind.INTERFACE, Kind.CLASS))
_PRIMITIVES = frozenset(("function", "plain", "keys"))


class MembersOfTypes(TypeShapes):
    """Finds members; who evaluates types inherits from it."""

    def __init__(self, lookup: ValueLookup) -> None:
        super().__init__(lookup)
        self._members_of: dict[tuple[Type, str], Member] = {}

    def member(self, of: Type, name: str) -> Member:
        """Return a member of a type: what all that the type may be agree on."""
        known = self._members_of.get((of, name))
        if known is not None:
            return known
        cuts = self._cuts
        found = self._agreed([self._member(shape, name) for shape in self.shapes(of)])
        if cuts == self._cuts:
            self._members_of[of, name] = found
        return found

    @staticmethod
    def _agreed(found: Sequence[Member]) -> Member:
        if not found:
            return UNSURE
        if all(each == found[0] for each in found):
            return found[0]
        known = [each for each in found if isinstance(each, FoundMember)]
        if len(known) < len(found) or any(each.place != known[0].place for each in known):
            return UNSURE
        types = list(dict.fromkeys(each.type for each in known))
        return FoundMember(known[0].place, types[0] if len(types) == 1 else listed(types, "one"))

    def _member(self, shape: Shape, name: str) -> Member:
        if shape.denoted is not None:
            return self._denoted_member(shape.denoted, shape.type, name)
        if shape.kind == "object":
            return self._written_member(shape.type, name)
        if shape.kind == "both":
            return self._first([self.member(part, name) for part in shape.type.parts()])
        if shape.kind in {"without", "only"}:
            return self._selected_member(shape, name)
        if shape.kind == "tuple" and name == "length":
            return self._length(shape.type)
        return MISSING if shape.kind in _PRIMITIVES else UNSURE

    def _selected_member(self, shape: Shape, name: str) -> Member:
        """Return a member of a type that has some members of another."""
        is_named = self.has_key(shape.type.part(1), name)
        if is_named is None:
            return UNSURE
        is_kept = is_named is (shape.kind == "only")
        return self.member(shape.type.part(0), name) if is_kept else MISSING

    @staticmethod
    def _first(found: list[Member]) -> Member:
        known = [each for each in found if isinstance(each, FoundMember)]
        if known:
            return known[0]
        return UNSURE if UNSURE in found else MISSING

    def _length(self, of: Type) -> Member:
        elements = self.tuple_elements(of)
        if elements is None or None in elements:
            return UNSURE
        return FoundMember(None, Type("", _number(len(elements))))

    def tuple_elements(self, of: Type) -> list[Type | None] | None:
        """Return the elements of a tuple, `None` for any number of them; nothing if it is none."""
        shapes = self.shapes(of)
        if len(shapes) != 1 or shapes[0].kind != "tuple":
            return None
        found: list[Type | None] = []
        for part in shapes[0].type.parts():
            if part.how == "rest":
                inner = self.tuple_elements(part.part(0))
                found += inner if inner is not None else [None]
            else:
                found.append(part)
        return found

    def _written_member(self, of: Type, name: str) -> Member:
        """Return a member of an object's type that is written out."""
        named = [part for part in of.parts() if part.term.names[1] == name]
        if not named:
            return UNSURE if any(part.term.names[1] == "[]" for part in of.parts()) else MISSING
        symbols = [int(part.term.names[2]) for part in named]
        symbol = next((each for each in symbols if each >= 0), -1)
        types = [part.part(0) for part in named]
        return FoundMember(
            (of.path, symbol) if symbol >= 0 else None,
            types[0] if len(types) == 1 else listed(types, "both"),
        )

    def _denoted_member(self, of: Denotation, known: Type, name: str) -> Member:
        found = self._lookup.member(of, name, as_type=False)
        if found is not None and found.kind == "symbol":
            own = self.symbol_type(found.path, found.position)
            return FoundMember(
                (found.path, found.position), own.knowing(self._known_in(of, found, known))
            )
        if of.kind != "value" or of.around or found is not None:
            return UNSURE
        added = self._added(of).get(name)
        if added is not None:
            return FoundMember(added, self._added_type(added, known))
        return MISSING if self._is_whole(of.path, of.position) else UNSURE

    def _is_whole(self, path: str, position: int) -> bool:
        """Whether a type has no other members than the file names."""
        scope = self._scopes[path]
        if scope.symbol(position).kind == Kind.TYPE_ALIAS:
            generic = scope.generics.get(position)
            return generic is not None and generic.also[0] == CLOSED
        return scope.symbol(position).kind in _WHOLE and not scope.symbol(position).bases

    def _known_in(
        self, of: Denotation, found: Denotation, known: Type
    ) -> tuple[tuple[str, Type], ...]:
        """Return what stands for type parameters in a member: nothing in one that is inherited."""
        if found.path != of.path:
            return ()
        scope = self._scopes[of.path]
        owner = f"{scope.symbol(of.position).name}."
        return known.known if scope.symbol(found.position).name.startswith(owner) else ()

    def symbol_type(self, path: str, position: int) -> Type:
        """Return the type of a symbol, as its file says it: of overloads all."""
        scope = self._scopes[path]
        alike = [
            Type(path, generic.also[0])
            for each in scope.positions[scope.symbol(position).name]
            if (generic := scope.generics.get(each)) is not None
            and (each == position or "overload" in scope.symbol(each).labels)
        ]
        overloads = alike[:-1] if len(alike) > 1 else alike
        if overloads:
            return overloads[0] if len(overloads) == 1 else listed(overloads, "both")
        return Type(path, _own(position))

    def elements(self, of: Type) -> list[Type] | None:
        """Return what all members of a type are; nothing if not all are known."""
        found: list[Type] = []
        for shape in self.shapes(of):
            if shape.denoted is None or shape.denoted.kind != "value" or shape.denoted.around:
                return None
            path, position = shape.denoted.path, shape.denoted.position
            scope = self._scopes[path]
            if scope.symbol(position).kind != Kind.INTERFACE or scope.symbol(position).bases:
                return None
            own = [(path, each) for each in self._own_members(path, scope.symbol(position).name)]
            places = (*own, *self._added(shape.denoted).values())
            found += [self._added_type(place, shape.type) for place in places]
        return found or None

    def _own_members(self, path: str, owner: str) -> list[int]:
        scope = self._scopes[path]
        return [
            position
            for position, symbol in enumerate(scope.outline.symbols)
            if symbol.name.startswith(f"{owner}.") and "." not in symbol.name[len(owner) + 1 :]
        ]

    def _added(self, of: Denotation) -> dict[str, Place]:
        """Return members that other files declare for a type of this file."""
        return self._augmented.get((of.path, self._scopes[of.path].symbol(of.position).name), {})

    def _added_type(self, place: Place, known: Type) -> Type:
        return self.symbol_type(*place).knowing(known.known)

    @cached_property
    def _augmented(self) -> dict[tuple[str, str], dict[str, Place]]:
        """Members that files add to types of others: `declare module './shop' { interface … }`."""
        found: defaultdict[tuple[str, str], dict[str, Place]] = defaultdict(dict)
        for path, scope in self._scopes.items():
            for symbol in scope.outline.symbols:
                if symbol.kind != Kind.MODULE or "ambient" not in symbol.labels:
                    continue
                file = self._lookup.modules.find(path, symbol.name)
                for each in self._own_members(path, symbol.name) if file else ():
                    owner = scope.symbol(each).name
                    for one in self._own_members(path, owner):
                        name = scope.symbol(one).name[len(owner) + 1 :].strip("[]\"'")
                        found[file, owner[len(symbol.name) + 1 :]][name] = (path, one)
        return dict(found)

    def has_key(self, key: Type, name: str) -> bool | None:
        """Return whether a name is among keys; nothing if that can't be told."""
        answers: set[bool | None] = set()
        for shape in self.shapes(key):
            if shape.kind == "keys":
                member = self.member(shape.type.part(0), name)
                answers.add(None if member == UNSURE else member != MISSING)
            else:
                answers.add(plain_text(shape) == name if shape.kind == "plain" else None)
        if True in answers:
            return True
        return None if None in answers else False


@lru_cache
def _number(of: int) -> Target:
    return Target("formula", ("plain", str(of)))


@lru_cache
def _own(position: int) -> Target:
    return Target("own", (str(position),))
