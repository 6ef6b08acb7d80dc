"""Ancestors of types: what they extend and implement, followed through the repository."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from mkdocs_repodoc.languages.javascript.resolution.parameter_lookup import ParameterLookup
from mkdocs_repodoc.languages.javascript.resolution.script_denotations import Denotation
from mkdocs_repodoc.languages.resolution.lookup_order import MOST_ABOVE
from mkdocs_repodoc.model.kinds import Kind


class AncestorLookup(ParameterLookup):
    """Answers what a type inherits from; who follows targets inherits from it."""

    @abstractmethod
    def instance(self, of: Denotation) -> Denotation | None:
        """Return what a value of a type is."""

    @abstractmethod
    def stated(self, path: str, position: int) -> Denotation | None:
        """Return what the file says that a symbol's value is, or what a call of it gives."""

    @abstractmethod
    def look_up(
        self, path: str, around: str, dotted: str, *, as_type: bool = False, members: bool = False
    ) -> Denotation | None:
        """Return what a dotted name means in a file, as seen from a symbol around it."""

    def bases(self, path: str, position: int) -> tuple[tuple[str, int], ...]:
        """Return the types of the repository that a type extends or implements, as written."""
        return self._answers.get(
            ("bases", path, position),
            lambda: tuple(self._find_bases(path, position)),
            if_recursive=(),
        )

    def _find_bases(self, path: str, position: int) -> Iterator[tuple[str, int]]:
        scope = self.scopes[path]
        around = scope.symbol(position).name.rpartition(".")[0]
        if scope.symbol(position).kind == Kind.TYPE_ALIAS:
            stated = self.stated(path, position)
            if stated is not None and stated.kind == "value" and not stated.around:
                yield stated.path, stated.position
        for name in scope.base_names(position):
            found = self.look_up(path, around, name, as_type=True)
            value = self.instance(found) if found is not None else None
            if value is not None and not value.around and value[1:3] != (path, position):
                yield value.path, value.position

    def line(self, path: str, position: int) -> Iterator[tuple[str, int]]:
        """Yield a type and all that it inherits from, the nearest first, each once."""
        seen = {(path, position)}
        waiting = [(path, position)]
        while waiting and len(seen) < MOST_ABOVE:
            following = []
            for each in waiting:
                yield each
                for base in self.bases(*each):
                    if base not in seen:
                        seen.add(base)
                        following.append(base)
            waiting = following
