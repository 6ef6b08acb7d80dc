"""The targets of PHP: classes by their full names, and the values that have them.

A file's own rules decide the full name of a class, function or constant, so that a target begins
with one. Members are looked up on classes and values, which only linking can follow. Classes of a
file are known by a number: the position of their symbol, or less than -1 where they have no name.
"""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.languages.resolution.class_terms import FILE, UNKNOWN, known, made
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.model.references import Target

CLASS, FUNCTION, CONSTANT = "class", "function", "constant"
PROPERTY, METHOD, OF_CLASS = "->", "()", "::"
CONSTRUCTOR = "__construct"
STATIC = "static"

# Types


def class_named(full: str) -> Target:
    """Return the class of a full name."""
    return Target("global", (CLASS, full))


def class_here(number: str) -> Target:
    """Return a class of the file."""
    return Target("symbol", (number,))


def own_kind(number: str) -> Target:
    """Return the class of the object around, which may be one that inherits from it: `static`."""
    return Target("self", (STATIC, number))


def array_of(kind: Target | None) -> Target:
    """Return the type of arrays, and of whatever else a loop takes apart."""
    return made(Target("many", (), kind or UNKNOWN)) or Target("many", (), UNKNOWN)


def collection(kind: Target, element: Target | None) -> Target | None:
    """Return a class whose objects a loop takes apart into values of a type."""
    return made(Target("applied", (), kind, known((element,))))


def one_type_of(kinds: Iterable[Target | None]) -> Target | None:
    """Return a union of types; those of which nothing is known are left out."""
    found = tuple(dict.fromkeys(kind for kind in kinds if kind is not None))
    if len(found) <= 1:
        return found[0] if found else None
    return made(Target("types", (), None, found))


# Names


def function(full: str, fallback: str = "") -> Target:
    """Return a function; `fallback` is the one that is meant if there is none of that name."""
    return Target("global", (FUNCTION, full, fallback))


def constant(full: str, fallback: str = "") -> Target:
    """Return a constant; `fallback` as for functions."""
    return Target("global", (CONSTANT, full, fallback))


# Values


def this(number: str) -> Target | None:
    """Return the object around; none outside of classes."""
    return Target("self", (number,)) if number != FILE else None


def parent(number: str) -> Target | None:
    """Return what the class around extends."""
    return Target("super", (number,)) if number != FILE else None


def member(owner: Target | None, kind: str, name: str) -> Target | None:
    """Return a member of a value or class.

    Args:
        owner: The value, or the type of the class.
        kind: `PROPERTY`, `METHOD` or, for constants, `OF_CLASS`.
        name: Its name.
    """
    return made(Target("member", (kind, name), owner)) if owner is not None else None


def result(called: Target | None) -> Target | None:
    """Return what a call of a function or method returns."""
    return made(Target("call", (), called)) if called is not None else None


def invoked(value: Target | None) -> Target | None:
    """Return what a call of a value returns."""
    if value is not None and value.base == "returning":
        return value.of
    return result(member(value, METHOD, "__invoke"))


def closure(returned: Target | None) -> Target:
    """Return a function without a name."""
    return Target("returning", (), returned)


def element(value: Target | None) -> Target | None:
    """Return what a loop over a value binds, or an index takes from it."""
    return made(Target("element", (), value)) if value is not None else None


def list_of(values: Iterable[Target | None]) -> Target | None:
    """Return an array of values, if all of them are the same."""
    found = set(values)
    one = found.pop() if len(found) == 1 else None
    return made(Target("slice", (), one)) if one is not None else value_of(array_of(None))


def either(*values: Target | None) -> Target | None:
    """Return one of several values, if all of them are known."""
    found = tuple(dict.fromkeys(value for value in values if value is not None))
    if not found or len(found) < len(set(values)):
        return None
    return found[0] if len(found) == 1 else made(Target("either", (), None, found))


def inherited_parameter(number: str, method: str, index: int) -> Target:
    """Return a parameter that says no type, as the method that is overridden has it."""
    return Target("parameter", (number, method, str(index)))


# What a file tells others of its symbols


def class_entry(
    full: str,
    bases: Iterable[Target | None],
    traits: Iterable[Target | None],
    rules: Iterable[str],
) -> Target:
    """Return what is known of a class.

    Args:
        full: Its full name.
        bases: What it extends, and then what it implements; `None` for what is not known.
        traits: Those that it uses, likewise.
        rules: What it says of their methods: `left_out` and `renamed`.
    """
    used = Target("many", tuple(rules), None, tuple(filter(None, traits)))
    return Target("types", (full,), used, tuple(filter(None, bases)))


def left_out(trait: str, method: str) -> str:
    """Return the rule that a method of a trait is not taken."""
    return f"-{trait}::{method}".lower()


def renamed(trait: str, method: str, name: str) -> str:
    """Return the rule that a method of a trait is also there under another name."""
    return f"+{name}={trait}::{method}".lower()


def function_entry(
    full: str,
    returned: Target | None,
    value: Target | None,
    parameters: Iterable[Target | None] = (),
) -> Target:
    """Return what is known of a function or method.

    Args:
        full: Its full name; empty for a method.
        returned: The type that it says it returns.
        value: What its body returns, where it says nothing.
        parameters: The types that it says its parameters have.
    """
    kinds = tuple(parameters)
    also = known((value, *kinds)) if value is not None or any(kinds) else ()
    return Target("returning", (full,) if full else (), returned or UNKNOWN, also)


def named_value(full: str) -> Target:
    """Return what is known of a constant outside of classes."""
    return Target("own", (full,))


def described_member(kind: str, name: str, of: Target) -> Target:
    """Return a property or method that only the documentation of a class declares."""
    return Target("member", (kind, name), of)


def with_members(entry: Target, members: Iterable[str]) -> Target:
    """Return what is known of a class that is not listed: also its methods with their positions."""
    return Target(entry.base, (*entry.names, *members), entry.of, entry.also)
