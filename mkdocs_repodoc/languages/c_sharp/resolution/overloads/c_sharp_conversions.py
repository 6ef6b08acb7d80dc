"""Conversions of C#'s arguments to parameters: whether a method can be called with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum

from mkdocs_repodoc.languages.c_sharp.resolution import dotnet_types
from mkdocs_repodoc.languages.c_sharp.resolution.c_sharp_type_lookup import TypeLookup
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_WIDER = ("byte", "short", "int", "long", "float", "double")
_NUMBERS = frozenset((*_WIDER, "sbyte", "ushort", "uint", "ulong", "decimal", "char"))
_SEQUENCES = frozenset(
    ("IEnumerable", "ICollection", "IList", "IReadOnlyCollection", "IReadOnlyList")
)
_LISTS = frozenset(("List", "Collection", "IList", "IReadOnlyList", "ICollection"))
_VALUES = frozenset((Kind.STRUCT, Kind.ENUM))
_SPANS = frozenset(("Span", "ReadOnlySpan"))
"""Types that only a method's own stack holds: nothing generic takes them, and no `object`."""


class Fit(IntEnum):
    """How an argument fits a parameter; less is worse."""

    NEVER = 0
    UNKNOWN = 1
    CONVERTED = 2
    FITS = 3
    SAME = 4


