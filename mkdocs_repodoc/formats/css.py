"""CSS and its dialects: selectors, custom properties, mixins."""

from __future__ import annotations

import re

from mkdocs_repodoc.formats.record_builder import RecordBuilder
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.text.prose import one_line, shorten
from mkdocs_repodoc.text.terms import LONGEST_LINE

LARGEST = 500_000

_TOKEN = re.compile(
    r"/\*.*?\*/|(?P<string>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|//[^\n]*|(?P<mark>[{};])|\n|[^{};\"'/\n]+|/",
    re.DOTALL,
)
_IMPORT = re.compile(r"@(?:import|use|forward)\s+(?:url\()?\s*[\"']?([^\"')\s;]+)")
_PROPERTY = re.compile(r"((?:--|\$|@)[\w-]+)\s*:\s*(.+)", re.DOTALL)
_MIXIN = re.compile(r"@(mixin|function)\s+([\w-]+)\s*(\(.*\))?", re.DOTALL)
_WRAPPERS = ("@media", "@supports", "@layer", "@container")
_LONGEST = 120


def read_css(draft: RecordBuilder) -> None:
    """Read a style sheet: what stands at its top level and in its media queries."""
    text = draft.source.text
    if len(text) > LARGEST or any(len(line) > LONGEST_LINE for line in draft.lines):
        draft.problem(0, "The style sheet is minified or too large; it is not read.", "info")
        return
    sheet = _Sheet(draft)
    collected: list[str] = []
    line = start = 1
    for match in _TOKEN.finditer(text):
        piece = match[0]
        if match["mark"]:
            sheet.take(one_line("".join(collected)), start, piece)
            collected = []
        elif match["string"] or not piece.startswith(("/*", "//")):
            if not collected and piece.strip():
                start = line
            if collected or piece.strip():
                collected.append(piece)
        line += piece.count("\n")
    draft.imports = tuple(sheet.imports)


class _Sheet:
    """The statements of a style sheet, one after the other."""

    def __init__(self, draft: RecordBuilder) -> None:
        self.imports: list[Import] = []
        self._draft = draft
        self._seen: set[str] = set()
        self._around: list[str] = []

    def take(self, statement: str, line: int, mark: str) -> None:
        """Take a statement and the mark that ends it: `{`, `}` or `;`."""
        if mark == "{":
            self._open(statement, line)
            self._around.append(statement)
            return
        if match := _IMPORT.match(statement):
            self.imports.append(Import(match[1], line=line))
        elif (match := _PROPERTY.match(statement)) and len(self._around) <= 1:
            self._add(match[1], "variable", line, value=match[2])
        if mark == "}" and self._around:
            self._around.pop()

    def _open(self, statement: str, line: int) -> None:
        if not statement or not all(part.startswith(_WRAPPERS) for part in self._around):
            return
        if match := _MIXIN.match(statement):
            self._add(match[2], "function", line, signature=match[3] or "")
        elif not statement.startswith("@") or statement.startswith(("@font-face", "@keyframes")):
            self._add(shorten(statement, _LONGEST), "selector", line)

    def _add(self, name: str, kind: str, line: int, signature: str = "", value: str = "") -> None:
        if name not in self._seen:
            self._seen.add(name)
            self._draft.add(name, kind, line, signature=signature, value=value)
