"""The targets of C# beside those that languages with classes share.

A part of a name that has type arguments says how many behind a backtick: ``List`1``. A method's
entry holds how many arguments it needs, and the names of its parameters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from mkdocs_repodoc.languages.resolution.class_terms import UNKNOWN, known, made
from mkdocs_repodoc.languages.resolution.value_terms import CALLED, without_arguments
from mkdocs_repodoc.model.references import Target

EXPLICIT, EXTENSION, CONDITIONAL = "explicit", "extension", "conditional"
_LARGEST_ARGUMENT = 32
"""Terms in the argument of a call; of a larger one the type is not known."""


def with_arity(name: str, arguments: int) -> str:
    """Return a name as it is looked up with a number of type arguments."""
    return f"{name}`{arguments}" if arguments else name


def split_arity(name: str) -> tuple[str, int]:
    """Return a name and the number of its type arguments."""
    simple, _, count = name.partition("`")
    return simple, int(count or 0)


# Types


def attribute_type(scope: str, names: Iterable[str]) -> Target:
    """Return the class of an attribute, whose name need not end in `Attribute` where it is used."""
    return Target("global", ("attribute", scope, *names))


def nullable(kind: Target | None) -> Target | None:
    """Return `T?`, which is a type of its own where `T` is a type of values."""
    return made(Target("either", ("?",), kind)) if kind is not None else None


def tuple_of(kinds: Iterable[Target | None]) -> Target | None:
    """Return the type of tuples."""
    return made(Target("tuple", (), None, known(kinds)))


def type_of_value(value: Target | None) -> Target | None:
    """Return the type of a value."""
    return made(Target("type", ("of",), value)) if value is not None else None


# Values


def name(scope: str, written: str, member: str = "") -> Target:
    """Return what a simple name in an expression means.

    Args:
        scope: Position of the symbol around.
        written: The name.
        member: What is looked up on it, if anything: where a property has the name of its type,
            this tells which of the two is meant.
    """
    return Target("global", ("any", scope, written, *([member] if member else ())))


def member(value: Target | None, written: str, scope: str) -> Target | None:
    """Return a member of a value, type or namespace, as seen from a symbol."""
    return made(Target("member", (written, scope), value)) if value is not None else None


def method(
    value: Target | None,
    written: str,
    scope: str,
    type_arguments: Sequence[Target | None],
    arguments: Sequence[Target | None],
) -> Target | None:
    """Return the method that a call means; without a value one of the classes around."""
    names = (written, CALLED, scope, str(len(type_arguments)), str(len(arguments)))
    return _called(Target("member", names, value), (*type_arguments, *arguments))


def constructor(kind: Target | None, arguments: Sequence[Target | None]) -> Target | None:
    """Return the constructor that makes an object of a type, or the class if it declares none."""
    if kind is None:
        return None
    return _called(Target("call", ("new", str(len(arguments))), kind), arguments)


def _called(called: Target, arguments: Sequence[Target | None]) -> Target | None:
    """Return what is called; of arguments only the number is kept if they are large."""
    passed = known(one and made(one, _LARGEST_ARGUMENT) for one in arguments)
    if all(one is UNKNOWN for one in passed):
        passed = ()
    whole = made(msgspec.structs.replace(called, also=passed))
    if whole is not None:
        return whole
    return made(msgspec.structs.replace(called, of=without_arguments(called.of)))


def named_argument(name: str, value: Target | None) -> Target:
    """Return an argument that says which parameter it is for."""
    return Target("part", (name,), value)


def awaited(value: Target | None) -> Target | None:
    """Return what awaiting a value gives."""
    return made(Target("await", (), value)) if value is not None else None


def indexed(value: Target | None, arguments: Sequence[Target | None], scope: str) -> Target | None:
    """Return what `value[…]` is."""
    if value is None:
        return None
    return _called(Target("item", (scope, str(len(arguments))), value), arguments)


def given_out(called: Target | None, argument: int) -> Target | None:
    """Return what a method gives for an argument that is passed with `out var`."""
    return made(Target("element", (str(argument), "out"), called)) if called is not None else None


def tuple_value(values: Iterable[Target | None]) -> Target | None:
    """Return a tuple."""
    return made(Target("pairs", (), None, known(values)))


def component(value: Target | None, number: int) -> Target | None:
    """Return the part of a tuple that taking it apart binds."""
    return made(Target("slice", (str(number),), value)) if value is not None else None


# What a file tells others of its symbols


def method_entry(
    returned: Target | None,
    parameters: Sequence[tuple[str, Target | None]],
    variables: Iterable[Target | None],
    required: int,
    flags: Iterable[str],
) -> Target:
    """Return what is known of a method.

    Args:
        returned: The type of what it returns.
        parameters: Their names and types.
        variables: Its type parameters.
        required: How many arguments it needs.
        flags: `VARIABLE` if the last parameter takes any number, `EXPLICIT` if only an interface
            reaches it, `EXTENSION` if its first parameter is what it is called on, `CONDITIONAL`
            if only some builds compile it.
    """
    own = Target("many", (), None, known(variables))
    names = (",".join(flags), str(required), *(name for name, _ in parameters))
    kinds = known(kind for _, kind in parameters)
    return Target("returning", names, returned or UNKNOWN, (own, *kinds))
