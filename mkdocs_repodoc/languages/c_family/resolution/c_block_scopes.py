"""The blocks around a statement of C, and what the names in them are."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.model.references import Target


class Local(NamedTuple):
    """A name that a block declares.

    Attributes:
        value: A variable's value, or one of the type that a local typedef names; `None` if
            nothing of a repository is behind it.
    """

    value: Target | None


class BlockScopes:
    """A stack of blocks; the innermost declaration of a name counts."""

    def __init__(self) -> None:
        self._blocks: list[dict[str, Local]] = []

    def __bool__(self) -> bool:
        """Whether a block is open."""
        return bool(self._blocks)

    def open(self) -> None:
        """Begin a block."""
        self._blocks.append({})

    def close(self) -> None:
        """End the innermost block."""
        self._blocks.pop()

    def declare(self, name: str, value: Target | None) -> None:
        """Declare a name in the innermost block."""
        self._blocks[-1][name] = Local(value)

    def find(self, name: str) -> Local | None:
        """Return what a name is; `None` if no block declares it."""
        for block in reversed(self._blocks):
            if name in block:
                return block[name]
        return None
