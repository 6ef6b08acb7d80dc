"""One document of an index: occurrences and relationships, if it is about the file as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.scip.column_encodings import TextLines
from mkdocs_repodoc.scip.indexed_file import IndexedFile, Occurrence, pack_occurrences
from mkdocs_repodoc.scip.schema import (
    DocumentField,
    OccurrenceField,
    PositionEncoding,
    RelationshipField,
    Roles,
    SymbolField,
)
from mkdocs_repodoc.scip.spelling import spells_definition, spelt_symbol
from mkdocs_repodoc.scip.wire_format import (
    ByteSpan,
    WireError,
    fields,
    integers,
    message,
    number,
    text,
)

_ENCODINGS = {each: (each,) for each in PositionEncoding} | {
    PositionEncoding.UNSPECIFIED: (
        PositionEncoding.UTF16,
        PositionEncoding.UTF32,
        PositionEncoding.UTF8,
    )
}
"""What columns may count: an indexer that does not say it is most likely one in JavaScript."""

_KNOWN_ROLES = sum(Roles)
_MOST_PER_CHARACTER = 8
"""More occurrences than these for each character are no index of a text, but fill the memory."""
_LEAST_ROOM = 1_000

_LONGEST_NAME = 4_096
"""Units of a line. What is longer is no name, though it may overlap with as much as likes to."""

_LINE_PARTS = 3
_LINES_PARTS = 4


class OutdatedError(Exception):
    """An index is about another version of a file.

    Args:
        line: The first line that shows it, from 1.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Range(NamedTuple):
    line: int
    start: int
    end_line: int
    end: int


def document_path(data: bytes, span: ByteSpan) -> str:
    """Return the path of a document, relative to the root of its index.

    Args:
        data: What the document stands in.
        span: Where it stands.

    Raises:
        WireError: It is broken.
    """
    found = (value for field, value in fields(data, span) if field == DocumentField.RELATIVE_PATH)
    return text(data, next(found, ByteSpan(0, 0)))


def read_document(data: bytes, path: str, content: str, lines: Sequence[str]) -> IndexedFile:
    """Read a document.

    Args:
        data: The document.
        path: Path of its file in the repository.
        content: The file's text as it is now.
        lines: Its lines.

    Returns:
        What can be followed: definitions, and references that spell the name of their symbol.

    Raises:
        WireError: It is broken.
        OutdatedError: It is about another version of the file.
    """
    whole = ByteSpan(0, len(data))
    encoding = PositionEncoding.UNSPECIFIED
    for field, value in fields(data, whole):
        if field == DocumentField.POSITION_ENCODING:
            encoding = _encoding(number(value))
        elif field == DocumentField.TEXT and (indexed := text(data, value)):
            _compare(indexed, content)
    room = _MOST_PER_CHARACTER * len(content) + _LEAST_ROOM
    outdated: OutdatedError | None = None
    for candidate in _ENCODINGS[encoding]:
        reader = _Occurrences(TextLines(lines, candidate), room)
        try:
            return reader.read(data, path)
        except OutdatedError as error:
            outdated = outdated or error
            if content.isascii():
                break
    raise outdated or OutdatedError(1)


def _encoding(value: int) -> PositionEncoding:
    try:
        return PositionEncoding(value)
    except ValueError as error:
        raise WireError(f"there is no position encoding {value}") from error


def _compare(indexed: str, content: str) -> None:
    now = content.split("\n")
    then = indexed.replace("\r\n", "\n").removeprefix("\ufeff").split("\n")
    if now != then:
        pairs = enumerate(zip(now, then, strict=False), 1)
        shared = min(len(now), len(then))
        raise OutdatedError(next((line for line, (one, two) in pairs if one != two), shared))


