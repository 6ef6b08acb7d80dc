"""Names of fields as code writes them; what is found is kept by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.cache.file_searches import FileSearch, FileSearches
from mkdocs_repodoc.text.code_blocks import CodeLine
from mkdocs_repodoc.text.code_reading.code_tokens import code_tokens

_OWNED = frozenset({".", "->", "?.", "::"})
_GIVEN = frozenset(
    (before, behind) for behind, opening in (("=", "("), (":", "{")) for before in (opening, ",")
)
"""What stands around a name that a call or a record gives a value."""
_NOTHING_KEPT = FileSearches()


class WrittenField(NamedTuple):
    """A name of a field in code, and its line."""

    name: str
    line: int


class WrittenFields:
    """Finds the names of fields in files.

    Args:
        read_lines: Path → the lines of the file.
        searches: Looks through the files.
    """

    def __init__(
        self,
        read_lines: Callable[[str], Sequence[str]],
        searches: FileSearches = _NOTHING_KEPT,
    ) -> None:
        self._read_lines = read_lines
        self._searches = searches

    def in_file(self, path: str, names: frozenset[str], least: float) -> Sequence[WrittenField]:
        """Return where a file writes some names as those of fields; nothing if it has too few.

        Args:
            path: The file.
            names: The names.
            least: How many of them it has at least.
        """

        def find(of: str) -> list[WrittenField]:
            lines = self._read_lines(of)
            text = "\n".join(lines)
            is_enough = sum(name in text for name in names) >= least
            return list(_fields(lines, names)) if is_enough else []

        given = path, sorted(names), least
        search = FileSearch("written fields", list[WrittenField], find, given)
        return self._searches.results(search, (path,))[path]


def _fields(lines: Sequence[str], wanted: frozenset[str]) -> Iterator[WrittenField]:
    """Yield the names in code that a dot precedes, or that are given a value; no words of text."""
    tokens = list(code_tokens([CodeLine(number, 0, line) for number, line in enumerate(lines, 1)]))
    for before, token, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.text in wanted and (before.text in _OWNED or (before.text, behind.text) in _GIVEN):
            yield WrittenField(token.text, token.line)
