"""The method that a call means among its overloads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.c_sharp.resolution import dotnet_types
from mkdocs_repodoc.languages.c_sharp.resolution.overloads.c_sharp_conversions import (
    Conversions,
    Fit,
)
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class Method(NamedTuple):
    """A method as a member of a type.

    Attributes:
        symbol: Its declaration.
        parameters: Their types, with what stands for the parameters of the type.
        names: Their names.
        returned: What it returns, likewise.
        variables: Heads of its own type parameters, in their order.
        required: How many arguments it needs.
        is_variable: Whether its last parameter takes any number of arguments.
    """

    symbol: SymbolRef
    parameters: tuple[ClassType | None, ...]
    names: tuple[str, ...]
    returned: ClassType | None
    own: tuple[str, ...]
    required: int
    is_variable: bool

    @property
    def variables(self) -> frozenset[str]:
        """Heads of its own type parameters."""
        return frozenset(self.own)


class Argument(NamedTuple):
    """An argument of a call.

    Attributes:
        type: Its type, if that is known.
        name: The parameter that it says it is for.
    """

    type: ClassType | None
    name: str = ""


class MethodChoice:
    """Chooses among overloads.

    Args:
        conversions: Tells whether arguments fit parameters.
    """

    def __init__(self, conversions: Conversions) -> None:
        self._conversions = conversions

    def choose(
        self,
        methods: Sequence[Method],
        given: Sequence[Argument],
        type_arguments: Sequence[ClassType | None] = (),
    ) -> tuple[Method, bool] | None:
        """Return the one of several methods that a call means, and whether counting decides.

        Args:
            methods: The methods; those of nearer types first.
            given: The arguments.
            type_arguments: Those that the call states.
        """
        counted = self.counted(methods, given, type_arguments)
        if len(counted) <= 1:
            return (counted[0], True) if counted else None
        rated = self._rated(counted, given)
        if len(rated) == 1:
            return rated[0][1], False
        if any(Fit.UNKNOWN in fits for fits, _ in rated):
            return None
        best = self._best(rated, given)
        return (best, False) if best is not None else None

    def counted(
        self,
        methods: Sequence[Method],
        given: Sequence[Argument],
        type_arguments: Sequence[ClassType | None],
    ) -> list[Method]:
        """Return the methods that take so many arguments, with what stands for the stated types."""
        return [
            _with_stated(one, type_arguments)
            for one in methods
            if self._takes(one, given) and _is_generic(one, len(type_arguments))
        ]

    def may_take(self, methods: Sequence[Method], given: Sequence[Argument]) -> Fit:
        """Return how well arguments fit the one of some methods that they fit best."""
        fits = (min(fits, default=Fit.SAME) for fits, _ in self._rated(methods, given))
        return max(fits, default=Fit.NEVER)

    def _rated(
        self, methods: Sequence[Method], given: Sequence[Argument]
    ) -> list[tuple[list[Fit], Method]]:
        rated = [(self._fits(one, given), one) for one in methods]
        return [(fits, one) for fits, one in rated if Fit.NEVER not in fits]

    @staticmethod
    def _takes(method: Method, given: Sequence[Argument]) -> bool:
        """Whether a method can be called with so many arguments, and those that have names."""
        names = [one.name for one in given if one.name]
        if len(given) < method.required or not set(names) <= set(method.names):
            return False
        return len(given) <= len(method.parameters) or method.is_variable

    def _fits(self, method: Method, given: Sequence[Argument]) -> list[Fit]:
        return [
            self._fit(one.type, self.wanted(method, number, one.name))
            if not self._is_spread(method, number, given)
            else min(Fit.CONVERTED, self._fit(one.type, _element(method.parameters[-1])))
            for number, one in enumerate(given)
        ]

    def _fit(self, given: ClassType | None, wanted: ClassType | None) -> Fit:
        return self._conversions.of(given, wanted)

    def _is_spread(self, method: Method, number: int, given: Sequence[Argument]) -> bool:
        """Whether an argument is one of any number."""
        last = len(method.parameters) - 1
        if not method.is_variable or number < last or given[number].name:
            return False
        if len(given) != len(method.parameters):
            return True
        return self._fit(given[number].type, method.parameters[last]) == Fit.NEVER

    @staticmethod
    def wanted(method: Method, number: int, name: str = "") -> ClassType | None:
        """Return the type of the parameter that an argument is for."""
        if name:
            number = method.names.index(name) if name in method.names else -1
        elif number >= len(method.parameters) - 1 and method.is_variable:
            last = method.parameters[-1]
            return last if number == len(method.parameters) - 1 else _element(last)
        return method.parameters[number] if 0 <= number < len(method.parameters) else None

    def _best(
        self, rated: Sequence[tuple[list[Fit], Method]], given: Sequence[Argument]
    ) -> Method | None:
        """Return the method that no argument fits worse than another, and some better."""
        for fits, one in rated:
            others = [(theirs, other) for theirs, other in rated if other is not one]
            if all(
                all(mine >= their for mine, their in zip(fits, theirs, strict=True))
                and (fits != theirs or self._is_better(one, other))
                and self._agree_on_functions(one, other, given)
                for theirs, other in others
            ):
                return one
        return None

    def _agree_on_functions(self, one: Method, other: Method, given: Sequence[Argument]) -> bool:
        """Whether methods want the same functions, where it is not known what those return."""
        return all(
            argument.type is None
            or argument.type.head != types.FUNCTION
            or argument.type.first is not None
            or self.wanted(one, number, argument.name) == self.wanted(other, number, argument.name)
            for number, argument in enumerate(given)
        )

    def _is_better(self, one: Method, other: Method) -> bool:
        """Whether a method is better than one that the arguments fit as well."""
        if one.is_variable != other.is_variable:
            return other.is_variable
        if bool(one.own) != bool(other.own):
            return not one.own
        if len(one.parameters) != len(other.parameters):
            return len(one.parameters) < len(other.parameters)
        pairs = list(zip(one.parameters, other.parameters, strict=True))
        mine = [self._fit(first, second) for first, second in pairs]
        theirs = [self._fit(second, first) for first, second in pairs]
        return min(mine, default=Fit.NEVER) > Fit.UNKNOWN and mine != theirs


def _with_stated(method: Method, type_arguments: Sequence[ClassType | None]) -> Method:
    """Return a method with the type arguments that a call states."""
    if not type_arguments:
        return method
    put = dict(zip(method.own, type_arguments, strict=True))
    return method._replace(
        parameters=tuple(types.put_in(one, put) for one in method.parameters),
        returned=types.put_in(method.returned, put),
    )


def _is_generic(method: Method, type_arguments: int) -> bool:
    """Whether a method takes the type arguments of a call, or those can be inferred."""
    if type_arguments:
        return len(method.own) == type_arguments
    return all(any(_mentions(one, name) for one in method.parameters) for name in method.own)


def _mentions(kind: ClassType | None, head: str) -> bool:
    if kind is None:
        return True
    return kind.head == head or any(_mentions(one, head) for one in kind.arguments)


def _element(kind: ClassType | None) -> ClassType | None:
    return dotnet_types.element(kind)
