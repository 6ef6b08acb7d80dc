"""Ends of members that only a line break marks.

TypeScript takes no type arguments from the next line (`parseTypeArgumentsOfTypeReference` in its
parser), so that a member ends where the next line begins with `<`. The grammar reads on.
"""

from __future__ import annotations

import re

_GENERIC_SIGNATURE = re.compile(rb"(?m)^([ \t]*)[ \t](?=<[A-Za-z_$][^\n()]*>[ \t]*\()")
"""The indentation of a call signature with type parameters of its own."""


def end_members(code: bytes) -> bytes:
    """Return code with semicolons in front of generic call signatures, in place of blanks.

    Args:
        code: Code that the grammar could not read.
    """
    return _GENERIC_SIGNATURE.sub(rb"\1;", code)
