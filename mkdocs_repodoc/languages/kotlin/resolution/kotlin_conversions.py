"""Types of Kotlin, and whether a value of one may be given where another is wanted."""

from __future__ import annotations

from enum import IntEnum

from mkdocs_repodoc.languages.kotlin.resolution.kotlin_type_lookup import FUNCTIONS, TypeLookup
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.references import FILE_SCOPE

_DEEPEST = 4
_OF_INT_LITERAL = frozenset(("Long", "Short", "Byte", "Number", "Comparable"))
INT_LITERAL = "#int"


class Fit(IntEnum):
    """Whether a value may be given where a type is wanted."""

    NEVER = 0
    UNKNOWN = 1
    ALWAYS = 2


class Conversions:
    """Tells which values fit where.

    Args:
        lookup: Finds what classes inherit.
    """

    def __init__(self, lookup: TypeLookup) -> None:
        self._types = lookup

    def fit(  # noqa: C901, PLR0911 - one for each kind of type
        self,
        given: ClassType | None,
        wanted: ClassType | None,
        variables: frozenset[str] = frozenset(),
        depth: int = 0,
    ) -> Fit:
        """Return whether a value of a type may be given where a type is wanted."""
        if wanted is None or given is None or depth > _DEEPEST:
            return Fit.UNKNOWN
        if wanted.is_variable:
            if given.head == wanted.head:
                return Fit.ALWAYS
            is_bound = all(self.fit(given, one, variables, depth + 1) for one in wanted.arguments)
            if not is_bound:
                return Fit.NEVER
            return Fit.ALWAYS if str(wanted.head) in variables else Fit.UNKNOWN
        if self._types.is_any(wanted) or given.head == types.NULL:
            return Fit.ALWAYS
        if given.head in FUNCTIONS or wanted.head in FUNCTIONS:
            return self._fit_function(given, wanted)
        if given.head == INT_LITERAL:
            return self._fit_number(wanted)
        if given.is_variable:
            bounds = [self.fit(one, wanted, variables, depth + 1) for one in given.arguments]
            return max(bounds, default=Fit.NEVER)
        if given.head == wanted.head:
            return self._fit_arguments(given, wanted, variables, depth)
        above = self._types.all_above(given)
        same = next((one for one in above if one.head == wanted.head), None)
        if same is not None:
            return self._fit_arguments(same, wanted, variables, depth)
        is_open = not self._types.is_known(given) and not self._types.is_final(wanted)
        return Fit.UNKNOWN if is_open else Fit.NEVER

    def _fit_arguments(
        self, given: ClassType, wanted: ClassType, variables: frozenset[str], depth: int
    ) -> Fit:
        pairs = zip(given.arguments, wanted.arguments, strict=False)
        fits = [
            self.fit(one, other, variables, depth + 1)
            for one, other in pairs
            if one is not None and other is not None
        ]
        return Fit.NEVER if Fit.NEVER in fits and Fit.UNKNOWN not in fits else Fit.ALWAYS

    def _fit_function(self, given: ClassType, wanted: ClassType) -> Fit:
        if given.head not in FUNCTIONS:
            return (
                Fit.NEVER
                if given.symbol is not None and self._types.is_known(given)
                else (Fit.UNKNOWN)
            )
        if wanted.head not in FUNCTIONS:
            if wanted.symbol is None:
                return Fit.UNKNOWN
            return Fit.ALWAYS if self._types.is_functional(wanted.symbol) else Fit.NEVER
        count = wanted.arity - (wanted.head != types.FUNCTION)
        if given.arity < 0:
            return Fit.ALWAYS if count <= 1 else Fit.NEVER
        return Fit.ALWAYS if given.arity in (count, wanted.arity) else Fit.NEVER

    def _fit_number(self, wanted: ClassType) -> Fit:
        symbol = wanted.symbol
        if symbol is None:
            return Fit.UNKNOWN
        name = (
            self._types.files.file(symbol.path).outline.symbols[symbol.position].name
            if symbol.position > FILE_SCOPE
            else ""
        )
        if not symbol.path.startswith("kotlin:"):
            return Fit.NEVER
        return Fit.ALWAYS if name == "Int" else Fit(name in _OF_INT_LITERAL)
