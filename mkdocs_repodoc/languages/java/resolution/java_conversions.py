"""Conversions of Java's arguments to parameters: whether a method can be called with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from mkdocs_repodoc.languages.java.resolution.java_type_lookup import TypeLookup
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import ClassType
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed

_WIDER = ("byte", "short", "int", "long", "float", "double")
_BOXES = {
    "boolean": "Boolean",
    "byte": "Byte",
    "char": "Character",
    "double": "Double",
    "float": "Float",
    "int": "Integer",
    "long": "Long",
    "short": "Short",
}
_OF_ARRAYS = frozenset(("Object", "Cloneable", "Serializable"))


class Fit(IntEnum):
    """How an argument fits a parameter; less is worse."""

    NEVER = 0
    UNKNOWN = 1
    BOXED = 2
    FITS = 3


class Conversions:
    """Tells whether arguments fit parameters.

    Args:
        lookup: Finds what classes inherit.
        function_arity: Returns how many parameters the method of a functional interface has; -1
            for other types, `None` if that is not known.
    """

    def __init__(
        self, lookup: TypeLookup, function_arity: Callable[[ClassType], int | None]
    ) -> None:
        self._types = lookup
        self._function_arity = function_arity

    def of_all(self, given: Sequence[ClassType | None], wanted: Sequence[ClassType | None]) -> Fit:
        """Return how arguments fit parameters: as the worst of them does."""
        fits = (self.of(one, other) for one, other in zip(given, wanted, strict=True))
        return min(fits, default=Fit.FITS)

    def of(self, given: ClassType | None, wanted: ClassType | None) -> Fit:
        """Return how an argument fits a parameter."""
        if given is None or wanted is None:
            return Fit.UNKNOWN
        if wanted.is_variable:
            return self._of_any(given, wanted)
        if given.head == types.NULL:
            return Fit.NEVER if wanted.is_primitive else Fit.FITS
        if given.head == types.FUNCTION:
            return self._of_function(given, wanted)
        bound = types.erased(given) if given.is_variable else given
        return self._of_object(wanted) if bound is None else self._of_declared(bound, wanted)

    def _of_any(self, given: ClassType, wanted: ClassType) -> Fit:
        """Return how an argument fits a type variable: as it fits the variable's bound."""
        if given.is_primitive:
            return Fit.BOXED
        bound = types.erased(wanted)
        return Fit.FITS if bound is None else self.of(given, bound)

    def _of_declared(self, given: ClassType, wanted: ClassType) -> Fit:
        """Return how a value of a primitive type, an array or an object fits another of these."""
        if given.head == wanted.head and given.head != types.ARRAY:
            return Fit.FITS
        if given.is_primitive or wanted.is_primitive:
            return self._of_primitive(given, wanted)
        if types.ARRAY in (given.head, wanted.head):
            return self._of_array(given, wanted)
        return self._of_class(given, wanted)

    def _of_function(self, given: ClassType, wanted: ClassType) -> Fit:
        arity = -1 if wanted.is_primitive else self._function_arity(wanted)
        if arity is None:
            return Fit.UNKNOWN
        return Fit.FITS if arity == given.arity or (arity >= 0 > given.arity) else Fit.NEVER

    def _of_object(self, wanted: ClassType) -> Fit:
        return Fit.FITS if self._name(wanted) == "Object" else Fit.NEVER

    def _of_primitive(self, given: ClassType, wanted: ClassType) -> Fit:
        if given.is_primitive and wanted.is_primitive:
            one, other = str(given.head), str(wanted.head)
            one = "int" if one == "char" else one
            if one in _WIDER and other in _WIDER:
                return Fit.FITS if _WIDER.index(one) <= _WIDER.index(other) else Fit.NEVER
            return Fit.NEVER
        if wanted.is_primitive:
            return self._of_boxed(given, str(wanted.head))
        box = self._types.files.find("java.lang", _BOXES.get(str(given.head), ""), "")
        if box is None or wanted.symbol is None:
            return Fit.NEVER if box is not None and wanted.head == types.ARRAY else Fit.UNKNOWN
        inherits = wanted.symbol in self._types.lineage(box.symbol)
        return Fit.BOXED if inherits else Fit.NEVER

    def _of_boxed(self, given: ClassType, wanted: str) -> Fit:
        if given.symbol is None:
            return Fit.NEVER if given.head == types.ARRAY else Fit.UNKNOWN
        return Fit.BOXED if self._name(given) == _BOXES.get(wanted) else Fit.NEVER

    def _of_array(self, given: ClassType, wanted: ClassType) -> Fit:
        if given.head != wanted.head:
            fits = given.head == types.ARRAY and self._name(wanted) in _OF_ARRAYS
            return Fit.FITS if fits else Fit.NEVER
        one, other = given.first, wanted.first
        if one is not None and other is not None and (one.is_primitive or other.is_primitive):
            return Fit.FITS if one.head == other.head else Fit.NEVER
        return self.of(one, other)

    def _of_class(self, given: ClassType, wanted: ClassType) -> Fit:
        if self._name(wanted) == "Object":
            return Fit.FITS
        if given.symbol is None:  # a class of others inherits from none of the repository
            return Fit.UNKNOWN
        if wanted.symbol in self._types.lineage(given.symbol):
            return Fit.FITS
        return Fit.NEVER if self._types.is_known(given.symbol) else Fit.UNKNOWN

    def _name(self, kind: ClassType) -> str:
        if kind.symbol is None:
            return kind.written
        file = self._types.files.file(kind.symbol.path)
        return file.simple_name(kind.symbol.position) if is_listed(kind.symbol.position) else ""
