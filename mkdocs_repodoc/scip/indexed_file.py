"""The occurrences of one file in an index that is known to be about the file as it is."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.scip.schema import Roles

_WIDTH = 5


class Occurrence(NamedTuple):
    """A symbol at one position, in the units of records: lines from 1, columns in UTF-8."""

    line: int
    column: int
    end_column: int
    symbol: int
    """Index among the symbols of the file."""
    roles: Roles

    @property
    def defines(self) -> bool:
        """Whether the symbol is defined there."""
        return Roles.DEFINITION in self.roles

    @property
    def is_whole_file(self) -> bool:
        """Whether it stands for the file: an empty stretch at its beginning."""
        return (self.line, self.column, self.end_column) == (1, 0, 0)


class IndexedFile(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The occurrences of one file."""

    path: str
    symbols: tuple[str, ...]
    """The symbols that occur in it, each once, as the index writes them."""
    rows: bytes
    """The occurrences, packed to keep millions of them small."""
    implements: tuple[tuple[int, int], ...] = ()
    """Symbols of the file and what each implements or inherits from, as indexes of `symbols`."""

    def occurrences(self) -> Iterator[Occurrence]:
        """Yield the occurrences, in the order of the index."""
        numbers = array("I", self.rows)
        if sys.byteorder != "little":
            numbers.byteswap()
        for start in range(0, len(numbers), _WIDTH):
            line, column, end_column, symbol, roles = numbers[start : start + _WIDTH]
            yield Occurrence(line, column, end_column, symbol, Roles(roles))


def pack_occurrences(occurrences: Iterable[Occurrence]) -> bytes:
    """Pack occurrences, as `IndexedFile.rows` has them."""
    numbers = array("I")
    for each in occurrences:
        numbers.extend(each)
    if sys.byteorder != "little":
        numbers.byteswap()
    return numbers.tobytes()
