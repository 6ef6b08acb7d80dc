"""The effect of an edit on files that were not edited, in terms of simple names."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from zlib import crc32


class Changes(NamedTuple):
    """What differs between two moments of a repository for a file that is the same in both.

    Attributes:
        names: Simple names that may mean something else.
        moved: Path of an edited file → old position of a symbol → its new one; a symbol that is
            not there has changed or gone.
    """

    names: frozenset[str]
    moved: Mapping[str, Mapping[int, int]]


class NameFilter:
    """Tells which files mention one of the names that changed.

    Args:
        names: The names that changed.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._checksums = {_checksum(name) for name in names}

    def any_in(self, packed: bytes) -> bool:
        """Whether packed mentions hold one of the names; two names may share a checksum."""
        return not self._checksums.isdisjoint(array("I", packed))


def pack_names(names: Iterable[str]) -> bytes:
    """Return simple names as sorted 32-bit checksums."""
    return array("I", sorted({_checksum(name) for name in names})).tobytes()


def _checksum(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass"))
