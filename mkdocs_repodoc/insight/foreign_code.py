"""Code that nobody of the repository writes by hand: that of others, and what a program made."""

from __future__ import annotations

import re

_HEAD = 2_000
"""Characters at the top of a file in which it says that a program made it."""
_FOREIGN = re.compile(
    r"(?:^|/)(?:_?vendor(?:ed)?|third_?party|node_modules|_?extern(?:al)?|bower_components"
    r"|_?generated|six)(?:/|\.)|_pb2(?:_grpc)?\.pyi?$|\.pb\.\w+$|\.min\.\w+$",
    re.IGNORECASE,
)
_GENERATED = re.compile(
    r"@generated\b|\bdo not (?:edit|modify)\b|\b(?:auto|automatically )[- ]?generated\b",
    re.IGNORECASE,
)


def is_foreign(path: str) -> bool:
    """Return whether a path is one of code that others have written, or a program."""
    return bool(_FOREIGN.search(path))


def is_generated(text: str) -> bool:
    """Return whether a file says at its top that a program has made it."""
    return bool(_GENERATED.search(text[:_HEAD]))
