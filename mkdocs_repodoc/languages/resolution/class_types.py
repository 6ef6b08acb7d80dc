"""Types of values as linking knows them, with what stands for their type variables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target

ARRAY, FUNCTION, NULL = "[]", "->", "null"
_VARIABLE, _FOREIGN = "?", "ext:"
_DEEPEST = 6
"""Types in types of which something is put in; a class may have itself as an argument."""


class ClassType(NamedTuple):
    """The type of a value.

    Attributes:
        head: Its class; a text for what has none that is declared: the name of a primitive type,
            an array, a type variable, a lambda, or a class of others.
        arguments: Of a generic class; the elements of an array, the bounds of a variable, what a
            lambda returns. `None` for those that are not known.
        arity: How many parameters a lambda has.
    """

    head: SymbolRef | str
    arguments: tuple[ClassType | None, ...] = ()
    arity: int = 0

    @property
    def symbol(self) -> SymbolRef | None:
        """Its class, if that is known."""
        return self.head if isinstance(self.head, SymbolRef) else None

    @property
    def is_variable(self) -> bool:
        """Whether it is a type variable."""
        return isinstance(self.head, str) and self.head.startswith(_VARIABLE)

    @property
    def is_foreign(self) -> bool:
        """Whether it is a class that nothing is known of."""
        return isinstance(self.head, str) and self.head.startswith(_FOREIGN)

    @property
    def is_primitive(self) -> bool:
        """Whether it is a primitive type."""
        return isinstance(self.head, str) and self.head.isalpha() and self.head != NULL

    @property
    def written(self) -> str:
        """The name of a type that is no known class."""
        return str(self.head).removeprefix(_FOREIGN)

    @property
    def first(self) -> ClassType | None:
        """Its first argument, if that is known."""
        return self.arguments[0] if self.arguments else None


Arguments = Mapping[str, "ClassType | None"]
"""Head of a type variable → what stands for it."""


def variable(path: str, name: str, bounds: Sequence[ClassType | None] = ()) -> ClassType:
    """Return a type variable of a file."""
    return ClassType(f"{_VARIABLE}{path}:{name}", tuple(bounds))


def foreign(name: str) -> ClassType:
    """Return a class of others."""
    return ClassType(f"{_FOREIGN}{name}")


def plain_type(
    path: str, term: Target, type_of: Callable[[str, Target | None], ClassType | None]
) -> ClassType | None:
    """Return a type whose term means the same in all languages with classes; `None` for others.

    It is a primitive type, an array, or a type variable.

    Args:
        path: The file that the term belongs to.
        term: The term.
        type_of: Finds the types that it is made from.
    """
    match term.base:
        case "type":
            return ClassType(term.names[0])
        case "many":
            return ClassType(ARRAY, (type_of(path, term.of),))
        case "own":
            return variable(path, term.names[0], [type_of(path, bound) for bound in term.also])
    return None


def put_in(kind: ClassType | None, arguments: Arguments, depth: int = 0) -> ClassType | None:
    """Return a type with what stands for its variables."""
    if kind is None or not arguments or depth > _DEEPEST:
        return kind
    if kind.is_variable:
        return arguments.get(str(kind.head), kind)
    if not kind.arguments:
        return kind
    inner = tuple(put_in(one, arguments, depth + 1) for one in kind.arguments)
    return kind if inner == kind.arguments else kind._replace(arguments=inner)


def erased(kind: ClassType | None, depth: int = 0) -> ClassType | None:
    """Return a type without variables: what bounds one stands for it."""
    while kind is not None and kind.is_variable and depth < _DEEPEST:
        kind, depth = kind.first, depth + 1
    return None if kind is None or kind.is_variable else kind
