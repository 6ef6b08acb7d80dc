"""The blocks around an expression, and the variables and type parameters that they declare."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs_repodoc.model.references import Target

Block = dict[str, "Target | None"]


class LexicalScopes:
    """Two stacks of blocks, one for each namespace; the innermost declaration of a name counts."""

    def __init__(self) -> None:
        self._values: list[Block] = [{}]
        self._types: list[Block] = [{}]

    @contextmanager
    def block(self) -> Iterator[None]:
        """Open a block for as long as it is visited."""
        self._values.append({})
        self._types.append({})
        yield
        self._values.pop()
        self._types.pop()

    @contextmanager
    def item(self) -> Iterator[None]:
        """Hide variables for as long as an item is visited, which does not see those around it."""
        outer, self._values = self._values, [{}]
        self._types.append({})
        yield
        self._values = outer
        self._types.pop()

    def declare(self, name: str, term: Target | None) -> None:
        """Declare a variable."""
        self._values[-1][name] = term

    def declare_type(self, name: str, term: Target | None) -> None:
        """Declare a type parameter, or `Self`."""
        self._types[-1][name] = term

    def has(self, name: str) -> bool:
        """Whether a variable is declared."""
        return any(name in block for block in reversed(self._values))

    def has_type(self, name: str) -> bool:
        """Whether a type parameter, or `Self`, is declared."""
        return any(name in block for block in reversed(self._types))

    def value(self, name: str) -> Target | None:
        """Return what a variable is; `None` if that is not known."""
        return _find(self._values, name)

    def type(self, name: str) -> Target | None:
        """Return what a type parameter, or `Self`, stands for."""
        return _find(self._types, name)


def _find(blocks: list[Block], name: str) -> Target | None:
    for block in reversed(blocks):
        if name in block:
            return block[name]
    return None
