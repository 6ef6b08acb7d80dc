"""The targets that Kotlin's analysis leaves of lambdas: what each is, is given and stands for."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.languages.resolution.class_terms import UNKNOWN, made
from mkdocs_repodoc.model.references import Target


class ArgumentPlace(NamedTuple):
    """Which argument of a call a lambda is.

    Attributes:
        number: How many arguments stand before it.
        label: Its name, `TRAILING` or nothing.
    """

    number: int
    label: str


def lambda_value(number: str, parameters: int, returned: Target | None) -> Target | None:
    """Return a lambda; `parameters` is -1 if it does not name any."""
    return made(Target("promise", (number, str(parameters)), returned)) or Target(
        "promise", (number, str(parameters))
    )


def lambda_parameter(number: str, index: int) -> Target:
    """Return what a lambda is given."""
    return Target("given", (number, str(index)))


def it(number: str, around: Target | None) -> Target:
    """Return `it` in a lambda; if the lambda is given nothing, it is that of one around."""
    return Target("given", (number, "0"), around or UNKNOWN)


def lambda_scope(around: str, expected: Target | None) -> Target:
    """Return what is known of the receiver of a lambda: it has the type of a value.

    Args:
        around: The scope around.
        expected: The value.
    """
    return Target("element", (around,), expected)


def argument_scope(around: str, called: Target | None, place: ArgumentPlace) -> Target:
    """Return what is known of the receiver of a lambda that is an argument of a call.

    Args:
        around: The scope around.
        called: The function that it is given to.
        place: Which argument it is.
    """
    return Target("element", (around, str(place.number), place.label), called)


def place_of(scope: Target) -> ArgumentPlace | None:
    """Return which argument of a call a lambda is, by its scope; `None` if it is none."""
    return ArgumentPlace(scope.number(1), scope.names[2]) if len(scope.names) > 1 else None
