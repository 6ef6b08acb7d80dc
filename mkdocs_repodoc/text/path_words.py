"""Words of code and of command lines that are paths."""

from __future__ import annotations

import re

MOST_MENTIONS = 100
"""Paths of one file that are kept; a file with more is a list of data."""
_PATH = re.compile(
    r"(?:\.{1,2}/)*[\w@+-][\w.@+-]*(?:/[\w.@+-]+)*|(?:\.{1,2}/)*(?:\.[\w-]+/)+[\w.@+-]+"
)
_SUFFIX = re.compile(r"[^./][^/]*\.[A-Za-z]\w{0,9}$")


def literal_path(word: str) -> str:
    """Return a word as a path if it is one that names a file; empty otherwise."""
    if "://" in word or word.startswith("/"):
        return ""
    word = word.partition("::")[0]
    if not _PATH.fullmatch(word) or not ("/" in word or _SUFFIX.match(word)):
        return ""
    return word
