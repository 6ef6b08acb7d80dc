"""Environment variables that a file reads, found in its syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.treesitter.runtime.code_search import CodeSearch
from mkdocs_repodoc.model.facts import EnvironmentVariable
from mkdocs_repodoc.text.english import one_line, shortened

_OPENING = re.compile(rb"\s*[(\[]?\s*")
_CLOSING = re.compile(rb"\s*[)\]]?\s*")
_COMMA = re.compile(rb"\s*,\s*")
_MEMBER = re.compile(rb"(?:\?\.|\.)([A-Za-z_]\w*)(?!\w|\s*\()")
_ASSIGNED = re.compile(rb"=(?![=>])")
_NAME = re.compile(r"[A-Za-z_]\w*")
_LONGEST_DEFAULT = 60


def mentions_any(code: bytes, reads: EnvironmentReads) -> bool:
    """Return whether a file's text has anything by which its language reads the environment."""
    return any(name.encode() in code for name in (*reads.functions, *reads.tables))


class EnvironmentSearch:
    """Finds the variables that a file reads by literal names.

    Args:
        search: The file.
        reads: How its language reads the environment.
    """

    def __init__(self, search: CodeSearch, reads: EnvironmentReads) -> None:
        self._search = search
        self._code = search.code
        self._reads = reads

    def find(self) -> tuple[EnvironmentVariable, ...]:
        """Return the variables in source order, each line of a variable once."""
        found = {(start, each.name): each for start, each in self._all()}
        ordered = [found[key] for key in sorted(found)]
        return tuple({(each.name, each.line): each for each in ordered}.values())

    def _all(self) -> Iterator[tuple[int, EnvironmentVariable]]:
        reads = self._reads
        for name in (*reads.functions, *reads.tables):
            for start, end in self._search.occurrences(name):
                read = self._by_string(name, end)
                if read is None and reads.members and name in reads.tables:
                    read = self._by_member(start, end)
                if read is not None:
                    line = self._search.line(start)
                    yield start, EnvironmentVariable(read[0], read[1], line)

    def _by_string(self, name: str, end: int) -> tuple[str, str] | None:
        """Return variable and default of a call or subscript with a string behind the name."""
        opening = _OPENING.match(self._code, end)
        assert opening is not None  # noqa: S101 - all parts of the pattern may be empty
        node = self._search.node_from(opening.end(), "string")
        if node is None:
            return None
        variable = self._search.text(node).strip("\"'`")
        if not _NAME.fullmatch(variable):
            return None
        if name in self._reads.defaulting and (comma := _COMMA.match(self._code, node.end_byte)):
            return variable, self._expression(comma.end())
        closing = _CLOSING.match(self._code, node.end_byte)
        assert closing is not None  # noqa: S101 - likewise
        return self._with_alternative(variable, closing.end())

    def _by_member(self, start: int, end: int) -> tuple[str, str] | None:
        member = _MEMBER.match(self._code, end)
        if member is None:
            return None
        node = self._search.root.descendant_for_byte_range(start, member.end())
        if node is None or (node.start_byte, node.end_byte) != (start, member.end()):
            return None
        return self._with_alternative(member[1].decode(), member.end())

    def _with_alternative(self, variable: str, end: int) -> tuple[str, str] | None:
        """Return a variable with the default behind it; nothing if it is assigned to."""
        while self._code[end : end + 1].isspace():
            end += 1
        if _ASSIGNED.match(self._code, end):
            return None
        for sign in map(str.encode, self._reads.alternatives):
            if self._code.startswith(sign, end):
                space = re.compile(rb"\s*").match(self._code, end + len(sign))
                return variable, self._expression(space.end()) if space else ""
        return variable, ""

    def _expression(self, start: int) -> str:
        node = self._search.node_from(start)
        return (
            shortened(one_line(self._search.text(node)), _LONGEST_DEFAULT)
            if node is not None
            else ""
        )
