"""The choice among Java's methods of one name, by the types of what is passed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.java.resolution.java_conversions import Conversions, Fit
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class Method(NamedTuple):
    """A method as a member of a type.

    Attributes:
        symbol: Its declaration; an accessor without one is the component of its record.
        parameters: Their types, with what stands for the variables of the class.
        returned: What it returns, likewise.
        variables: Heads of its own type variables.
        is_variable: Whether its last parameter takes any number of arguments.
    """

    symbol: SymbolRef
    parameters: tuple[ClassType | None, ...]
    returned: ClassType | None
    variables: frozenset[str] = frozenset()
    is_variable: bool = False

    def taken(self, argument: int) -> ClassType | None:
        """Return the type of the parameter that the argument of a number is for."""
        if not self.parameters:
            return None
        last = len(self.parameters) - 1
        if argument >= last and self.is_variable:
            spread = self.parameters[last]
            return spread.first if spread is not None else None
        return self.parameters[argument] if argument <= last else None


class Chosen(NamedTuple):
    """The method that a call means.

    Attributes:
        method: The method.
        exact: Whether its name and the number of arguments decide.
    """

    method: Method
    exact: bool


class MethodChoice:
    """Chooses methods.

    Args:
        conversions: Knows what fits a parameter.
    """

    def __init__(self, conversions: Conversions) -> None:
        self._conversions = conversions

    def choose(self, methods: Sequence[Method], given: Sequence[ClassType | None]) -> Chosen | None:
        """Return the one of several methods that a call with some arguments means."""
        fixed = [one for one in methods if len(one.parameters) == len(given)]
        spread = [
            one for one in methods if one.is_variable and len(given) >= len(one.parameters) - 1
        ]
        possible = list(dict.fromkeys((*fixed, *spread)))
        if len(possible) <= 1:
            return Chosen(possible[0], exact=True) if possible else None
        for group, is_spread in ((fixed, False), (spread, True)):
            rated = [(self._fit(one, given, is_spread=is_spread), one) for one in group]
            rated = [(fit, one) for fit, one in rated if fit > Fit.NEVER]
            if not rated:
                continue
            best = max(fit for fit, _ in rated)
            found = [one for fit, one in rated if fit == best]
            if len(rated) == 1 and (best > Fit.UNKNOWN or is_spread or not spread):
                return Chosen(rated[0][1], exact=False)
            if any(fit == Fit.UNKNOWN for fit, _ in rated):
                return None
            return self._most_specific(found)
        return None

    def _fit(self, method: Method, given: Sequence[ClassType | None], *, is_spread: bool) -> Fit:
        wanted = method.parameters
        if is_spread:
            last = wanted[-1].first if wanted[-1] is not None else None
            wanted = (*wanted[:-1], *[last] * (len(given) - len(wanted) + 1))
        return self._conversions.of_all(given, wanted)

    def _most_specific(self, methods: Sequence[Method]) -> Chosen | None:
        for one in methods:
            if all(
                one is other
                or len(one.parameters) != len(other.parameters)
                or self._conversions.of_all(one.parameters, other.parameters) > Fit.UNKNOWN
                for other in methods
            ):
                return Chosen(one, exact=False)
        return None
