"""Places that oracles name, and what an oracle is."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol

MOST_OPEN = 30
"""Files that an oracle has open at a time."""


class Place(NamedTuple):
    """Where an oracle says that a definition stands."""

    path: str
    """Path in the folder, or the whole path of what lies elsewhere; empty if it is in no file."""
    line: int
    """From 1; 0 for a whole module."""
    column: int
    """In characters."""


class Oracle(Protocol):
    """Answers where the identifier at a place leads."""

    def ask(self, path: str, line: int, column: int) -> list[Place]:
        """Return all definitions of the identifier (line from 1, column in characters)."""

    def close(self) -> None:
        """End what was started."""


def path_inside(root: Path, path: Path | None) -> str:
    """Return the path of a file in a folder, or its whole path if it lies elsewhere."""
    if path is None:
        return ""
    try:
        return path.resolve().relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
