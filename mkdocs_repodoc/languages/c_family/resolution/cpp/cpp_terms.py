"""The targets that the analysis of C++ leaves: values, and the types that these have.

A path (`global`) is looked up from a scope: names = (scope, path as written, members …), with the
arguments of its template in `also`. A value is a path, something of a type (`instance`), what a
call gives (`call`) or the object of a member function (`self`), each with the members that are
looked up on it. Behind the name of what is called stands the number of its arguments: `run(2)`.
`*`, `[]` and `for` are members too: what a value points to, holds and is a row of; `->` in front of
a name looks it up on what the value points to.

A type is a path, a function (`returning`: fewest and most arguments, types of the parameters), the
type of a value (`type`), or one of these that is constant (`types`). Pointers and references are
what they lead to.
"""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.languages.c_family.resolution.c_terms import UNUSUAL
from mkdocs_repodoc.model.references import Target

UNKNOWN = Target("unknown", ())
ANY_NUMBER = "*"
"""Of arguments or parameters: a pack, or what C calls `...`."""
BASES = "bases"
CONSTANT = "const"
DIRECTIVE = "using namespace"
DECLARATION = "using"
FORWARD = "forward"
"""What a file offers beside its symbols, each with a path that has the scope it is in."""


def path(
    scope: str, written: str, arguments: Iterable[Target | None] = (), *, unusual: bool = False
) -> Target:
    """Return what a path means.

    Args:
        scope: Qualified name of the namespace or class around it.
        written: The path without arguments of templates.
        arguments: The types that its last template is given.
        unusual: Whether a usual build does not see where it is used.
    """
    around = UNUSUAL if unusual else None
    return Target("global", (scope, written), around, tuple(one or UNKNOWN for one in arguments))


def constant_space(space: str) -> str:
    """Return the space of code in a member function that leaves its object as it is."""
    return f"{space} {CONSTANT}" if space else space


def plain_space(space: str) -> str:
    """Return a space without what `constant_space` adds."""
    return space.removesuffix(f" {CONSTANT}")


def this(scope: str) -> Target:
    """Return the object that a member function of a class is called on."""
    return Target("self", (scope,))


def constant(kind: Target | None) -> Target | None:
    """Return a type that does not change."""
    return Target("types", (CONSTANT,), kind) if kind is not None else None


def bases(kinds: Iterable[Target | None]) -> Target:
    """Return the direct bases of a class, in order."""
    return Target("types", (BASES,), None, tuple(one or UNKNOWN for one in kinds))


def function(returned: Target | None, fewest: str, most: str, parameters: str) -> Target:
    """Return the type of functions.

    Args:
        returned: What they return.
        fewest: How many arguments they take at least.
        most: How many at most, or `ANY_NUMBER`.
        parameters: The types of the parameters as written, to tell overloads apart.
    """
    return Target("returning", (fewest, most, parameters), returned)


def unqualified(written: str) -> str:
    """Return types without the spaces in front of their names, which differ between files."""
    parts: list[str] = []
    word = ""
    for character in written.replace("::", "\0"):
        if character == "\0":
            word = ""
        elif character.isalnum() or character == "_":
            word += character
        else:
            parts += [word, character]
            word = ""
    return "".join((*parts, word))


def type_of_value(value: Target | None) -> Target | None:
    """Return the type of a value."""
    return Target("type", (), value) if value is not None else None


def with_count(name: str, count: str) -> str:
    """Return the name of what is called with a number of arguments; none if it is no call."""
    return f"{name}({count})" if count else name


def without_count(name: str) -> tuple[str, str]:
    """Return a name, and the number of arguments that it is called with; empty if it is no call."""
    if not name.endswith(")"):
        return name, ""
    written, _, count = name[:-1].rpartition("(")
    return written, count
