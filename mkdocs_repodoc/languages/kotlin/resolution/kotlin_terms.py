"""The targets of Kotlin: types as written, names in a scope, members, calls and lambdas.

A scope is a class, or what else has a receiver: a function that extends a type, or a lambda. Each
has a number: the position of its symbol, or less than -2 where it has none. Such scopes are found
under their numbers among what a file offers, as are values that several terms share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.resolution.class_terms import UNKNOWN, known, made
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.model.references import Target

CALLED, TYPE, ANY = "()", "type", "any"
TYPE_ARGUMENT = "<"
"""In place of an argument's name: it is one of the types that the call states."""
LOCAL = "-2"
"""Owner of what a function declares for itself."""
TRAILING = "{}"
"""In place of an argument's name: it is the lambda behind the parentheses."""
OF_COMPANION, IS_ALIAS, IS_FUNCTIONAL, HAS_INVOKE = "companion", "alias", "fun", "invoke"
DEFAULT, VARIABLE = "=", "*"
WITH_RECEIVER = "."


class Argument(NamedTuple):
    """An argument of a call: its name, `TRAILING` or nothing, and what it is."""

    label: str
    value: Target | None


# Types


def function_type(
    receiver: Target | None, parameters: Iterable[Target | None], returned: Target | None
) -> Target | None:
    """Return the type of functions; a receiver is their first parameter."""
    taken = [*((receiver,) if receiver is not None else ()), *parameters]
    names = (WITH_RECEIVER,) if receiver is not None else ()
    return made(Target("returning", names, None, known((returned, *taken))))


# Values


def name(scope: str, written: str) -> Target:
    """Return what a simple name in an expression means."""
    return Target("global", (ANY, scope, written))


def this(scope: str, *, only: bool = False) -> Target:
    """Return the object around; `only` for that of this scope, where a label names it."""
    return Target("self", (scope, "only") if only else (scope,))


def parent(scope: str, kind: Target | None = None) -> Target:
    """Return the object around as what its class inherits from; `kind` as in `super<Base>`."""
    return Target("super", (scope,), kind)


def member(value: Target | None, written: str, scope: str) -> Target | None:
    """Return a member or extension of a value, or a member of a class or package."""
    return made(Target("member", (written, scope), value)) if value is not None else None


def call(
    value: Target | None, written: str, scope: str, arguments: Sequence[Argument]
) -> Target | None:
    """Return the function that a call means; without a value one that the scope sees."""
    labels = tuple(one.label for one in arguments)
    whole = Target("member", (written, CALLED, scope, *labels), value)
    given = known(one.value and made(one.value, 16) for one in arguments)
    full = made(Target(whole.base, whole.names, value, given))
    return full or made(Target(whole.base, whole.names, value, (UNKNOWN,) * len(given)))


def result(called: Target | None) -> Target | None:
    """Return what a call returns."""
    return made(Target("call", (), called)) if called is not None else None


def invoked(value: Target | None) -> Target | None:
    """Return what the call of a value returns."""
    return made(Target("call", (HAS_INVOKE,), value)) if value is not None else None


def base_call(kind: Target | None, arguments: Sequence[Argument]) -> Target | None:
    """Return the constructor of a type that a class or constructor calls."""
    if kind is None:
        return None
    labels = tuple(one.label for one in arguments)
    return made(Target("call", ("new", *labels), kind, known(one.value for one in arguments)))


def argument_name(called: Target | None, written: str) -> Target | None:
    """Return the parameter that the name of an argument means."""
    return made(Target("parameter", (written,), called)) if called is not None else None


def element(value: Target | None) -> Target | None:
    """Return what a loop over a value binds."""
    return made(Target("element", (), value)) if value is not None else None


def indexed(value: Target | None) -> Target | None:
    """Return what square brackets behind a value give."""
    return made(Target("item", (), value)) if value is not None else None


def delegated(value: Target | None) -> Target | None:
    """Return what a property gives that is delegated to a value."""
    return made(Target("enter", (), value)) if value is not None else None


def component(value: Target | None, number: int) -> Target | None:
    """Return a component of a value that is taken apart."""
    return made(Target("item", (str(number),), value)) if value is not None else None


def kept(number: str) -> Target:
    """Return a value that the file offers under a number."""
    return Target("part", (number,))


def receiver_scope(around: str, kind: Target | None) -> Target:
    """Return the scope of a function that extends a type."""
    return Target("instance", (around,), kind)


def cast(told: Target | None, before: Target | None) -> Target | None:
    """Return a value of which a condition tells its type; it may still be used as before."""
    if told is None or before is None or told == before:
        return told or before
    return made(Target("either", ("&",), None, (told, before)))


def either(values: Sequence[Target | None]) -> Target | None:
    """Return one of several values, if all of them are known."""
    found = tuple(dict.fromkeys(values))
    if not found or None in found:
        return None
    return found[0] if len(found) == 1 else made(Target("either", (), None, known(found)))


def nothing() -> Target:
    """Return `null`."""
    return Target("type", ("null",))


def literal(*names: str) -> Target | None:
    """Return a value of a type of the standard library, by its name behind `kotlin`."""
    return value_of(Target("global", (TYPE, "-1", "kotlin", *names)))


# What a file tells others of its symbols


def class_entry(
    around: str,
    owner: str,
    variables: Iterable[Target | None],
    bases: Iterable[Target | None],
    *,
    is_functional: bool = False,
) -> Target:
    """Return what is known of a class.

    Args:
        around: Number of the scope that it stands in.
        owner: Number of what it is a member of.
        variables: Its type parameters.
        bases: The types that it is made from.
        is_functional: Whether it is an interface that a lambda may stand for.
    """
    names = (around, owner, IS_FUNCTIONAL) if is_functional else (around, owner)
    return Target("types", names, Target("many", (), None, known(variables)), known(bases))


def alias_entry(owner: str, variables: Iterable[Target | None], kind: Target | None) -> Target:
    """Return what is known of a type alias."""
    many = Target("many", (), None, known(variables))
    return Target("types", (owner, owner, IS_ALIAS), many, known((kind,)))


class Declared(NamedTuple):
    """What a declaration of a function or property says.

    Attributes:
        owner: What it is a member of.
        of_companion: Whether it stands in the companion of that.
        receiver: The type that it extends.
        variables: Its type parameters.
    """

    owner: str
    of_companion: bool = False
    receiver: Target | None = None
    variables: tuple[Target | None, ...] = ()

    @property
    def _names(self) -> tuple[str, str]:
        return self.owner, OF_COMPANION if self.of_companion else ""

    @property
    def _also(self) -> tuple[Target, ...]:
        return Target("many", (), None, known(self.variables)), self.receiver or UNKNOWN

    def property(self, value: Target | None) -> Target:
        """Return what is known of a property."""
        return Target("own", self._names, value, self._also)

    def function(
        self, parameters: Iterable[tuple[str, Target | None]], returned: Target | None
    ) -> Target:
        """Return what is known of a function.

        Args:
            parameters: Their names, with `DEFAULT` and `VARIABLE` behind them, and types.
            returned: A value as it returns it.
        """
        taken = list(parameters)
        names = (*self._names, *(written for written, _ in taken))
        kinds = known(kind for _, kind in taken)
        return Target("returning", names, returned or UNKNOWN, (*self._also, *kinds))
