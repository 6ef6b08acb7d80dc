"""The targets of Ruby: constants as seen from the modules around, and members of objects.

A module is known by its full name, since any file may add to it. A constant is looked up from where
it stands, so that a target has the full names of the modules around, the innermost first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.resolution.class_terms import UNKNOWN, made
from mkdocs_repodoc.model.references import Target

INSTANCE, MODULE = "#", "."
"""An object of a class; the class or module itself."""
METHOD, VARIABLE = "()", "@"
NEW, INITIALIZE = "new", "initialize"
INCLUDE, EXTEND, PREPEND = "include", "extend", "prepend"
PASSED_ON = {INCLUDE: "includer includes", EXTEND: "includer extends", PREPEND: "includer prepends"}
"""What a module does, in its method `included`, with the class that includes it."""
_NAMELESS, _INNER = "?", ">"
READ, WRITTEN = "reads", "writes"


class Around(NamedTuple):
    """What `self` is.

    Attributes:
        sign: `INSTANCE` or `MODULE`; empty where it is not known.
        full: Full name of the class or module.
    """

    sign: str = ""
    full: str = ""


def main_object(checksum: int) -> str:
    """Return what stands for the class of what is around all classes of a file."""
    return f"{_NAMELESS}{checksum}"


def block_in(full: str, row: int) -> str:
    """Return what stands for a block with methods of its own, outside of classes."""
    return f"{full}{_INNER}{row}"


def is_nameless(full: str) -> bool:
    """Whether something stands for the main object or for a block."""
    return full.startswith(_NAMELESS)


def nameless_around(full: str) -> tuple[str, ...]:
    """Return a block and those around it, up to the main object, the innermost first."""
    parts = full.split(_INNER)
    return tuple(_INNER.join(parts[:count]) for count in range(len(parts), 0, -1))


# Values


def constant(path: str, nesting: Sequence[str]) -> Target | None:
    """Return a constant.

    Args:
        path: As it is written, with `::` in front where it is looked up from the top.
        nesting: Full names of the modules around, the innermost first.
    """
    return made(Target("global", (path, *nesting)))


def itself(around: Around) -> Target | None:
    """Return the object around."""
    return Target("self", tuple(around)) if around.sign else None


def object_of(around: Around) -> Target | None:
    """Return what may be the object around, where a block may have another one."""
    return Target("instance", tuple(around)) if around.sign else None


def instance(of: Target | None) -> Target | None:
    """Return an object of a class."""
    return made(Target("instance", (), of)) if of is not None else None


def method(owner: Target | None, name: str) -> Target | None:
    """Return a method of an object."""
    return made(Target("member", (METHOD, name), owner)) if owner is not None else None


def variable(owner: Target | None, name: str) -> Target | None:
    """Return an instance variable of an object."""
    return made(Target("member", (VARIABLE, name), owner)) if owner is not None else None


def result(called: Target | None) -> Target | None:
    """Return what a method returns."""
    return made(Target("call", (), called)) if called is not None else None


def overridden(around: Around, name: str) -> Target | None:
    """Return the method that `super` calls in a method of a name."""
    return Target("super", (*around, name)) if around.sign else None


def either(values: Iterable[Target | None]) -> Target | None:
    """Return one of several values, if all of them are known."""
    found = tuple(dict.fromkeys(values))
    known = tuple(value for value in found if value is not None)
    if not known or len(known) < len(found):
        return None
    return known[0] if len(known) == 1 else made(Target("either", (), None, known))


# What a file tells others of its symbols


def module_entry(
    full: str,
    nesting: Sequence[str],
    superclass: Target | None,
    mixins: Iterable[tuple[str, Target]],
) -> Target:
    """Return what is known of a class or module, as one of its parts says it.

    Args:
        full: Its full name, as it is written.
        nesting: Full names of the modules around.
        superclass: What it inherits from.
        mixins: `INCLUDE`, `EXTEND` or `PREPEND`, or what is `PASSED_ON`, and the module.
    """
    pairs = list(mixins)
    mixed = Target("many", tuple(kind for kind, _ in pairs), None, tuple(one for _, one in pairs))
    bases = (superclass,) if superclass is not None else ()
    return Target("types", (full, *nesting), mixed, bases)


def method_entry(around: Around, name: str, value: Target | None, *, both: bool = False) -> Target:
    """Return what is known of a method.

    Args:
        around: What it is a method of.
        name: Its name.
        value: What it returns.
        both: Whether objects have it as well as the module.
    """
    names = (*around, name, "both") if both else (*around, name)
    return Target("returning", names, value or UNKNOWN)


def attribute_entry(around: Around, name: str, use: str) -> Target:
    """Return what is known of an attribute: `READ`, `WRITTEN` or both words."""
    return Target("item", (*around, name, use))


def constant_entry(full: str, value: Target | None) -> Target:
    """Return what is known of a constant that is no class."""
    return Target("own", (full,), value)


def variable_entry(around: Around, name: str, value: Target | None) -> Target:
    """Return what is assigned to an instance variable somewhere."""
    return Target("member", (*around, name), value or UNKNOWN)


def class_of(value: Target) -> Target | None:
    """Return the class of an object."""
    return made(Target("type", (), value))
