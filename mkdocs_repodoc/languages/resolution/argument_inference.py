"""Types that stand for type variables of methods, by the arguments of a call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType

_DEEPEST = 6


class GenericMethod(Protocol):
    """A method as inference sees it: the types of its parameters, and its own type variables."""

    @property
    def parameters(self) -> tuple[ClassType | None, ...]:
        """The types of its parameters."""
        ...

    @property
    def returned(self) -> ClassType | None:
        """The type of what it returns."""
        ...

    @property
    def variables(self) -> frozenset[str]:
        """Heads of its own type variables."""
        ...

    @property
    def is_variable(self) -> bool:
        """Whether its last parameter takes any number of arguments."""
        ...


class ArgumentInference:
    """Infers type arguments, as far as those of the call tell.

    Args:
        all_above: Returns a type and all that it inherits from.
        returned_by: Returns what a function of a type returns.
        primitives_stand: Whether primitive types stand for type variables, without a class each
            that does instead.
    """

    def __init__(
        self,
        all_above: Callable[[ClassType], Sequence[ClassType]],
        returned_by: Callable[[ClassType], ClassType | None],
        *,
        primitives_stand: bool = False,
    ) -> None:
        self._all_above = all_above
        self._returned_by = returned_by
        self._primitives_stand = primitives_stand

    def returned(
        self, method: GenericMethod, given: Sequence[ClassType | None]
    ) -> ClassType | None:
        """Return what a method returns when it is called with some arguments."""
        if not method.variables or method.returned is None:
            return method.returned
        return types.put_in(method.returned, self.inferred(method, given))

    def inferred(
        self, method: GenericMethod, given: Sequence[ClassType | None]
    ) -> dict[str, ClassType | None]:
        """Return what stands for a method's own type variables."""
        found: dict[str, ClassType | None] = {}
        if not method.variables:
            return found
        wanted = list(method.parameters)
        if method.is_variable and len(given) >= len(wanted) and wanted[-1] is not None:
            last = given[-1]
            if len(given) != len(wanted) or last is None or last.head != types.ARRAY:
                spread = wanted[-1].first
                wanted = [*wanted[:-1], *[spread] * (len(given) - len(wanted) + 1)]
        for parameter, argument in zip(wanted, given, strict=False):
            self._match(parameter, argument, method.variables, found)
        return found

    def _match(
        self,
        wanted: ClassType | None,
        given: ClassType | None,
        variables: frozenset[str],
        found: dict[str, ClassType | None],
        depth: int = 0,
    ) -> None:
        if wanted is None or given is None or given.head == types.NULL or depth > _DEEPEST:
            return
        if wanted.is_variable:
            if wanted.head in variables and (self._primitives_stand or not given.is_primitive):
                found.setdefault(str(wanted.head), given)
            return
        if given.head == types.FUNCTION:
            self._match(self._returned_by(wanted), given.first, variables, found, depth + 1)
            return
        if given.head != wanted.head:
            same = (one for one in self._all_above(given) if one.head == wanted.head)
            given = next(same, given)
        if given.head == wanted.head:
            for one, other in zip(wanted.arguments, given.arguments, strict=False):
                self._match(one, other, variables, found, depth + 1)
