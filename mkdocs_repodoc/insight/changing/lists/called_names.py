"""Lists of names inside functions whose methods are called one by one: `["a", "b"].each(…)`.

A name in such a list is tied to a method by nothing else, so that somebody who adds one has to know
of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.text.written_entries import LEAST_BRANCHES, Branches

_NAMES = re.compile(r"[\[({]\s*(?P<items>(?:[\"'`][A-Za-z_]\w*[\"'`]\s*,?\s*){4,200})[\])}]")
"""A list of nothing but names as texts."""
_NAME = re.compile(r"[A-Za-z_]\w*")
_GOES_THROUGH = re.compile(r"\s*\.\s*\w*(?:each|map)\w*\b", re.IGNORECASE)
"""A method of the list that goes through it, behind the list."""
_LOOP = re.compile(r"\bfor\b[^\n]{0,80}\b(?:in|of)\s*$")
"""The head of a loop, in front of it."""
_CALLS_BY_NAME = re.compile(r"\w\[\w+\]\(|\w\(\s*\w+\s*,\s*\w+\s*\)\(|\w*send\(")
"""A call of a method whose name a variable holds."""
_BEHIND = 400
"""Characters behind a list in which its names are called."""
_MOST_TEXT = 40_000


def called_names(lines: Sequence[str], first: int) -> Iterator[Branches]:
    """Yield the lists in a function whose entries are called as methods.

    Args:
        lines: The lines of the function.
        first: Number of the first of them in the file.
    """
    text = "\n".join(lines)[:_MOST_TEXT]
    for match in _NAMES.finditer(text):
        behind = text[match.end() : match.end() + _BEHIND]
        is_gone_through = _GOES_THROUGH.match(behind) or _LOOP.search(text[: match.start()][-120:])
        if not is_gone_through or not _CALLS_BY_NAME.search(behind):
            continue
        labels = tuple(dict.fromkeys(_NAME.findall(match["items"])))
        if len(labels) >= LEAST_BRANCHES:
            line = first + text.count("\n", 0, match.start())
            yield Branches(line, labels, ())
