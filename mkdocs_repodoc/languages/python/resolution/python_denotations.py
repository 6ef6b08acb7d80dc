"""Denotations: what an expression turns out to be while it is followed through the repository."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from mkdocs_repodoc.languages.python.resolution.class_order import ClassRef
from mkdocs_repodoc.model.references import FILE_SCOPE

_MOST_ALTERNATIVES = 6
DenotationKind = Literal[
    "module",  # a module
    "symbol",  # the symbol itself
    "instance",  # some instance of the class that the symbol is
    "elements",  # a container of what its one part is
    "pairs",  # a mapping: its keys and its values
    "tuple",  # a tuple of its parts
    "manager",  # what binds its one part in `with … as`
    "callable",  # what gives its first part when it is called, and is given the others
    "method",  # a method, named by `path`, of the container that its one part is
    "either",  # one of its parts
    "compiled module",  # a module in another language, made where `path` and `position` say
    "compiled class",  # a class of such a module
    "compiled object",  # an instance of such a class
    "compiled",  # a function of such a module, or a method
]


COMPILED: frozenset[DenotationKind] = frozenset(
    {"compiled module", "compiled class", "compiled object", "compiled"}
)


class Receiver(NamedTuple):
    """What a member was looked up on.

    Attributes:
        path: File of the class.
        position: Its position there.
        arguments: Its type arguments, as what values of them are; `None` for what nothing tells.
        defined_by: The class in which the member was found, that class or one above.
    """

    path: str
    position: int
    arguments: tuple[Denotation | None, ...] = ()
    defined_by: ClassRef | None = None


class Denotation(NamedTuple):
    """What an expression is.

    Attributes:
        kind: What it is.
        path: File that defines the symbol; of a module, its path as `Modules` has it.
        position: The symbol's position in the file.
        exact: Whether the rules of the language decide it, or a type was inferred on the way.
        receiver: What a member was looked up on, for methods that return `Self` or what a type
            variable stands for.
        bound: Whether a member was reached through an instance.
        parts: What it is made of, or the type arguments of an instance; `None` for what nothing
            tells about.
    """

    kind: DenotationKind
    path: str = ""
    position: int = FILE_SCOPE
    exact: bool = True
    receiver: Receiver | None = None
    bound: bool = False
    parts: tuple[Denotation | None, ...] = ()

    def inferred(self) -> Denotation:
        """Return the same, as reached through an inferred type."""
        return self._replace(exact=False) if self.exact else self

    def member_of(self, value: Denotation) -> Denotation:
        """Return the same, as a member of an instance."""
        receiver = self.receiver
        if receiver is not None and value.parts:
            receiver = receiver._replace(arguments=value.parts)
        exact = self.exact and value.exact
        return self._replace(exact=exact, bound=True, receiver=receiver)


def either(alternatives: Iterable[Denotation | None]) -> Denotation | None:
    """Return what is one of several things; `None` if nothing tells about one of them.

    Alternatives that lead to one definition are that definition, whatever they were reached by.
    """
    found: dict[tuple[object, ...], Denotation] = {}
    for alternative in alternatives:
        if alternative is None:
            return None
        for each in alternative.parts if alternative.kind == "either" else (alternative,):
            if each is None:
                return None
            key = (each.kind, each.path, each.position, each.parts)
            other = found.setdefault(key, each)
            if other.receiver != each.receiver:
                found[key] = other._replace(receiver=None)
    if len(found) == 1:
        return next(iter(found.values())).inferred()
    if not found or len(found) > _MOST_ALTERNATIVES:
        return None
    return Denotation("either", exact=False, parts=tuple(found.values()))
