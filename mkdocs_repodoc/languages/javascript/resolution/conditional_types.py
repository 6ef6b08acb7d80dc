"""Conditions of types: whether one fits another, and what stands for what that infers."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.javascript.resolution.evaluated_types import (
    MISSING,
    UNKNOWN,
    FoundMember,
    Type,
    listed,
)
from mkdocs_repodoc.languages.javascript.resolution.members_of_types import MembersOfTypes
from mkdocs_repodoc.languages.javascript.resolution.type_shapes import Bindings, plain_text

_ANYTHING = frozenset(("unknown", "any"))


class ConditionalTypes(MembersOfTypes):
    """Decides conditions; who evaluates types inherits from it."""

    def decide(self, check: Type, wanted: Type) -> tuple[bool | None, Bindings]:
        """Return whether a type fits another, `None` if nothing tells; and what is inferred."""
        known: Bindings = {}
        if wanted.how == "plain" and wanted.term.names[1] in _ANYTHING:
            return True, known
        return self._match(check, wanted, known), known

    def _match(self, given: Type, wanted: Type, known: Bindings) -> bool | None:
        """Compare a type with a pattern, and note what the names in that stand for."""
        how = wanted.how
        if how == "infer":
            known.setdefault(wanted.term.names[1], given)
            return True
        if how == "tuple":
            given_parts = self.tuple_elements(given)
            return self._match_tuple(given_parts, wanted.parts(), known)
        if how == "keys":
            names = [plain_text(shape) for shape in self.shapes(given)]
            return self.has_key(wanted, names[0]) if len(names) == 1 and names[0] else None
        if how == "object":
            return self._match_object(given, wanted, known)
        if how == "function":
            results = self.results(given)
            if len(results) == 1:
                self._match(results[0], wanted.part(0), known)
            return None
        return self._match_plain(given, wanted)

    def _match_plain(self, given: Type, wanted: Type) -> bool | None:
        """Compare with a literal: `number extends 2` is false, a number of known length is none."""
        shapes, others = self.shapes(wanted), self.shapes(given)
        if len(shapes) != 1 or len(others) != 1 or not shapes[0].kind == others[0].kind == "plain":
            return None
        wide, narrow = (each.type.term.names[1] for each in (others[0], shapes[0]))
        if wide == "number" and narrow.isdigit():
            return False
        return True if wide == narrow else None

    def _match_object(self, given: Type, wanted: Type, known: Bindings) -> bool | None:
        verdict: bool | None = True
        for part in wanted.parts():
            name = part.term.names[1]
            member = self.member(given, name) if name not in {"()", "[]"} else None
            if member == MISSING:
                return False
            if (
                not isinstance(member, FoundMember)
                or self._match(member.type, part.part(0), known) is not True
            ):
                verdict = None
        return verdict

    def _match_tuple(
        self, given: Sequence[Type | None] | None, wanted: Sequence[Type], known: Bindings
    ) -> bool | None:
        if given is None:
            return None
        left = list(given)
        verdict: bool | None = True
        for part in wanted:
            if part.how == "rest":
                self._match(self._tuple_of(left), part.part(0), known)
                return verdict
            if not left:
                return False
            element = left.pop(0)
            if element is None:
                return None
            matched = self._match(element, part, known)
            if matched is not True:
                verdict = None if verdict is not False and matched is None else matched
        if not left:
            return verdict
        return None if left[0] is None and len(left) == 1 else False

    @staticmethod
    def _tuple_of(elements: Sequence[Type | None]) -> Type:
        if list(elements) == [None]:
            return UNKNOWN
        return listed(
            [each if each is not None else listed([UNKNOWN], "rest") for each in elements], "tuple"
        )
