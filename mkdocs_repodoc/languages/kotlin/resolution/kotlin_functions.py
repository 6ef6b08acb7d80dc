"""Functions of Kotlin: what they take, and which of several a call means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.kotlin.resolution import kotlin_terms as terms
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_conversions import (
    INT_LITERAL,
    Conversions,
    Fit,
)
from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_lookup import FUNCTIONS, TypeLookup
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.argument_inference import ArgumentInference
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.references import Target


class TakenParameter(NamedTuple):
    """A parameter of a function.

    Attributes:
        name: Its name.
        kind: Its type.
        has_default: Whether it may be left out.
        is_variable: Whether it takes any number of arguments.
        position: Of the property that it makes; -1 for none.
    """

    name: str
    kind: ClassType | None
    has_default: bool
    is_variable: bool
    position: int


class Function(NamedTuple):
    """A function as a member of a type.

    Attributes:
        symbol: Its declaration; the class for a primary constructor.
        taken: Its parameters, with what stands for the variables of the class.
        receiver: The type that it extends.
        returned: What it returns, a value of its file; `put` has what stands for variables.
        put: What stands for the variables of the class.
        variables: Heads of its own type variables, in their order.
    """

    symbol: SymbolRef
    taken: tuple[TakenParameter, ...]
    receiver: ClassType | None
    returned: Target | None
    put: tuple[tuple[str, ClassType | None], ...] = ()
    own_variables: tuple[ClassType | None, ...] = ()

    @property
    def variables(self) -> frozenset[str]:
        """Heads of its own type variables."""
        return frozenset(str(one.head) for one in self.own_variables if one is not None)


class _Generic(NamedTuple):
    """A function as inference sees it; its receiver is its first parameter."""

    parameters: tuple[ClassType | None, ...]
    returned: ClassType | None
    variables: frozenset[str]
    is_variable: bool = False


class Given(NamedTuple):
    """The arguments of a call.

    Attributes:
        labels: The name of each, `TRAILING`, or nothing.
        kinds: Their types.
        types: The types that the call states.
    """

    labels: tuple[str, ...] = ()
    kinds: tuple[ClassType | None, ...] = ()
    types: tuple[ClassType | None, ...] = ()


class FunctionChoice:
    """Tells which function a call means, and what stands for its type variables.

    Args:
        lookup: Finds what classes inherit.
    """

    def __init__(self, lookup: TypeLookup) -> None:
        self._types = lookup
        self.conversions = Conversions(lookup)
        self._inference = ArgumentInference(lookup.all_above, _returned_by)

    def aligned(self, function: Function, labels: Sequence[str]) -> list[TakenParameter] | None:
        """Return the parameter of each argument; `None` if the function doesn't take them."""
        found: list[TakenParameter] = []
        taken = function.taken
        place, filled = 0, set[str]()
        for label in labels:
            if label == terms.TRAILING:
                one = taken[-1] if taken else None
            elif label:
                one = next((each for each in taken if each.name == label), None)
                place = taken.index(one) + 1 if one is not None else place
            else:
                one = taken[place] if place < len(taken) else None
                place += one is not None and not one.is_variable
            if one is None or (one.name in filled and not one.is_variable):
                return None
            filled.add(one.name)
            found.append(one)
        for one in taken:
            if one.name not in filled and not one.has_default and not one.is_variable:
                return None
        return found

    def fit_of(self, function: Function, receiver: ClassType | None, given: Given) -> Fit:
        """Return whether a function takes what a call gives it."""
        parameters = self.aligned(function, given.labels)
        if parameters is None:
            return Fit.NEVER
        fits = [
            self.conversions.fit(kind, one.kind, function.variables)
            for kind, one in zip(given.kinds, parameters, strict=True)
        ]
        if function.receiver is not None and receiver is not None:
            fits.append(self.conversions.fit(receiver, function.receiver, function.variables))
        return min(fits, default=Fit.ALWAYS)

    # Choice

    def best(
        self, functions: Sequence[Function], receiver: ClassType | None, given: Given
    ) -> tuple[list[Function], bool]:
        """Return the functions that a call may mean, and whether their number decides.

        The list is empty if none takes the arguments, and has several if nothing decides.
        """
        possible = [one for one in functions if self.aligned(one, given.labels) is not None]
        rated = [(self.fit_of(one, receiver, given), one) for one in possible]
        rated = [(fit, one) for fit, one in rated if fit > Fit.NEVER]
        if len(rated) <= 1:
            return [one for _, one in rated], len(possible) == 1
        if any(fit == Fit.UNKNOWN for fit, _ in rated):
            return [one for _, one in rated], False
        found = [one for _, one in rated]
        best = [one for one in found if all(self._beats(one, other, given) for other in found)]
        if len(best) > 1:
            best = self._plainest(best, given)
        return (best if len(best) == 1 else found), False

    def _beats(self, one: Function, other: Function, given: Given) -> bool:
        """Whether all that a function takes is taken by another one, too."""
        if one is other:
            return True
        first, second = self.aligned(one, given.labels), self.aligned(other, given.labels)
        if first is None or second is None:
            return False
        pairs = [(a.kind, b.kind) for a, b in zip(first, second, strict=True)]
        if one.receiver is not None and other.receiver is not None:
            pairs.append((one.receiver, other.receiver))
        return all(self.conversions.fit(a, b, other.variables) == Fit.ALWAYS for a, b in pairs)

    @staticmethod
    def _plainest(functions: Sequence[Function], given: Given) -> list[Function]:
        """Return the functions that need the fewest defaults and type variables."""
        ranked = [
            (
                bool(one.variables),
                any(each.is_variable for each in one.taken),
                len(one.taken) > len(given.labels),
                one,
            )
            for one in functions
        ]
        least = min(rank[:3] for rank in ranked)
        return [rank[3] for rank in ranked if rank[:3] == least]

    # Type variables

    def put_for_call(
        self, function: Function, receiver: ClassType | None, given: Given
    ) -> types.Arguments:
        """Return what stands for the type variables of a function and of its class."""
        put = dict(function.put)
        if not function.own_variables:
            return put
        if given.types:
            pairs = zip(function.own_variables, given.types, strict=False)
            stated = {str(one.head): kind for one, kind in pairs if one is not None}
            return {**put, **stated}
        parameters = self.aligned(function, given.labels) or []
        wanted = (function.receiver, *(one.kind for one in parameters))
        generic = _Generic(wanted, None, function.variables)
        kinds = [self._plain(one) for one in (receiver, *given.kinds)]
        return {**put, **self._inference.inferred(generic, kinds)}

    def _plain(self, kind: ClassType | None) -> ClassType | None:
        """Return the type that a literal has where no other is wanted."""
        if kind is None or kind.head != INT_LITERAL:
            return kind
        found = self._types.in_package("kotlin", "Int", "")
        return ClassType(found.symbol) if found is not None else None


def _returned_by(kind: ClassType) -> ClassType | None:
    return kind.first if kind.head in FUNCTIONS else None


def read_parameters(
    names: Sequence[str], kinds: Sequence[ClassType | None]
) -> Iterator[TakenParameter]:
    """Yield the parameters that an entry tells of: see `Declared.function`."""
    for written, kind in zip(names, kinds, strict=True):
        has_default = written.endswith(terms.DEFAULT)
        plain, _, position = written.removesuffix(terms.DEFAULT).partition("@")
        is_variable = plain.endswith(terms.VARIABLE)
        yield TakenParameter(
            plain.removesuffix(terms.VARIABLE),
            kind,
            has_default,
            is_variable,
            int(position) if position else -1,
        )
