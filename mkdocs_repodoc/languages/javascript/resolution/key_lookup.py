"""Members under symbols: which constant a key is, and what the repository keeps under it.

A symbol is no other's equal, so that whoever asks for the member of that key gets what was set
under it, whatever is known of the object: where all that is set is one definition, it is that.
"""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_repodoc.languages.javascript.resolution.ancestor_lookup import AncestorLookup
from mkdocs_repodoc.languages.javascript.resolution.script_denotations import Denotation
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import Target

_MOST_STEPS = 8
"""Constants that are set to each other, on the way to the symbol."""
_Place = tuple[str, int]
_Kept = Mapping[_Place, tuple[Denotation | None, ...]]


class KeyLookup(AncestorLookup):
    """Answers what stands under symbols; who follows targets inherits from it."""

    def keyed(self, path: str, target: Target) -> Denotation | None:
        """Return what `of[key]` is: what is kept under a symbol, or an element of a container."""
        holder = target.also[0] if target.also else None
        place = self._symbol(path, target.of)
        if place is None:
            return self.target(path, Target("element", (), holder)) if holder is not None else None
        kept = self._kept().get(place, ())
        found = set(kept)
        if len(found) > 1 and holder is not None:
            found = self._own(self.target(path, holder), found)
        only = found.pop() if len(found) == 1 else None
        return only.inferred() if only is not None else None

    def _symbol(self, path: str, key: Target | None) -> _Place | None:
        """Return the constant that a key is, if it holds a symbol."""
        found = self.target(path, key) if key is not None else None
        for _ in range(_MOST_STEPS):
            if found is None or found.kind != "symbol":
                return None
            scope = self.scopes[found.path]
            if scope.symbol(found.position).kind != Kind.CONSTANT:
                return None
            if scope.is_key(found.position):
                return found.path, found.position
            found = self.stated(found.path, found.position)
        return None

    def _kept(self) -> _Kept:
        """Return what is kept under each symbol; `None` stands for what is not known."""
        return self._answers.get(("kept",), self._find_kept, if_recursive={})

    def _find_kept(self) -> _Kept:
        found: dict[_Place, tuple[Denotation | None, ...]] = {}
        for path, scope in self.scopes.items():
            for member in scope.kept:
                place = self._symbol(path, member.also[0])
                if place is not None and member.of is not None:
                    value = self.target(path, member.of)
                    found[place] = (*found.get(place, ()), value)
        return found

    def _own(
        self, holder: Denotation | None, kept: set[Denotation | None]
    ) -> set[Denotation | None]:
        """Return the member of the nearest type that an object is of, among those of one key."""
        if holder is None or holder.kind != "value" or holder.around:
            return set()
        for path, position in self.line(holder.path, holder.position):
            prefix = f"{self.scopes[path].symbol(position).name}.["
            own: set[Denotation | None] = {
                each
                for each in kept
                if each is not None
                and each.kind == "symbol"
                and each.path == path
                and self.scopes[path].symbol(each.position).name.startswith(prefix)
            }
            if own:
                return own
        return set()
