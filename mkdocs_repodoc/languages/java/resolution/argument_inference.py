"""Types that stand for type variables of methods, by their arguments, and elements of values."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.java.resolution.class_hierarchy import ClassHierarchy
from mkdocs_repodoc.languages.java.resolution.class_members import ClassMembers, Method
from mkdocs_repodoc.languages.resolution import class_types as types
from mkdocs_repodoc.languages.resolution.class_types import Type

_DEEPEST = 6


class ArgumentInference:
    """Infers type arguments, as far as those of the call tell.

    Args:
        hierarchy: Finds what classes inherit.
        members: Finds the methods of functional interfaces.
    """

    def __init__(self, hierarchy: ClassHierarchy, members: ClassMembers) -> None:
        self._hierarchy = hierarchy
        self._members = members

    def returned(self, method: Method, given: Sequence[Type | None]) -> Type | None:
        """Return what a method returns when it is called with some arguments."""
        if not method.variables or method.returned is None:
            return method.returned
        return types.put_in(method.returned, self.inferred(method, given))

    def inferred(self, method: Method, given: Sequence[Type | None]) -> dict[str, Type | None]:
        """Return what stands for a method's own type variables."""
        found: dict[str, Type | None] = {}
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
        wanted: Type | None,
        given: Type | None,
        variables: frozenset[str],
        found: dict[str, Type | None],
        depth: int = 0,
    ) -> None:
        if wanted is None or given is None or given.head == types.NULL or depth > _DEEPEST:
            return
        if wanted.is_variable:
            if wanted.head in variables and not given.is_primitive:
                found.setdefault(str(wanted.head), given)
            return
        if given.head == types.FUNCTION:
            method = self._members.functional(wanted)
            if method is not None:
                self._match(method.returned, given.first, variables, found, depth + 1)
            return
        if given.head != wanted.head:
            same = (one for one in self._hierarchy.all_above(given) if one.head == wanted.head)
            given = next(same, given)
        if given.head == wanted.head:
            for one, other in zip(wanted.arguments, given.arguments, strict=False):
                self._match(one, other, variables, found, depth + 1)

    def element(self, kind: Type | None) -> Type | None:
        """Return what a loop over a value binds, or an index takes from it."""
        if kind is None:
            return None
        if kind.head == types.ARRAY:
            return kind.first
        bound = types.erased(kind)
        iterable = self._hierarchy.files.find("java.lang", "Iterable", "")
        if bound is None or iterable is None:
            return None
        for one in self._hierarchy.all_above(bound):
            if one.symbol == iterable.symbol:
                return one.first
        return None
