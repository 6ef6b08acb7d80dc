"""The targets of languages with classes: types as written, and the values that have them.

A type is a name as seen from a class, a class of the file, a type variable with its bounds, an
array or a primitive type. A value has a type, or it is a name, a member of another value, what a
method returns, or what a loop, a lambda's caller or a pattern passes on. Classes of a file are
known by a number: the position of their symbol, or less than -1 where they are not listed, such as
anonymous ones. Which definition a member means depends on what it inherits and on the arguments,
so that only linking can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from mkdocs_repodoc.languages.resolution.value_terms import CALLED, is_small, without_arguments
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

UNKNOWN = Target("unknown", ())
HIDDEN = Target("unknown", ("member",))
"""In a scope: the name is that of a class's own member, whatever variable is around the class."""
FILE = str(FILE_SCOPE)
"""Around the classes of a file that no other class is around."""
REFERRED, VARIABLE = "::", "..."
_LARGEST = 96
"""Terms in one; members of what is made in more steps are not followed."""
_LARGEST_ARGUMENT = 16
"""Terms in the argument of a call; of a larger one the type is not known."""


def made(target: Target, largest: int = _LARGEST) -> Target | None:
    """Return a term, if it is not too large."""
    return target if is_small(target, largest - 1) else None


def known(terms: Iterable[Target | None]) -> tuple[Target, ...]:
    """Return terms with one for each that is unknown."""
    return tuple(UNKNOWN if term is None else term for term in terms)


# Types


def named_type(
    scope: str, names: Iterable[str], arguments: Iterable[Target | None] = ()
) -> Target | None:
    """Return the type that a dotted name means in a class."""
    return made(Target("global", ("type", scope, *names), None, known(arguments)))


def class_type(number: str, arguments: Iterable[Target | None] = ()) -> Target | None:
    """Return the type of a class that only a block of the file knows."""
    return made(Target("symbol", (number,), None, known(arguments)))


def type_variable(owner: str, name: str, bounds: Iterable[Target | None]) -> Target | None:
    """Return a type variable; `owner` tells it from others of the same name."""
    return made(Target("own", (f"{owner}:{name}",), None, known(bounds)))


def array_of(kind: Target | None, dimensions: int = 1) -> Target | None:
    """Return the type of arrays of a type."""
    for _ in range(dimensions):
        kind = made(Target("many", (), kind or UNKNOWN))
    return kind


def primitive(name: str) -> Target:
    """Return a primitive type; `null` is the type of what is none."""
    return Target("type", (name,))


# Values


def name(scope: str, written: str) -> Target:
    """Return what a simple name in an expression means: a field, a type or a package."""
    return Target("global", ("any", scope, written))


def imported_member(names: Sequence[str]) -> Target:
    """Return the member that a static import takes, by its full name."""
    return Target("import", tuple(names))


def this(scope: str, kind: Target | None = None) -> Target:
    """Return the object around; `kind` is the class that `Outer.this` names."""
    return Target("self", (scope,), kind)


def parent(scope: str, kind: Target | None = None) -> Target:
    """Return the object around as what its class inherits from; `kind` as in `Outer.super`."""
    return Target("super", (scope,), kind)


def field(value: Target | None, written: str) -> Target | None:
    """Return a field of a value, or a member of a type or package."""
    return made(Target("member", (written,), value)) if value is not None else None


def method(
    value: Target | None, written: str, scope: str, arguments: Iterable[Target | None]
) -> Target | None:
    """Return the method that a call means; without a value one of the classes around."""
    return _with_arguments(Target("member", (written, CALLED, scope), value), arguments)


def method_reference(value: Target | None, written: str) -> Target | None:
    """Return what `value::written` means."""
    return made(Target("member", (written, REFERRED), value)) if value is not None else None


def constructor(kind: Target | None, arguments: Iterable[Target | None]) -> Target | None:
    """Return the constructor that makes an object of a type, or the class if it declares none."""
    if kind is None:
        return None
    return _with_arguments(Target("call", ("new",), kind), arguments)


def _with_arguments(called: Target, arguments: Iterable[Target | None]) -> Target | None:
    """Return what is called with arguments, of which only the number is kept if they are large."""
    passed = known(one and made(one, _LARGEST_ARGUMENT) for one in arguments)
    names = (*called.names, str(len(passed)))
    if all(one is UNKNOWN for one in passed):
        passed = ()
    whole = made(msgspec.structs.replace(called, names=names, also=passed))
    if whole is not None:
        return whole
    return made(msgspec.structs.replace(called, names=names, of=without_arguments(called.of)))


def result(called: Target | None) -> Target | None:
    """Return what a call of a method returns."""
    return made(Target("call", (), called)) if called is not None else None


def element(value: Target | None) -> Target | None:
    """Return what a loop over a value binds."""
    return made(Target("element", (), value)) if value is not None else None


def indexed(value: Target | None) -> Target | None:
    """Return an element of an array."""
    return made(Target("item", (), value)) if value is not None else None


def passed(called: Target | None, argument: int, parameter: int) -> Target | None:
    """Return what a method passes to the function that it is given as an argument."""
    if called is None:
        return None
    return made(Target("element", (str(argument), str(parameter)), called))


def passed_to(function: Target | None, parameter: int) -> Target | None:
    """Return what is passed to a function of a type."""
    return made(Target("element", ("", str(parameter)), function)) if function else None


def case(selector: Target | None, scope: str, written: str) -> Target | None:
    """Return what a name after `case` means: a constant of the enumeration that is switched on."""
    return made(Target("item", ("case", scope, written), selector)) if selector else None


def component(kind: Target | None, number: int) -> Target | None:
    """Return the component of a record that a pattern takes."""
    return made(Target("item", ("#", str(number)), kind)) if kind is not None else None


def function(parameters: int, returned: Target | None) -> Target:
    """Return a lambda, of which nothing is known but how many parameters it has and its value."""
    return Target("returning", (str(parameters),), returned)


def arithmetic(values: Iterable[Target | None]) -> Target | None:
    """Return a sum or the like, whose type those of all its values tell."""
    return made(Target("either", ("+",), None, known(values)))


def either(one: Target | None, other: Target | None) -> Target | None:
    """Return one of two values."""
    if one is None or other is None:
        return one or other
    return made(Target("either", (), None, (one, other)))


# What a file tells others of its symbols


def class_entry(
    around: str, variables: Iterable[Target | None], bases: Iterable[Target | None]
) -> Target:
    """Return what is known of a class.

    Args:
        around: Number of the class around it.
        variables: Its type variables.
        bases: The types that it extends and implements.
    """
    return Target("types", (around,), Target("many", (), None, known(variables)), known(bases))


def unlisted_class(entry: Target, members: Iterable[str]) -> Target:
    """Return what is known of a class that is not listed: also its members' simple names."""
    return Target("types", (*entry.names, *members), entry.of, entry.also)


def method_entry(
    returned: Target | None,
    parameters: Iterable[Target | None],
    variables: Iterable[Target | None],
    *,
    variable: bool,
) -> Target:
    """Return what is known of a method: `variable` if the last parameter takes any number."""
    names = (VARIABLE,) if variable else ()
    own = Target("many", (), None, known(variables))
    return Target("returning", names, returned or UNKNOWN, (own, *known(parameters)))
