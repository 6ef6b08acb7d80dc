"""Parameters of functions, and the types that are declared for them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.languages.javascript.resolution.declaration_lookup import DeclarationLookup
from mkdocs_repodoc.languages.javascript.resolution.file_scope import CALLED
from mkdocs_repodoc.languages.javascript.resolution.script_denotations import Denotation
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.references import Target

_Stated = tuple[str, Target]
"""A file, and a term that holds in it."""


class ParameterLookup(DeclarationLookup):
    """Answers what an argument of a call is for; who follows targets inherits from it."""

    @abstractmethod
    def line(self, path: str, position: int) -> Iterator[tuple[str, int]]:
        """Yield a type and all that it inherits from, the nearest first, each once."""

    def argument(self, path: str, function: Target, number: int) -> Denotation | None:
        """Return what a function takes as one of its parameters."""
        declared = self._parameter(path, function, number)
        found = self.target(*declared) if declared is not None else None
        return found.inferred() if found is not None else None

    def _parameter(self, path: str, function: Target, number: int) -> _Stated | None:
        """Return the file and the term that say the type of a function's parameter."""
        if function.base == "signature":
            taken = function.also
            return (path, taken[number]) if number < len(taken) else None
        of = function.of
        if function.base == "applied" and of is not None:
            return self._parameter(path, of, number)
        if function.base == "argument" and of is not None and len(function.names) == 1:
            inner = self._parameter(path, of, function.number(0))
            return self._parameter(*inner, number) if inner is not None else None
        if function.base == "instance" and of is not None and not function.names:
            found = self.target(path, of, as_type=True)
        else:
            found = self.target(path, function)
        if found is None or found.kind != "symbol":
            return None
        return self._answers.get(
            ("parameter", found.path, found.position, number),
            lambda: self._parameter_of(found, number),
            if_recursive=None,
        )

    def _parameter_of(self, of: Denotation, number: int) -> _Stated | None:
        """Return the same of a symbol: as its own file says it, else as it is declared."""
        found = self._parameter_at(of, number)
        declared = self.declaration(of.path, of.position) if found is None else None
        if declared is None:
            return found
        return self._parameter_at(of._replace(path=declared[0], position=declared[1]), number)

    def _parameter_at(self, of: Denotation, number: int) -> _Stated | None:
        scope = self.scopes[of.path]
        symbol = scope.symbol(of.position)
        if symbol.kind == Kind.CLASS:
            for path, position in self.line(of.path, of.position):
                owner = self.scopes[path]
                made_by = f"{owner.symbol(position).name}.constructor"
                if made_by in owner.positions:
                    return self._agreed_parameter(path, owner.positions[made_by], number)
            return None
        if symbol.kind in CALLED:
            return self._agreed_parameter(of.path, scope.positions[symbol.name], number)
        stated = scope.types.get(of.position)
        return self._parameter(of.path, stated, number) if stated is not None else None

    def _agreed_parameter(self, path: str, positions: Sequence[int], number: int) -> _Stated | None:
        """Return what overloads say of a parameter, as far as they say one thing."""
        scope = self.scopes[path]
        signatures = (scope.types.get(position) for position in positions)
        said = {
            one.also[number]
            for one in signatures
            if one is not None and one.base == "signature" and number < len(one.also)
        }
        said = {each for each in said if each.base != "unknown"}
        return (path, said.pop()) if len(said) == 1 else None
