"""Calls that end the program with a literal status, and the messages printed before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.languages.treesitter.runtime.code_search import CodeSearch
from mkdocs_repodoc.languages.treesitter.runtime.error_declarations import ErrorContext
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.text.english import one_line, shortened

_STATUS = re.compile(rb"\s*\(?\s*(-?\d{1,3}|EXIT_SUCCESS|EXIT_FAILURE)(?![\w.])")
_PRINTED = re.compile(
    rb"(?:^|[^\w])(?:echo|e?printl?n?f?!?|puts|warn|write(?:ln|Ln|line|Line)?|console\.\w+|"
    rb"[Ff]print(?:f|ln)?|Fatal\w*|Print(?:f|ln)?|perror)\b[^\"'\n]*?([\"'])(.+?)\1"
)
"""What the languages write messages with, and the first string behind it."""
_LONGEST_MESSAGE = 60
_NAMED = {b"EXIT_SUCCESS": 0, b"EXIT_FAILURE": 1}


def exit_statuses(
    search: CodeSearch, functions: Sequence[str], around: ErrorContext | None
) -> tuple[ExitStatus, ...]:
    """Return the statuses in source order.

    Args:
        search: The file.
        functions: The functions of its language that end the program, as calls write them.
        around: What conditions look like in the language, where that is known.
    """
    found: dict[int, ExitStatus] = {}
    for name in functions:
        for start, end in search.occurrences(name):
            if status := _STATUS.match(search.code, end):
                number = _NAMED.get(status[1])
                number = int(status[1]) if number is None else number
                meaning = _printed_before(search.code, start)
                node = search.node_from(start) if around is not None else None
                when = around.condition(node, search.code) if around and node else ""
                line = search.line(start)
                found[start] = ExitStatus(number, line, meaning=meaning, condition=when)
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


def _printed_before(code: bytes, start: int) -> str:
    """Return the message that the line before a call prints, or its own line before it."""
    own = code.rfind(b"\n", 0, start) + 1
    before = code.rfind(b"\n", 0, max(0, own - 1)) + 1
    for line in (code[own:start], code[before:own]):
        if printed := _PRINTED.search(line):
            said = printed[2].decode("utf-8", "replace")
            return shortened(one_line(said.replace("\\n", " ")), _LONGEST_MESSAGE)
    return ""
