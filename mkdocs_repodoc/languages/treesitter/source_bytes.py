"""The bytes of a file, and where its lines are."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

_BLANK = bytes(10 if byte == ord("\n") else 32 for byte in range(256))


def blank(buffer: bytearray, start: int, end: int) -> None:
    """Replace a stretch by spaces, but keep its line ends."""
    buffer[start:end] = blanked(buffer[start:end])


def blanked(code: bytes | bytearray) -> bytes:
    """Return as many spaces as the code has bytes, with its line ends."""
    return bytes(code.translate(_BLANK))


class Source:
    """A file as tree-sitter counts it: lines and columns of its offsets in bytes.

    Args:
        data: The file's bytes.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of each line's first byte."""
        starts = [0]
        find = self.data.find
        while (position := find(b"\n", starts[-1])) >= 0:
            starts.append(position + 1)
        return starts

    def line(self, offset: int) -> int:
        """Return the 1-based line of an offset."""
        return bisect_right(self.line_starts, offset)

    def column(self, offset: int) -> int:
        """Return the 0-based column of an offset, in bytes."""
        return offset - self.line_starts[bisect_right(self.line_starts, offset) - 1]
