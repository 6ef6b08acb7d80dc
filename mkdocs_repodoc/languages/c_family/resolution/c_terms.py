"""The targets that C's analysis leaves: values, and the types that these have.

A value is a name of the file's outermost level (`global`), something of a type (`instance`) or the
result of a call (`call`), each with the members that are looked up on it. A type is a name
(`global`), a tag (`type`), a struct that only a declarator names (`own`) or a function
(`returning`). Pointers and arrays are what they point to and hold: members and elements are reached
through them, however many there are.
"""

from __future__ import annotations

from mkdocs_repodoc.model.references import Target

MACRO = "#macro"
"""In front of a name that only a macro can have, since a directive or the place of a word asks."""
USUAL = Target("unknown", ("usual",))
"""Beside the type of a symbol: only some builds see it, the usual one among them."""
UNUSUAL = Target("unknown", ("unusual",))
"""The same for what the usual build leaves out; with a name, that it is used there."""
_DEEPEST = 40
"""Calls on end in one expression; members of what more of them return are not followed."""


def left_out(module: str) -> Target:
    """Return that a usual build leaves out an include, by its path as written."""
    return Target("unknown", ("include", module))


def is_left_out(term: Target) -> bool:
    """Whether a term says that a usual build leaves out an include."""
    return term.base == "unknown" and term.names[0] == "include"


def named(name: str, argument_of: Target | None = None, *, unusual: bool = False) -> Target:
    """Return an ordinary name.

    Args:
        name: The name.
        unusual: Whether a usual build does not see where it is used.
        argument_of: What is called where the name alone is an argument; a macro may take it for
            something else.
    """
    around = UNUSUAL if unusual else None
    return Target("global", (name,), around, (argument_of,) if argument_of is not None else ())


def macro(name: str) -> Target:
    """Return the name of a macro."""
    return Target("global", (MACRO, name))


def tagged(tag: str) -> Target:
    """Return the type that `struct tag`, `union tag` or `enum tag` means."""
    return Target("type", (tag,))


def nameless(owner: str) -> Target:
    """Return the type of a struct without a tag, by the qualified name that its members have."""
    return Target("own", (owner,))


def function(returned: Target | None) -> Target:
    """Return the type of functions, and of pointers to them, that return a type."""
    return Target("returning", (), returned)


def result(called: Target | None) -> Target | None:
    """Return what a call of a value returns."""
    depth, inner = 0, called
    while inner is not None:
        depth, inner = depth + 1, inner.of
    return Target("call", (), called) if called is not None and depth <= _DEEPEST else None
