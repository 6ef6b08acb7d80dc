"""Values that stand for nothing, which code replaces: what a condition asks a name for."""

from __future__ import annotations

import re

_NOTHING = frozenset({"None", "null", "undefined", "nil", "nullptr"})
_EMPTY = frozenset({*_NOTHING, "False", "false", "0", "0.0", "''", '""', "()", "[]", "{}"})
_UNSET = (
    r"(?P<{0}>None|null|undefined|nil|nullptr"
    r"|(?:\w+\.)*(?:[A-Z_]+|\w*(?:[uU]nset|[mM]issing)\w*))"
)
_IS = r"(?:is|===?)"
_IS_NOT = r"(?:is not|!==?)"
FALSY = "nothing"
"""What a condition asks for that holds for all empty values."""


def asked_for(condition: str, name: str) -> str:
    """Return the value that a name has where a condition holds, as written.

    Args:
        condition: The condition; empty for a statement that sets only what has no value.
        name: The name, without its object.

    Returns:
        `FALSY` where each empty value will do, and nothing where the condition asks something else.
    """
    if not condition:
        return "None"
    own = rf"(?:(?:self|this)\.)?{re.escape(name)}"
    known = re.compile(
        rf"\(*{own} {_IS} {_UNSET.format('plain')}\)*"
        rf"|(?:not |!)\({own} {_IS_NOT} {_UNSET.format('other')}\)"
        rf"|(?P<falsy>(?:not |!){own}|(?:not |!)\({own}\))"
    ).fullmatch(condition)
    if known is None:
        return ""
    return FALSY if known["falsy"] else known["plain"] or known["other"]


def is_meant(default: str, asked: str) -> bool:
    """Tell whether a default is the value that a condition asks for.

    Args:
        default: The default of a parameter, as written.
        asked: The value, or `FALSY`.
    """
    if asked == FALSY:
        return default in _EMPTY
    return default == asked or {default, asked} <= _NOTHING
