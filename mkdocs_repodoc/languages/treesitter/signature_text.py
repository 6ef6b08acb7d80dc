"""Code quoted in a signature: on one line, and not too long."""

from __future__ import annotations

from mkdocs_repodoc.text.english import one_line

LONGEST_SIGNATURE = 400
LONGEST_VALUE = 120
LONGEST_SHOWN = 80
"""Characters of a value that stand in a signature."""


def tidy(signature: str) -> str:
    """Return a signature on one line, without the blanks that line breaks leave at brackets.

    A blank in front stays: it keeps the signature apart from the name that is shown before it.
    """
    text = one_line(signature)
    for old, new in (("( ", "("), (" )", ")"), ("[ ", "["), (" ]", "]"), (",)", ")")):
        text = text.replace(old, new)
    return f" {text}" if text and signature[0].isspace() else text


def show_value(value: str, sign: str = " = ") -> str:
    """Return what a signature shows of a value: nothing if it is long or there is none."""
    return f"{sign}{value}" if 0 < len(value) <= LONGEST_SHOWN else ""
