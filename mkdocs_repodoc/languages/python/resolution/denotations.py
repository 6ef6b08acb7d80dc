"""Denotations: what an expression turns out to be while it is followed through the repository."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Denotation(NamedTuple):
    """A module, a symbol, an instance of a class, or a container of instances.

    Attributes:
        kind: `module`: a module; `symbol`: the symbol itself; `instance`: some instance of the
            class that the symbol is; `elements`: a container of such instances.
        path: File that defines the symbol; of a module, its path as `Modules` has it.
        position: The symbol's position in the file.
        exact: Whether the rules of the language decide it, or a type was inferred on the way.
        receiver: Class on which a member was looked up, for methods that return `Self`.
        bound: Whether a member was reached through an instance.
    """

    kind: Literal["module", "symbol", "instance", "elements"]
    path: str
    position: int = -1
    exact: bool = True
    receiver: tuple[str, int] | None = None
    bound: bool = False

    def inferred(self) -> Denotation:
        """Return the same, as reached through an inferred type."""
        return self._replace(exact=False) if self.exact else self
