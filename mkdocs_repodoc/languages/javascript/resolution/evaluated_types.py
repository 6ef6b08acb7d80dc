"""Types as evaluation hands them on: not worked out yet, or in the shapes that they have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from mkdocs_repodoc.languages.javascript.resolution.script_denotations import Denotation
from mkdocs_repodoc.model.references import Target

Place = tuple[str, int]
"""A file, and the position of a symbol in it."""
Known = tuple[tuple[str, "Type"], ...]


class Type:
    """A type, with what stands for the type parameters in it.

    One is asked for again and again, and holds others: its hash is worked out once, and terms are
    the same if they are one object, as they are of one declaration.

    Attributes:
        path: The file whose names are in the term.
        term: A formula, or what a value of the type is.
        known: Type parameter → what stands for it.
    """

    __slots__ = ("_hash", "known", "path", "term")

    def __init__(self, path: str, term: Target, known: Known = ()) -> None:
        self.path = path
        self.term = term
        self.known = known
        self._hash = hash((path, id(term), known))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return (
            isinstance(other, Type)
            and self._hash == other._hash
            and self.term is other.term
            and self.path == other.path
            and self.known == other.known
        )

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known of it."""
        one = self
        while one.how == "variable":
            one = one.variable(one.term.names[1])
        return one.term.base == "unknown"

    @property
    def how(self) -> str:
        """How a formula is worked out; empty for any other term."""
        return self.term.names[0] if self.term.base == "formula" else ""

    def part(self, number: int) -> Type:
        """Return one of the parts of a formula."""
        return Type(self.path, self.term.also[number], self.known)

    def parts(self) -> list[Type]:
        """Return all parts of a formula."""
        return [self.part(number) for number in range(len(self.term.also))]

    def knowing(self, more: Sequence[tuple[str, Type]]) -> Type:
        """Return the same with more type parameters known."""
        return Type(self.path, self.term, (*more, *self.known)) if more else self

    def variable(self, name: str) -> Type:
        """Return what stands for a type parameter."""
        return next((value for each, value in self.known if each == name), UNKNOWN)


ShapeKind = Literal[
    "denoted",
    "object",
    "function",
    "tuple",
    "both",
    "without",
    "only",
    "plain",
    "keys",
    "unknown",
]


class Shape(NamedTuple):
    """What a type turns out to be, as far as its members are concerned.

    Attributes:
        kind: `denoted`: of a type that the repository defines; `without`, `only`: another without
            some members, or with these alone; the rest are kinds of formulas.
        type: The formula, with what is known of its type parameters.
        denoted: What is denoted.
    """

    kind: ShapeKind
    type: Type
    denoted: Denotation | None = None


class FoundMember(NamedTuple):
    """A member: where it is defined, unless it has no symbol, and its type."""

    place: Place | None
    type: Type


UNKNOWN = Type("", Target("unknown", ()))
UNSURE: Literal["unsure"] = "unsure"
"""Nothing tells whether there is such a member."""
MISSING: Literal["missing"] = "missing"
Member = FoundMember | Literal["unsure", "missing"]


def listed(types: Sequence[Type], how: str) -> Type:
    """Return a type that is made of others, wherever these come from."""
    names = [str(number) for number in range(len(types))]
    return Type("", _list_of(how, len(types)), tuple(zip(names, types, strict=True)))


@lru_cache
def _list_of(how: str, length: int) -> Target:
    parts = (Target("formula", ("variable", str(number))) for number in range(length))
    return Target("formula", (how,), None, tuple(parts))
