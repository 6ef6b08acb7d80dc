"""Terms of values that languages with declared types share."""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.model.references import Target

CALLED = "()"
"""Behind the name of a member: it is a method, and called."""


def is_small(target: Target, most: int) -> bool:
    """Return whether a term is made from no more than so many terms, itself included."""
    size, stack = 0, [target]
    while stack:
        term = stack.pop()
        size += 1
        if size > most:
            return False
        if term.of is not None:
            stack.append(term.of)
        stack += term.also
    return True


def without_arguments(value: Target | None) -> Target | None:
    """Return a value without the arguments of the calls that it is made by.

    What a long chain of calls on one builder gives, their arguments seldom tell.
    """
    if value is None or value.of is None:
        return value
    is_call = value.base == "call" or CALLED in value.names[1:2]
    return msgspec.structs.replace(
        value, of=without_arguments(value.of), also=() if is_call else value.also
    )


def value_of(kind: Target | None) -> Target | None:
    """Return a value of a type."""
    return Target("instance", (), kind) if kind is not None else None


def member(value: Target | None, name: str) -> Target | None:
    """Return a member of a value, looked up on the type of the value."""
    if value is None:
        return None
    return msgspec.structs.replace(value, names=(*value.names, name))
