"""The thing that an expression or a type turns out to be, followed through the repository."""

from __future__ import annotations

from typing import Literal, NamedTuple

from mkdocs_repodoc.model.references import FILE_SCOPE

Around = Literal["many", "mapped", "promise", "returning", "gives element", "gives same"]
"""What is around a value: a container, a map by key, a promise, a function that returns it, a
method of a container that gives an element of it or a container like it."""


class Denotation(NamedTuple):
    """A module, a symbol, or a value of a type.

    Attributes:
        kind: `module`: all that a file gives to others; `symbol`: the symbol itself; `value`: some
            value of the type that the symbol is.
        path: The file.
        position: The symbol's position in it; `FILE_SCOPE` for a module.
        exact: Whether the rules of the language decide it, or a type was inferred on the way.
        around: What is around a value, the outermost last.
    """

    kind: Literal["module", "symbol", "value"]
    path: str
    position: int = FILE_SCOPE
    exact: bool = True
    around: tuple[Around, ...] = ()

    def inferred(self) -> Denotation:
        """Return the same, as reached through a type."""
        return self._replace(exact=False) if self.exact else self

    def inside(self, around: Around) -> Denotation:
        """Return a value with something around it."""
        return self._replace(around=(*self.around, around), exact=False)

    def without(self, *around: Around) -> Denotation | None:
        """Return a value without what is around it; `None` if that is none of these."""
        if self.kind != "value" or not self.around or self.around[-1] not in around:
            return None
        return self._replace(around=self.around[:-1], exact=False)
