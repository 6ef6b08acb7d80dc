"""Code that ends the program with a status, and the messages printed before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.treesitter.runtime.code_search import CodeSearch
from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.text.english import one_line, shortened

ExitFinder = Callable[[Node, bytes], Iterable[ExitStatus]]
"""Reads exit statuses of a file from its tree and its code."""

_LITERAL = re.compile(rb"\s*(?:\(|=(?!=))?\s*(-?\d{1,3})(?![\w.])")
_ASSIGNED = re.compile(rb"\s*=(?![=>])\s*")
_EMPTY = re.compile(rb"\s*\(\s*\)")
"""A call without a status, which is success in all languages that allow it."""
_SPACE = re.compile(rb"\s*")
_NAME = re.compile(rb"\w")
_PRINTED = re.compile(
    rb"(?:^|[^\w])(?:echo|e?printl?n?f?!?|puts|warn|write(?:ln|Ln|line|Line)?|console\.\w+|"
    rb"[Ff]print(?:f|ln)?|Fatal\w*|Print(?:f|ln)?|perror)\b[^\"'\n]*?([\"'])(.+?)\1"
)
"""What the languages write messages with, and the first string behind it."""
_PRINTS_ITSELF = re.compile(rb"(?:\w+\.)*Fatal\w*\([^\n]*")
_LONGEST_MESSAGE = 60
_LONGEST_STATUS = 60


def exit_statuses(
    search: CodeSearch, endings: ProgramEndings, around: ErrorContext | None
) -> tuple[ExitStatus, ...]:
    """Return the statuses in source order.

    Args:
        search: The file.
        endings: How its language ends programs.
        around: What conditions look like in the language, where that is known.
    """
    found: dict[int, ExitStatus] = {}
    for start, status in _all(search, endings):
        node = search.root.descendant_for_byte_range(start, start + 1)
        when = around.condition(node, search.code) if around and node else ""
        caught = around.caught(node, search.code) if around and node else ""
        meaning = _printed(search.code, start)
        found[start] = ExitStatus(status, search.line(start), caught, meaning, when)
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


def _all(search: CodeSearch, endings: ProgramEndings) -> Iterator[tuple[int, str]]:
    """Yield where each status is given, and the status: by a call, else by its name alone."""
    told: list[tuple[int, int]] = []
    known = {**endings.statuses, **endings.words}
    for name in endings.functions:
        for start, end in search.occurrences(name):
            if status := _status(search, end):
                yield start, known.get(status, status)
                told.append((start, search.code.find(b"\n", end)))
    for name, status in endings.statuses.items():
        for start, end in search.occurrences(name):
            goes_on = _NAME.match(search.code, end)
            if not goes_on and not any(begin <= start <= end for begin, end in told):
                yield start, status


def _status(search: CodeSearch, end: int) -> str:
    """Return the number or expression behind a name; empty if it is neither called nor set."""
    if literal := _LITERAL.match(search.code, end):
        return literal[1].decode()
    if assigned := _ASSIGNED.match(search.code, end):
        return _written(search, assigned.end())
    space = _SPACE.match(search.code, end)
    node = search.node_from(space.end(), "argument") if space else None
    if node is None or not node.named_children:
        return "0" if _EMPTY.match(search.code, end) else ""
    return _written(search, node.named_children[0].start_byte)


def _written(search: CodeSearch, start: int) -> str:
    """Return the expression that begins at an offset, on one line."""
    node = search.node_from(start)
    return shortened(one_line(search.text(node)), _LONGEST_STATUS) if node is not None else ""


def _printed(code: bytes, start: int) -> str:
    """Return the message that a call prints itself, or its line or the one above prints before."""
    own = code.rfind(b"\n", 0, start) + 1
    before = code.rfind(b"\n", 0, max(0, own - 1)) + 1
    itself = _PRINTS_ITSELF.match(code, start)
    for line in (itself[0] if itself else b"", code[own:start], code[before:own]):
        if printed := _PRINTED.search(line):
            said = printed[2].decode("utf-8", "replace")
            return shortened(one_line(said.replace("\\n", " ")), _LONGEST_MESSAGE)
    return ""
