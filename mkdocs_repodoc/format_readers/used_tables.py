"""Tables that statements of SQL name: in a script, or in the strings of other code.

A string is SQL if it begins like a statement, in capitals, or where it is handed to what runs one:
`db.execute("select …")`. A name that is put together while the program runs is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from mkdocs_repodoc.model.facts import UsedTable

_NAME = r"""(?:[A-Za-z_][\w$]*|"[^"\n]+"|`[^`\n]+`|\[[^\]\n]+\])"""
_TABLE = re.compile(
    r"\b(?:FROM|JOIN|INTO|UPDATE|REFERENCES|ALTER\s+TABLE(?:\s+IF\s+EXISTS)?(?:\s+ONLY)?)\s+"
    rf"(?P<table>{_NAME}(?:\.{_NAME}){{0,2}})(?![\w.({{%$:])",
    re.IGNORECASE,
)
_TARGET = re.compile(
    rf"\b(?:INTO|REFERENCES)\s+(?P<table>{_NAME}(?:\.{_NAME}){{0,2}})\s*\(", re.IGNORECASE
)
"""What is written to, or referred to, with its columns behind it; else a bracket makes a call."""
_NAMED_ABOVE = re.compile(
    rf"(?:\bWITH(?:\s+RECURSIVE)?|,)\s+({_NAME})(?:\s*\([^()]*\))?\s+AS\s*\(", re.IGNORECASE
)
"""A name for a query, which hides a table."""
_BEGINS = (
    r"(?:SELECT\s(?=[^;]{1,2000}?\sFROM\s)|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|REPLACE\s+INTO\s"
    r"|UPDATE\s+[^\s;]{1,100}\s+SET\s|DELETE\s+FROM\s|WITH\s+(?:RECURSIVE\s+)?\w+\s+AS\s*\("
    r"|ALTER\s+TABLE\s)"
)
_OPENED = r"(?P<quote>\"\"\"|'''|[\"'`])\s*"
_STRING = re.compile(
    rf"{_OPENED}(?={_BEGINS})"
    rf"|(?i:\b(?:execute\w*|query\w*|prepare\w*|fetch\w*)\s*\(\s*[a-z]{{0,2}})"
    rf"(?P<passed>\"\"\"|'''|[\"'`])\s*(?=(?i:{_BEGINS}))"
)
_BETWEEN = r"\s*(?:[+\\.]\s*)?[a-z]{0,2}"
_GOES_ON = re.compile(rf"{_BETWEEN}[\"']")
"""Another string that belongs to the one before it."""
_SEAM = re.compile(rf"(?P<quote>[\"']){_BETWEEN}(?P=quote)")
_NO_LINE_END = re.compile(r"[^\n]")
_COMMENT = re.compile(r"[ \t]*(?:#|//|--|\*|/\*|;|%)")
_WORDS = re.compile(r"\b(?:FROM|INTO|UPDATE|ALTER)\b", re.IGNORECASE)
_LONGEST = 4_000
_MOST_TABLES = 200


def tables_of_script(text: str) -> Iterator[UsedTable]:
    """Yield the tables that the statements of a script name, without comments and strings in it."""
    yield from _tables(text, 0, _LineCount(text))


def tables_of_strings(text: str) -> Iterator[UsedTable]:
    """Yield the tables that the SQL in the strings of any code names."""
    if not _WORDS.search(text):
        return
    lines = _LineCount(text)
    end = 0
    for match in _STRING.finditer(text):
        if match.end() < end or _COMMENT.match(text, text.rfind("\n", 0, match.start()) + 1):
            continue  # in a string that was read already, or in no code
        quote = match["quote"] or match["passed"]
        end = _end(text, match.end(), quote)
        statement = text[match.end() : end]
        if len(quote) == 1:
            statement = _SEAM.sub(lambda seam: _NO_LINE_END.sub(" ", seam[0]), statement)
        yield from _tables(statement, match.end(), lines)


def limited(found: Iterator[UsedTable]) -> tuple[UsedTable, ...]:
    """Return each line that names a table once, so many at most."""
    return tuple(islice(dict.fromkeys(found), _MOST_TABLES))


class _LineCount:
    """Lines of offsets that only grow, or begin again near the last ones."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line, self._offset = 1, 0

    def of(self, offset: int) -> int:
        """Return the line that an offset is on."""
        if offset >= self._offset:
            self._line += self._text.count("\n", self._offset, offset)
            self._offset = offset
            return self._line
        return self._line - self._text.count("\n", offset, self._offset)


def _end(text: str, start: int, quote: str) -> int:
    """Return where a string ends that may go on in further strings."""
    last = start + _LONGEST
    while True:
        end = text.find(quote, start, last)
        if end < 0:
            return min(len(text), last)
        more = _GOES_ON.match(text, end + len(quote)) if len(quote) == 1 else None
        if more is None or not more[0].endswith(quote):
            return end
        start = more.end()


def _tables(statement: str, start: int, lines: _LineCount) -> Iterator[UsedTable]:
    hidden = {_bare(match[1]) for match in _NAMED_ABOVE.finditer(statement)}
    found = [*_TABLE.finditer(statement), *_TARGET.finditer(statement)]
    for match in sorted(found, key=lambda each: each.start("table")):
        name = _bare(match["table"])
        if name not in hidden:
            yield UsedTable(name, lines.of(start + match.start("table")))


def _bare(name: str) -> str:
    return re.sub(r"[\"`\[\]]", "", name).lower()