class _Occurrences:
    """The occurrences of a document while they are read."""

    def __init__(self, lines: TextLines, room: int) -> None:
        self._lines = lines
        self._room = room
        self._symbols: dict[str, int] = {}

    def read(self, data: bytes, path: str) -> IndexedFile:
        found = dict.fromkeys(self._read_all(data))
        related = tuple(dict.fromkeys(self._read_relationships(data)))
        return IndexedFile(path, tuple(self._symbols), pack_occurrences(found), related)

    def _read_all(self, data: bytes) -> Iterator[Occurrence]:
        for field, value in fields(data, ByteSpan(0, len(data))):
            if field == DocumentField.OCCURRENCES:
                self._room -= 1
                if self._room < 0:
                    raise WireError("it has more occurrences than its file has room for")
                occurrence = self._read(data, message(value))
                if occurrence is not None:
                    yield occurrence

    def _read_relationships(self, data: bytes) -> Iterator[tuple[int, int]]:
        for field, value in fields(data, ByteSpan(0, len(data))):
            if field == DocumentField.SYMBOLS:
                span = message(value)
                parts = fields(data, span)
                symbols = [text(data, one) for part, one in parts if part == SymbolField.SYMBOL]
                for related in self._implemented(data, span):
                    self._room -= 1
                    if self._room < 0:
                        raise WireError("it has more relationships than its file has room for")
                    yield from ((self._number(one), self._number(related)) for one in symbols[:1])

    def _implemented(self, data: bytes, span: ByteSpan) -> Iterator[str]:
        """Yield what a symbol implements."""
        for field, value in fields(data, span):
            if field == SymbolField.RELATIONSHIPS:
                inner = dict(fields(data, message(value)))
                implements = inner.get(RelationshipField.IS_IMPLEMENTATION)
                symbol = inner.get(RelationshipField.SYMBOL)
                if symbol is not None and implements is not None and number(implements):
                    yield text(data, symbol)

    def _read(self, data: bytes, span: ByteSpan) -> Occurrence | None:
        symbol, roles = "", 0
        where: _Range | None = None
        plain: list[int] = []
        for field, value in fields(data, span):
            if field == OccurrenceField.SYMBOL:
                symbol = text(data, value)
            elif field == OccurrenceField.SYMBOL_ROLES:
                roles = number(value)
            elif field == OccurrenceField.RANGE:
                plain.extend(integers(data, value))
            elif field == OccurrenceField.SINGLE_LINE_RANGE:
                line, start, end = _numbers(data, message(value), _LINE_PARTS)
                where = _Range(line, start, line, end)
            elif field == OccurrenceField.MULTI_LINE_RANGE:
                where = _Range(*_numbers(data, message(value), _LINES_PARTS))
        if not symbol:  # colours, or what a linter says
            return None
        where = where or _plain_range(plain)
        return self._checked(symbol, Roles(roles & _KNOWN_ROLES), where)

    def _checked(self, symbol: str, roles: Roles, where: _Range) -> Occurrence | None:
        defines = Roles.DEFINITION in roles
        if where.end_line != where.line:
            # The whole file, or what spans lines and is no name.
            if not defines or (where.line, where.start) != (0, 0):
                return None
            where = _Range(0, 0, 0, 0)
        if (where.line, where.start, where.end) == (0, 0, 0):
            return Occurrence(1, 0, 0, self._number(symbol), roles) if defines else None
        if where.end - where.start > _LONGEST_NAME:
            return None
        found = self._lines.stretch(where.line, where.start, where.end)
        if found is None or not found.is_whole:
            raise OutdatedError(where.line + 1)
        if defines and not spells_definition(symbol, found.text):
            raise OutdatedError(where.line + 1)
        if not defines:
            symbol = spelt_symbol(symbol, found.text)
        if not found.text or not symbol:
            return None
        column, end_column = found.column, found.end_column
        return Occurrence(where.line + 1, column, end_column, self._number(symbol), roles)

    def _number(self, symbol: str) -> int:
        return self._symbols.setdefault(symbol, len(self._symbols))


def _plain_range(numbers: Sequence[int]) -> _Range:
    if len(numbers) == _LINE_PARTS:
        line, start, end = numbers
        return _Range(line, start, line, end)
    if len(numbers) == _LINES_PARTS:
        return _Range(*numbers)
    raise WireError("a range has neither three numbers nor four")


def _numbers(data: bytes, span: ByteSpan, count: int) -> list[int]:
    """Return the first fields of a message whose fields are all numbers."""
    found = [0] * count
    for field, value in fields(data, span):
        if field <= count:
            found[field - 1] = number(value)
    return found
