"""The end of the last member of a class that stands on one line with the closing brace.

The grammar wants a line break or a semicolon there. Without it, a class such as
`class Sum(val a: Int) { fun get() = a }` is not read as one, nor is what follows it.
"""

from __future__ import annotations

import re

_BEFORE_BRACE = re.compile(rb"(?m)(?<=[^\s{};,]) (?=\}[ \t]*$)")


def end_members(code: bytes) -> bytes:
    """Return code with semicolons before braces at the ends of lines, in place of blanks.

    Args:
        code: Code that the grammar could not read.
    """
    return _BEFORE_BRACE.sub(b";", code)
