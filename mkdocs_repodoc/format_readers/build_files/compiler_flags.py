"""Flags of compilers in build files: the folders in which they look for what is included."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FOLDER = re.compile(
    r"(?<![\w./=-])-(?:I|iquote)[ \t]*(?P<quote>[\"']?)(?P<path>[\w.][\w./+-]*)(?P=quote)"
    r"(?=[\s\"')]|$)"
)
"""A folder of the source tree: from the folder of the file, without variables in it."""
_HERE = re.compile(r"\$[({](?:CURDIR|PWD)[)}](?=[/\s]|$)")
_MOST = 100


def include_folders(text: str) -> Iterator[str]:
    """Yield the folders that `-I` and `-iquote` name in a text, each once, as they are written."""
    seen: set[str] = set()
    for row in text.splitlines():
        if row.lstrip().startswith("#") or not ("-I" in row or "-iquote" in row):
            continue
        for match in _FOLDER.finditer(_HERE.sub(".", row)):
            if len(seen) < _MOST and match["path"] not in seen:
                seen.add(match["path"])
                yield match["path"]
