"""Expressions whose types depend on type parameters: what they are, and members of that."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.javascript.resolution.evaluated_types import UNSURE, FoundMember, Type
from mkdocs_repodoc.languages.javascript.resolution.file_scope import CALLED, TYPES
from mkdocs_repodoc.languages.javascript.resolution.generic_calls import GenericCalls
from mkdocs_repodoc.languages.javascript.resolution.script_denotations import Denotation
from mkdocs_repodoc.languages.javascript.resolution.script_value_lookup import ValueLookup
from mkdocs_repodoc.model.references import Target

_HOLDING = frozenset(("own", "import"))
_NAMED_FIRST = frozenset(("own", "import", "argument", "self", "super", "module"))
"""Bases of targets whose first name is none of a member."""


class EvaluatedExpressions(GenericCalls):
    """Evaluates what targets say of expressions.

    Args:
        lookup: Follows names.
    """

    def __init__(self, lookup: ValueLookup) -> None:
        super().__init__(lookup)
        self._known: dict[tuple[str, Target], Type | None] = {}
        self._busy: set[tuple[str, Target]] = set()

    def denotation(self, path: str, target: Target) -> Denotation | None:
        """Return what a target of a file means; nothing if it can't be told."""
        if not self._busy:
            self._steps = 0
        whole, names = _apart(target)
        start = self.expression(path, whole)
        if start is None:
            return None
        if not names:
            shapes = self.shapes(start)
            return shapes[0].denoted if len(shapes) == 1 and shapes[0].type.known == () else None
        found = self._follow(start, names)
        if found is None or found.place is None:
            return None
        return Denotation("symbol", *found.place, exact=False)

    def expression(self, path: str, target: Target) -> Type | None:
        """Return the type of an expression; nothing if it is not known."""
        question = (path, target)
        if question in self._known:
            return self._known[question]
        if question in self._busy:
            self._cuts += 1
            return None
        cuts = self._cuts
        self._busy.add(question)
        try:
            found = self._expression(path, target)
        finally:
            self._busy.discard(question)
        if cuts == self._cuts or not self._busy:
            self._known[question] = found
        return found

    def _expression(self, path: str, target: Target) -> Type | None:
        whole, names = _apart(target)
        if names:
            start = self.expression(path, whole)
            found = self._follow(start, names) if start is not None else None
            return found.type if found is not None else None
        if target.base == "call":
            return self._call(path, target)
        if target.base == "argument" and target.of is not None:
            function = self.expression(path, target.of)
            return self.taken(function, target.number(0)) if function is not None else None
        if target.base in _HOLDING:
            return self._held(path, target)
        return Type(path, target) if target.base in {"instance", "type"} else None

    def _call(self, path: str, target: Target) -> Type | None:
        function = target.of
        given: tuple[Type, ...] = ()
        if function is not None and function.base == "applied" and not function.names:
            given = tuple(Type(path, each) for each in function.also)
            function = function.of
        called = self.expression(path, function) if function is not None else None
        return self.called(path, called, given, target.also) if called is not None else None

    def _held(self, path: str, target: Target) -> Type | None:
        """Return the type of what a symbol holds."""
        found = self._lookup.target(path, target)
        if found is None or found.kind != "symbol":
            return None
        scope = self._scopes[found.path]
        symbol = scope.symbol(found.position)
        if found.position in scope.generics or symbol.kind in CALLED or symbol.kind in TYPES:
            return self.symbol_type(found.path, found.position)
        stated = scope.types.get(found.position)
        return self.expression(found.path, stated) if stated is not None else None

    def _follow(self, start: Type, names: Sequence[str]) -> FoundMember | None:
        found = FoundMember(None, start)
        for name in names:
            member = self.member(found.type, name)
            if member == UNSURE or not isinstance(member, FoundMember):
                return None
            found = member
        return found


def _apart(target: Target) -> tuple[Target, tuple[str, ...]]:
    """Take a target apart: where it starts, and the members that it names after that."""
    kept = 1 if target.base in _NAMED_FIRST else 0
    if len(target.names) <= kept or target.base == "formula":
        return target, ()
    whole = Target(target.base, target.names[:kept], target.of, target.also)
    return whole, target.names[kept:]
