"""The blocks around a statement, and what the names in them are."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.model.references import Target

PREDECLARED = frozenset(
    """
    any append bool byte cap clear close comparable complex complex64 complex128 copy delete error
    false float32 float64 imag int int8 int16 int32 int64 iota len make new nil panic print println
    real recover rune string true uint uint8 uint16 uint32 uint64 uintptr
    """.split()  # noqa: SIM905 - reads better
)
"""What every file knows; `max` and `min` are left out, which many packages define themselves."""


class Local(NamedTuple):
    """A name that a block declares.

    Attributes:
        term: A variable's value, or the type that a type's name stands for; `None` if unknown.
        is_type: Whether it names a type.
    """

    term: Target | None
    is_type: bool = False


class BlockScopes:
    """A stack of blocks; the innermost declaration of a name counts."""

    def __init__(self) -> None:
        self._blocks: list[dict[str, Local]] = []

    def open(self) -> None:
        """Begin a block."""
        self._blocks.append({})

    def close(self) -> None:
        """End the innermost block."""
        self._blocks.pop()

    def declare(self, name: str, term: Target | None, *, is_type: bool = False) -> None:
        """Declare a name in the innermost block."""
        if name != "_":
            self._blocks[-1][name] = Local(term, is_type)

    def redeclare(self, name: str, term: Target | None) -> None:
        """Declare a name with `:=`, which leaves those of the same block as they are."""
        if name not in self._blocks[-1]:
            self.declare(name, term)

    def find(self, name: str) -> Local | None:
        """Return what a name is; `None` if no block declares it."""
        for block in reversed(self._blocks):
            if name in block:
                return block[name]
        return None
