"""Calls that end the program with a literal status."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.languages.treesitter.code_search import CodeSearch
from mkdocs_repodoc.model.facts import ExitStatus

_STATUS = re.compile(rb"\s*\(?\s*(-?\d{1,3}|EXIT_SUCCESS|EXIT_FAILURE)(?![\w.])")
_NAMED = {b"EXIT_SUCCESS": 0, b"EXIT_FAILURE": 1}


def exit_statuses(search: CodeSearch, functions: Sequence[str]) -> tuple[ExitStatus, ...]:
    """Return the statuses in source order.

    Args:
        search: The file.
        functions: The functions of its language that end the program, as calls write them.
    """
    found: dict[int, ExitStatus] = {}
    for name in functions:
        for start, end in search.occurrences(name):
            if status := _STATUS.match(search.code, end):
                number = _NAMED.get(status[1])
                number = int(status[1]) if number is None else number
                found[start] = ExitStatus(number, search.line(start))
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))
