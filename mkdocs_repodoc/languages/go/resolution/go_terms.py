"""The targets that Go's analysis leaves: values, and the types that these have.

A value is a package-level name (`global`), something of a type (`instance`), the result of a call
(`call`) or an element of a collection (`element`), each with the members that are looked up on it.
A type is a name (`global`), the element type of another (`element`), a collection (`many`; with
`chan`, a channel) or a function (`call`, of what it returns first). Pointers are what they point
to, since members are looked up through them.
"""

from __future__ import annotations

from mkdocs_repodoc.model.references import Target

UNKNOWN = Target("global", ())
"""A type that nothing of a repository is behind: a predeclared one, or one without a name."""
CHANNEL = "chan"
FIRST = "#first"
"""In front of the members of an element: it is the first variable of a loop, an index as a rule."""
_DEEPEST = 40
"""Calls on end in one expression; members of what more of them return are not followed."""


def named(*names: str) -> Target:
    """Return a package-level name, or one of an imported package."""
    return Target("global", names)


def result(function: Target | None, number: int = 0) -> Target | None:
    """Return one of the values that a call of a function returns."""
    if function is None or _depth(function) > _DEEPEST:
        return None
    return Target("call", (str(number),), function)


def is_first_result(value: Target) -> bool:
    """Tell whether a value is the first that a call returns, itself and none of its members."""
    return value.base == "call" and len(value.names) == 1 and value.number(0) == 0


def element(collection: Target | None, *, first: bool = False) -> Target | None:
    """Return an element, or the first variable of a loop over a collection."""
    if collection is None or _depth(collection) > _DEEPEST:
        return None
    return Target("element", (FIRST,) if first else (), collection)


def many(kind: Target | None, *, channel: bool = False) -> Target:
    """Return the type of collections whose elements have a type."""
    return Target("many", (CHANNEL,) if channel else (), kind)


def function(returned: Target | None) -> Target:
    """Return the type of functions whose first result has a type."""
    return Target("call", (), returned)


def element_type(collection: Target | None) -> Target | None:
    """Return the type of the elements of a type."""
    if collection is None:
        return None
    return collection.of if collection.base == "many" else Target("element", (), collection)


def _depth(target: Target) -> int:
    depth = 0
    inner: Target | None = target
    while inner is not None:
        depth, inner = depth + 1, inner.of
    return depth
