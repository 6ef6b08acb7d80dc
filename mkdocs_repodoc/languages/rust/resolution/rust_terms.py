"""The targets that Rust's analysis leaves: paths, the types that they name, and values.

A path is looked up from a scope of its file, in one of the language's namespaces. A type is a path
with its arguments, a type parameter with its bounds (one without a name stands for `impl Trait`
and `dyn Trait`), a tuple, a sequence or a function. References and raw pointers are what they
point to, since members are looked up through them. A value has a type, or is the result of a call,
a member of another value, or a part of it that a pattern takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from mkdocs_repodoc.languages.resolution.value_terms import is_small, without_arguments
from mkdocs_repodoc.model.references import Target

Namespace = Literal["type", "value", "macro", "attribute", "any"]
"""Where a name is looked up; an attribute is a macro, but none by example."""

UNKNOWN = Target("many", ())
"""A type that nothing is known of."""
SEEN_AS = "as"
TUPLE, SEQUENCE, POINTED = "()", "[]", "*"
_LARGEST = 96
"""Terms in one; members of what is made in more steps are not followed."""


def path(
    namespace: Namespace, scope: str, names: Iterable[str], arguments: Iterable[Target | None] = ()
) -> Target:
    """Return what a path means from a scope; `arguments` are those of its last name."""
    return Target("global", (namespace, scope, *names), None, _known(arguments))


def parameter(name: str, bounds: Iterable[Target | None]) -> Target:
    """Return a type parameter, or a type of which only traits are known if it has no name."""
    return Target("own", (name,), None, tuple(one for one in bounds if one is not None))


def seen_as(kind: Target | None, trait: Target | None) -> Target | None:
    """Return a type of which only what one trait gives is looked up: `<T as Trait>`."""
    if kind is None or trait is None:
        return None
    return _made(Target("own", (SEEN_AS,), kind, (trait,)))


def associated(kind: Target | None, namespace: Namespace, name: str) -> Target | None:
    """Return an associated item of a type: `T::Item`, `Self::new`."""
    return _made(Target("self", (namespace, name), kind)) if kind is not None else None


def tuple_of(parts: Sequence[Target | None]) -> Target | None:
    """Return the type of tuples, or a tuple of values."""
    return _made(Target("many", (TUPLE,), None, _known(parts))) if any(parts) else None


def sequence_of(part: Target | None) -> Target | None:
    """Return the type of arrays and slices, or one of values."""
    return _made(Target("many", (SEQUENCE,), None, (part,))) if part is not None else None


def function(returned: Target | None, parameters: Sequence[Target | None] = ()) -> Target:
    """Return the type of functions, or a closure."""
    return Target("returning", (), returned, _known(parameters))


def field(value: Target | None, name: str) -> Target | None:
    """Return a field of a value; that of a tuple has a number."""
    return _made(Target("member", (name,), value)) if value is not None else None


def method(
    value: Target | None, name: str, arguments: Iterable[Target | None] = ()
) -> Target | None:
    """Return the method that a call on a value means."""
    if value is None:
        return None
    return _made(Target("member", (name, "()"), value, _known(arguments)))


def result(called: Target | None, made_from: Iterable[Target | None] = ()) -> Target | None:
    """Return what a call returns; `made_from` are arguments that tell the type."""
    return _made(Target("call", (), called, _known(made_from))) if called is not None else None


def tried(value: Target | None) -> Target | None:
    """Return what `?` leaves of a value."""
    return _made(Target("enter", (), value)) if value is not None else None


def awaited(value: Target | None) -> Target | None:
    """Return what `.await` gives."""
    return _made(Target("await", (), value)) if value is not None else None


def element(value: Target | None, *, index: bool = False) -> Target | None:
    """Return what a loop over a value binds, or what an index takes from it."""
    names = (SEQUENCE,) if index else ()
    return _made(Target("element", names, value)) if value is not None else None


def pointed_to(value: Target | None) -> Target | None:
    """Return what `*` gives."""
    return _made(Target("element", (POINTED,), value)) if value is not None else None


def callback_argument(value: Target | None, called: str, number: int) -> Target | None:
    """Return what a method of a value passes to the closure that it is given."""
    if value is None:
        return None
    return _made(Target("element", (called, str(number)), value))


def part(made_by: Target, key: str, whole: Target | None) -> Target:
    """Return the part that a pattern takes from a value.

    Args:
        made_by: The struct or variant that the pattern names.
        key: Name of the field, or its number.
        whole: The value, if it is known.
    """
    whole = whole if whole is not None and is_small(whole, _LARGEST) else None
    return Target("item", (key,), made_by, (whole,) if whole is not None else ())


def _known(terms: Iterable[Target | None]) -> tuple[Target, ...]:
    """Return terms without unknown ones at the end."""
    found = [term if term is not None else UNKNOWN for term in terms]
    while found and found[-1] is UNKNOWN:
        found.pop()
    return tuple(found)


def _made(target: Target) -> Target | None:
    """Return a term, without the arguments of its calls if it is too large with them."""
    if is_small(target, _LARGEST):
        return target
    bare = msgspec.structs.replace(target, of=without_arguments(target.of))
    return bare if is_small(bare, _LARGEST) else None
