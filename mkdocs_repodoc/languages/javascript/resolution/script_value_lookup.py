"""Values of scripts: what a name holds, what is made of a class, what a call returns."""

from __future__ import annotations

from mkdocs_repodoc.languages.javascript.resolution.file_scope import CALLED, TYPES
from mkdocs_repodoc.languages.javascript.resolution.key_lookup import KeyLookup
from mkdocs_repodoc.languages.javascript.resolution.script_denotations import Denotation
from mkdocs_repodoc.model.kinds import Kind


class ValueLookup(KeyLookup):
    """Finds what things hold."""

    def instance(self, of: Denotation) -> Denotation | None:
        """Return what a value of a type is."""
        if of.kind == "value":
            return of.inferred()
        if of.kind == "module":
            return None
        scope = self.scopes[of.path]
        kind = scope.symbol(of.position).kind
        if kind == Kind.TYPE_ALIAS:
            found = self.stated(of.path, of.position)
            if found is not None and scope.symbol(of.position).name not in scope.owners:
                return found.inferred()
            return Denotation("value", of.path, of.position, exact=False)
        if kind in TYPES or kind == Kind.FUNCTION:
            return Denotation("value", of.path, of.position, exact=False)
        found = self.value(of)  # a variable that holds a class; an object holds itself
        is_other = found is not None and found != of and found.kind == "symbol"
        return self.instance(found) if found is not None and is_other else None

    def value(self, of: Denotation) -> Denotation | None:
        """Return the value of a variable, field or accessor; anything else is its own."""
        found: Denotation | None = of
        seen = set()
        while found is not None and found.kind == "symbol":
            place = (found.path, found.position)
            kind = self.scopes[found.path].symbol(found.position).kind
            if kind in TYPES or kind in CALLED or kind in (Kind.NAMESPACE, Kind.OBJECT):
                return found
            if place in seen:
                return None
            seen.add(place)
            found = self.stated(*place)
        return found

    def stated(self, path: str, position: int) -> Denotation | None:
        """Return what the file says that a symbol's value is, or what a call of it gives."""
        declared = self.declaration(path, position)
        found = self._stated_at(path, position)
        return self._stated_at(*declared) if found is None and declared is not None else found

    def _stated_at(self, path: str, position: int) -> Denotation | None:
        scope = self.scopes[path]
        stated = scope.types.get(position)
        if stated is not None and stated.base == "signature":
            stated = stated.of if scope.symbol(position).kind in CALLED else stated
        if stated is None:
            return None
        return self._answers.get(
            ("stated", path, position), lambda: self.target(path, stated), if_recursive=None
        )

    def _called(self, of: Denotation) -> Denotation | None:
        if of.kind == "symbol":
            if self.scopes[of.path].symbol(of.position).kind in CALLED:
                found = self.stated(of.path, of.position)
                known = self.value(found) if found is not None else None
                return known.inferred() if known is not None else None
            held = self.value(of)
            return self._called(held) if held is not None and held != of else None
        if of.kind == "value" and not of.around:
            return self._called_value(of)
        same = of.without("gives same")
        if same is not None:
            return same
        element = of.without("gives element")
        if element is not None:
            return element.without("many", "mapped")
        return of.without("returning")

    def _called_value(self, of: Denotation) -> Denotation | None:
        """Return what a call of a value gives whose type has signatures for it."""
        stated = self.scopes[of.path].types.get(of.position)
        if stated is None or stated.base != "signature" or stated.of is None:
            return None
        found = self.target(of.path, stated.of)
        known = self.value(found) if found is not None else None
        return known.inferred() if known is not None else None
