"""SCSS and Less: selectors, variables, mixins, imports.

Their statements are scanned: the grammar of CSS loses the rest of a file at the first `@use`, and
those of the dialects have had no release since 2024.
"""

from __future__ import annotations

import re

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.style_sheets.style_sheet import StyleSheet, is_readable
from mkdocs_repodoc.text.english import one_line

_TOKEN = re.compile(
    r"/\*.*?\*/|(?P<string>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|//[^\n]*|(?P<mark>[{};])|\n|[^{};\"'/\n]+|/",
    re.DOTALL,
)
_WRAPPERS = ("@media", "@supports", "@layer", "@container")


def read_scss(draft: RecordBuilder) -> None:
    """Read a style sheet: what stands at its top level and in its media queries."""
    if not is_readable(draft):
        return
    scan = _Scan(StyleSheet(draft))
    collected: list[str] = []
    line = start = 1
    for match in _TOKEN.finditer(draft.source.text):
        piece = match[0]
        if match["mark"]:
            scan.take(one_line("".join(collected)), start, piece)
            collected = []
        elif match["string"] or not piece.startswith(("/*", "//")):
            if not collected and piece.strip():
                start = line
            if collected or piece.strip():
                collected.append(piece)
        line += piece.count("\n")
    draft.imports = tuple(scan.sheet.imports)


class _Scan:
    """The scanner's position among the blocks of a style sheet."""

    def __init__(self, sheet: StyleSheet) -> None:
        self.sheet = sheet
        self._around: list[str] = []

    def take(self, statement: str, line: int, mark: str) -> None:
        """Take a statement and the mark that ends it: `{`, `}` or `;`."""
        if mark == "{":
            if all(part.startswith(_WRAPPERS) for part in self._around):
                self.sheet.take_block(statement, line)
            self._around.append(statement)
            return
        if len(self._around) <= 1:
            self.sheet.take_statement(statement, line)
        if mark == "}" and self._around:
            self._around.pop()
