"""Columns of a text: from what an index counts to the bytes of UTF-8 that records count."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.scip.schema import PositionEncoding

_BEYOND_UTF16 = 0xFFFF
_INSIDE = 0xFFFF_FFFF
"""Offset of a unit at which no character begins."""


class Stretch(NamedTuple):
    """A part of a line.

    Attributes:
        column: Where it starts, in bytes of UTF-8.
        end_column: Where it ends.
        text: What stands there.
        is_whole: Whether no name is cut off at its ends.
    """

    column: int
    end_column: int
    text: str
    is_whole: bool


class TextLines:
    """The lines of a text, read by columns of one encoding.

    Args:
        lines: The lines without their ends.
        encoding: What columns count.
    """

    def __init__(self, lines: Sequence[str], encoding: PositionEncoding) -> None:
        self._lines = lines
        self._encoding = encoding
        self._offsets: dict[int, tuple[array[int], array[int]]] = {}

    def stretch(self, line: int, start: int, end: int) -> Stretch | None:
        """Return what stands in a line; `None` if there is no such part of it.

        Args:
            line: Number of the line, from 0.
            start: Column of the first character.
            end: Column behind the last one.
        """
        if not 0 <= line < len(self._lines) or not 0 <= start <= end:
            return None
        content = self._lines[line]
        if content.isascii():
            if end > len(content):
                return None
            return _stretch(content, (start, end), (start, end))
        if line not in self._offsets:
            self._offsets[line] = _offsets(content, self._encoding)
        characters, columns = self._offsets[line]
        if end >= len(columns) or _INSIDE in {columns[start], columns[end]}:
            return None
        found = characters[start], characters[end]
        return _stretch(content, found, (columns[start], columns[end]))


def _stretch(content: str, characters: tuple[int, int], columns: tuple[int, int]) -> Stretch:
    start, end = characters
    text = content[start:end]
    whole = start == end or (
        text == text.strip()
        and not (start and _is_word(content[start - 1]) and _is_word(text[0]))
        and not (end < len(content) and _is_word(content[end]) and _is_word(text[-1]))
    )
    return Stretch(*columns, text, whole)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _offsets(content: str, encoding: PositionEncoding) -> tuple[array[int], array[int]]:
    """Return for each unit of a line, and its end, which character and which byte it begins."""
    characters, columns = array("I"), array("I")
    column = 0
    for number, character in enumerate(content):
        width = len(character.encode("utf-8", "surrogatepass"))
        units = _units(character, width, encoding)
        characters.extend((number, *(_INSIDE,) * (units - 1)))
        columns.extend((column, *(_INSIDE,) * (units - 1)))
        column += width
    characters.append(len(content))
    columns.append(column)
    return characters, columns


def _units(character: str, width: int, encoding: PositionEncoding) -> int:
    if encoding is PositionEncoding.UTF8:
        return width
    if encoding is PositionEncoding.UTF16:
        return 2 if ord(character) > _BEYOND_UTF16 else 1
    return 1
