"""The names in statements of a style sheet, however they were found."""

from __future__ import annotations

import re

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.text.english import shortened
from mkdocs_repodoc.text.terms import LONGEST_LINE

_LARGEST = 500_000
"""Characters."""
_IMPORT = re.compile(r"@(?:import|use|forward)\s+(?:url\()?\s*[\"']?([^\"')\s;]+)")
_PROPERTY = re.compile(r"((?:--|\$|@)[\w-]+)\s*:\s*(.+)", re.DOTALL)
_MIXIN = re.compile(r"@(mixin|function)\s+([\w-]+)\s*(\(.*\))?", re.DOTALL)
_NAMED_RULES = ("@font-face", "@keyframes")
_LONGEST = 120
"""Characters of a selector."""


def is_readable(draft: RecordBuilder) -> bool:
    """Return whether a style sheet was written by hand; note in the record if it was not."""
    if len(draft.source.text) > _LARGEST or any(len(line) > LONGEST_LINE for line in draft.lines):
        draft.problem(0, "Skipped: the style sheet is minified or too large.", "info")
        return False
    return True


class StyleSheet:
    """The names of a style sheet, each once.

    Attributes:
        imports: The style sheets that it takes in.
    """

    def __init__(self, draft: RecordBuilder) -> None:
        self.imports: list[Import] = []
        self._draft = draft
        self._seen: set[str] = set()

    def take_statement(self, statement: str, line: int) -> None:
        """Take a statement without a block: an import or a variable is of interest."""
        if match := _IMPORT.match(statement):
            self.imports.append(Import(match[1], line=line))
        elif match := _PROPERTY.match(statement):
            self._add(match[1], Kind.VARIABLE, line, value=match[2])

    def take_block(self, prelude: str, line: int) -> None:
        """Take what stands before a block: selectors, or a rule that has a name."""
        if match := _MIXIN.match(prelude):
            self._add(match[2], Kind.FUNCTION, line, signature=match[3] or "")
        elif prelude and (prelude[0] != "@" or prelude.startswith(_NAMED_RULES)):
            self._add(shortened(prelude, _LONGEST), Kind.SELECTOR, line)

    def _add(self, name: str, kind: Kind, line: int, signature: str = "", value: str = "") -> None:
        if name not in self._seen:
            self._seen.add(name)
            self._draft.add(name, kind, line, signature=signature, value=value)
