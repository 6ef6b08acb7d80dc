"""The targets that Go's analysis leaves: values, and the types that these have.

A value is a package-level name (`global`), something of a type (`instance`), the result of a call
(`call`) or an element of a collection (`element`), each with the members that are looked up on it.
A type is a name (`global`), the element type of another (`element`), a collection (`many`; with
`chan`, a channel) or a function (`call`, of what it returns first). Pointers are what they point
to, since members are looked up through them.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.resolution.value_terms import member, value_of
from mkdocs_repodoc.model.references import Target

UNKNOWN = Target("global", ())
"""A type that nothing of a repository is behind: a predeclared one, or one without a name."""
CHANNEL = "chan"
FIRST = "#first"
"""In front of the members of an element: it is the first variable of a loop, an index as a rule."""
EMBEDDED = "*"
"""In front of the name of a field that a struct without a name embeds."""
_MOST_FIELDS = 40
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
    held = collection.of if collection.base == "instance" and not collection.names else None
    if held is not None and held.base == "many" and held.of and held.of.base == "tuple":
        return value_of(held.of) if not first else None
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


def structure(fields: Sequence[tuple[str, Target | None]]) -> Target | None:
    """Return the type of structs with some fields, which has no name; nothing for a large one."""
    if not fields or len(fields) > _MOST_FIELDS:
        return None
    names, kinds = zip(*fields, strict=True)
    return Target("tuple", names, None, tuple(kind or UNKNOWN for kind in kinds))


def structure_of(value: Target | None) -> Target | None:
    """Return the struct without a name that a value is of, if it is of one."""
    is_plain = value is not None and value.base == "instance" and not value.names
    kind = value.of if value is not None and is_plain else None
    return kind if kind is not None and kind.base == "tuple" else None


def field(kind: Target, name: str) -> tuple[Target | None, bool]:
    """Return a field of a struct without a name, or a member of the one type that it embeds.

    Returns:
        The value, and whether it is a member of the embedded type.
    """
    kinds = dict(zip(kind.names, kind.also, strict=True))
    own = kinds.get(name) or kinds.get(f"{EMBEDDED}{name}")
    if own is not None:
        return value_of(own), False
    embedded = [one for known_as, one in kinds.items() if known_as.startswith(EMBEDDED)]
    only = value_of(embedded[0]) if len(embedded) == 1 else None
    if (inner := structure_of(only)) is not None:
        return field(inner, name)
    return member(only, name), True


def of_named_types(target: Target | None) -> Target | None:
    """Return a term for other files, which know nothing of structs without a name."""
    inner = target
    while inner is not None:
        if inner.base == "tuple":
            return None
        inner = inner.of
    return target


def _depth(target: Target) -> int:
    depth = 0
    inner: Target | None = target
    while inner is not None:
        depth, inner = depth + 1, inner.of
    return depth
