"""Lists of functions that one function passes to another: what is called is each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee

_ENTRY = re.compile(r"\s*&?[A-Za-z_$][\w$]*(?:(?:\.|::)[A-Za-z_$][\w$]*)*,?\s*(?:(?:#|//).*)?$")
"""A line that is nothing but a name: an entry of a list that is written line by line."""
_LEAST = 3
"""Entries of a list; fewer are arguments."""
_WIDEST = 200


def passed_lists(callees: Iterable[Callee], lines: Sequence[str]) -> list[tuple[Callee, ...]]:
    """Return the lists of functions among what a function names, each in its order.

    Args:
        callees: What it calls and names.
        lines: The lines of its file.
    """
    entries = sorted((each for each in callees if _is_entry(each, lines)), key=lambda x: x.line)
    found: list[list[Callee]] = []
    for each in entries:
        if found and found[-1][-1].line == each.line - 1:
            found[-1].append(each)
        else:
            found.append([each])
    return [tuple(each) for each in found if len(each) >= _LEAST]


def _is_entry(callee: Callee, lines: Sequence[str]) -> bool:
    if callee.called or callee.again or callee.is_outside or not 0 < callee.line <= len(lines):
        return False
    text = lines[callee.line - 1]
    return len(text) <= _WIDEST and _ENTRY.match(text) is not None