class Conversions:
    """Tells whether arguments fit parameters.

    Args:
        lookup: Finds what types inherit.
        function: Returns the parameters of a delegate and what it returns, if that is known.
        function_arity: Returns how many parameters a delegate has; -1 for other types, `None` if
            that is not known.
    """

    def __init__(
        self,
        lookup: TypeLookup,
        function: Callable[
            [ClassType | None], tuple[tuple[ClassType | None, ...], ClassType | None] | None
        ],
        function_arity: Callable[[ClassType], int | None],
    ) -> None:
        self._lookup = lookup
        self._function = function
        self._function_arity = function_arity

    def of_all(self, pairs: Iterable[tuple[ClassType | None, ClassType | None]]) -> Fit:
        """Return how arguments fit parameters: as the worst of them does."""
        return min((self.of(given, wanted) for given, wanted in pairs), default=Fit.SAME)

    def of(self, given: ClassType | None, wanted: ClassType | None) -> Fit:  # noqa: PLR0911 - one for each shape
        """Return how an argument fits a parameter."""
        if given is None or wanted is None:
            return Fit.UNKNOWN
        if given == wanted:
            return Fit.SAME
        if dotnet_types.name_of(given) in _SPANS or dotnet_types.name_of(wanted) in _SPANS:
            return self._of_span(given, wanted)
        if wanted.is_variable:
            bound = types.erased(wanted)
            return Fit.FITS if bound is None else min(Fit.FITS, self.of(given, bound))
        if given.head == types.NULL:
            return Fit.NEVER if self._is_value(wanted) else Fit.FITS
        if given.head == types.FUNCTION:
            return self._of_function(given, wanted)
        if given.is_variable:
            return self._of_variable(given, wanted)
        if given.head == wanted.head:
            return self._of_arguments(given, wanted)
        return Fit.CONVERTED if wanted.head == "object" else self._of_others(given, wanted)

    def _of_variable(self, given: ClassType, wanted: ClassType) -> Fit:
        """Return how a value of a type parameter's type fits; of a free one only an `object`."""
        if not given.arguments:
            return Fit.CONVERTED if wanted.head in ("object", "dynamic") else Fit.NEVER
        bound = types.erased(given)
        return Fit.UNKNOWN if bound is None else min(Fit.FITS, self.of(bound, wanted))

    def _of_span(self, given: ClassType, wanted: ClassType) -> Fit:
        """Return how a span, an array or anything else fits where one of both is a span."""
        written = dotnet_types.name_of(wanted)
        is_source = given.head == types.ARRAY or dotnet_types.name_of(given) == "Span"
        if written in _SPANS and (is_source or given.head == wanted.head):
            fit = self.of(given.first, wanted.first)
            return Fit.NEVER if fit == Fit.NEVER else min(Fit.CONVERTED, fit)
        if written in _SPANS and given.head == "string":
            is_read = written == "ReadOnlySpan" and wanted.first == ClassType("char")
            return Fit.CONVERTED if is_read else Fit.NEVER
        return Fit.NEVER if self._is_never_span(given, wanted) else Fit.UNKNOWN

    def _is_never_span(self, given: ClassType, wanted: ClassType) -> bool:
        """Tell whether nothing converts one of two types, of which one is a span, to the other."""
        other = given if dotnet_types.name_of(wanted) in _SPANS else wanted
        return (
            other.is_variable or other.is_primitive or other.head in (types.ARRAY, types.FUNCTION)
        )

    def _is_value(self, kind: ClassType) -> bool:
        if kind.is_primitive:
            return kind.head not in ("string", "object")
        return kind.symbol is not None and self._lookup.kind(kind.symbol) in _VALUES

    def _of_arguments(self, given: ClassType, wanted: ClassType) -> Fit:
        """Return how a type fits one of the same name, by what stands for its parameters."""
        if len(given.arguments) != len(wanted.arguments) and given.symbol is None:
            is_wider = not wanted.arguments and self._function(given) is None
            return Fit.CONVERTED if is_wider else Fit.NEVER
        is_exact = self._is_invariant(wanted)
        fits = [
            self._of_argument(one, other, is_exact=is_exact)
            for one, other in zip(given.arguments, wanted.arguments, strict=False)
        ]
        known = [Fit.FITS if fit == Fit.UNKNOWN else fit for fit in fits]
        return min(known, default=Fit.SAME)

    def _of_argument(
        self, given: ClassType | None, wanted: ClassType | None, *, is_exact: bool
    ) -> Fit:
        fit = self.of(given, wanted)
        if is_exact and Fit.UNKNOWN < fit < Fit.SAME and not _has_variables(wanted):
            return Fit.NEVER
        return fit

    def _is_invariant(self, kind: ClassType) -> bool:
        """Whether only the same arguments make a type fit: no interface or delegate."""
        if kind.symbol is not None:
            return self._lookup.kind(kind.symbol) not in (Kind.INTERFACE, Kind.DELEGATE)
        return False

    def _of_function(self, given: ClassType, wanted: ClassType) -> Fit:
        """Return how a lambda or the name of a method fits a delegate."""
        arity = -1 if wanted.is_primitive else self._function_arity(wanted)
        if arity is None:
            return Fit.UNKNOWN
        if arity != given.arity and not arity >= 0 > given.arity:
            return Fit.NEVER
        delegate = self._function(wanted)
        returned = delegate[1] if delegate is not None else None
        if given.first is None or returned is None:
            return Fit.FITS
        if given.first.head == "void":
            return Fit.FITS if returned.head == "void" else Fit.NEVER
        if returned.head == "void":
            return Fit.CONVERTED
        return max(Fit.UNKNOWN, min(Fit.FITS, self.of(given.first, returned)))

    def _of_others(self, given: ClassType, wanted: ClassType) -> Fit:
        if given.is_primitive and wanted.is_primitive:
            return self._of_predefined(str(given.head), str(wanted.head))
        if dotnet_types.name_of(wanted) == "Nullable":
            return min(Fit.CONVERTED, self.of(given, wanted.first))
        if self._converts(given) or self._converts(wanted):
            return Fit.UNKNOWN
        if dotnet_types.is_closed(given) or dotnet_types.is_closed(wanted):
            return self._of_closed(given, wanted)
        if wanted.symbol is not None:
            return self._of_declared(given, wanted.symbol)
        return self._of_library(given, wanted)

    def _of_predefined(self, given: str, wanted: str) -> Fit:
        one = "int" if given in ("char", "ushort", "sbyte") else given
        if one in _WIDER and wanted in _WIDER:
            is_wider = _WIDER.index(one) <= _WIDER.index(wanted)
            return Fit.CONVERTED if is_wider else self._of_literal(given)
        if {given, wanted} <= _NUMBERS:
            return Fit.UNKNOWN
        return Fit.NEVER

    @staticmethod
    def _of_literal(given: str) -> Fit:
        """Return how a wide number fits a narrow type: a literal may, if it is small."""
        return Fit.UNKNOWN if given == "int" else Fit.NEVER

    def _converts(self, kind: ClassType) -> bool:
        """Whether a type declares conversions of its own."""
        if kind.symbol is None:
            return False
        return any(
            name.startswith("operator ")
            for symbol in self._lookup.lineage(kind.symbol)
            for part in self._lookup.files.declared(symbol).parts
            for name in self._lookup.files.files[part.path].members.get(part.position, ())
        )

    def _of_declared(self, given: ClassType, wanted: SymbolRef) -> Fit:
        """Return how something fits a type of the repository."""
        if given.symbol is not None:
            if wanted in self._lookup.lineage(given.symbol):
                return Fit.FITS
            above = self._lookup.all_above(given)
            return Fit.NEVER if all(one.symbol for one in above) else Fit.UNKNOWN
        if given.is_primitive or given.head == types.ARRAY:
            return Fit.NEVER
        return Fit.UNKNOWN

    @staticmethod
    def _of_closed(given: ClassType, wanted: ClassType) -> Fit:
        """Return how something fits where one of both is a type that only its own kind fits."""
        if given.is_primitive or wanted.is_primitive or types.ARRAY in (given.head, wanted.head):
            return Fit.NEVER
        is_general = dotnet_types.name_of(wanted) == "Exception"
        return Fit.FITS if is_general and dotnet_types.is_closed(given) else Fit.UNKNOWN

    def _of_library(self, given: ClassType, wanted: ClassType) -> Fit:  # noqa: PLR0911 - one for each shape
        """Return how something fits a type of others."""
        written = dotnet_types.name_of(wanted)
        if wanted.is_primitive or wanted.head == types.ARRAY:
            if given.head == types.ARRAY or given.is_primitive or given.symbol is not None:
                return Fit.NEVER
            return Fit.NEVER if dotnet_types.element(given) is not None else Fit.UNKNOWN
        if given.symbol is not None:
            above = self._lookup.all_above(given)
            found = next((one for one in above if one.head == wanted.head), None)
            if found is not None:
                return min(Fit.FITS, self._of_arguments(found, wanted))
            return Fit.UNKNOWN if self._may_be(given.symbol) else Fit.NEVER
        one = dotnet_types.element(given)
        if one is not None and written in _SEQUENCES:
            is_list = given.head == types.ARRAY or dotnet_types.name_of(given) in _LISTS
            if written == "IEnumerable" or is_list:
                fit = self.of(one, wanted.first) if wanted.arguments else Fit.FITS
                return min(Fit.FITS, fit)
        if given.is_primitive and self._function_arity(wanted) is not None:
            return Fit.NEVER
        return Fit.UNKNOWN

    def _may_be(self, symbol: SymbolRef) -> bool:
        """Whether a type inherits from something that nothing is known of."""
        return any(one.symbol is None for one in self._lookup.all_above(ClassType(symbol)))


def _has_variables(kind: ClassType | None) -> bool:
    return kind is None or kind.is_variable or any(_has_variables(one) for one in kind.arguments)
