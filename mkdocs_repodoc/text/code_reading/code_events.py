"""Events of code that is read: calls, loops, variables that get a value, and classes."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class NameExpression(NamedTuple):
    """A name that stands alone."""

    name: str


class MemberExpression(NamedTuple):
    """A member of a value."""

    of: Value
    name: str


class ElementExpression(NamedTuple):
    """What a value holds under a key or a number, as in `of[key]`."""

    of: Value


class CallExpression(NamedTuple):
    """A call, or the making of an object."""

    of: Value
    line: int
    """Line of the name that is called."""
    arguments: int
    """How many are passed."""


Value: TypeAlias = NameExpression | MemberExpression | ElementExpression | CallExpression


class Kept(NamedTuple):
    """A variable and what it is given."""

    name: str
    value: Value | None
    declared: Value | None
    """Its type, if that is written beside it."""


class Derived(NamedTuple):
    """A class that the code defines."""

    name: str
    bases: tuple[str, ...]
    """The last names of what it may be made from."""


class Iterated(NamedTuple):
    """A value that a loop goes through, element by element."""

    value: CallExpression


Event: TypeAlias = CallExpression | Kept | Derived | Iterated
