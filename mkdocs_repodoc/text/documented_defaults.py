"""Defaults that documentation states in words."""

from __future__ import annotations

import re

_FIELD = re.compile(r"(?:\*\*Defaults?(?: value)?:?\*\*:?|@default(?i:value)?\b)[ \t]*(.+)")
"""A line that has the default and nothing else."""
_VALUE = (
    r"(`[^`\n]+`|\"[^\"\n]*\"|'[^'\n]*'|-?\d[\w.]*\b|true\b|false\b|null\b|none\b|nil\b"
    r"|undefined\b|[A-Z]+_[A-Z_]+\b|\w+(?:\.\w+)+\b|\{\}|\[\])"
)
_SENTENCE = re.compile(
    rf"\bdefaults? ?(?:value ?)?(?:is|are|to|=|:|being) ?:? ?{_VALUE}", re.IGNORECASE
)
_LONGEST = 80


def documented_default(text: str) -> str:
    """Return the default that documentation states, without the marks of code around all of it.

    Args:
        text: The documentation of a setting.

    Returns:
        Empty where none is stated, or in more words than a default has.
    """
    found = _FIELD.search(text) or _SENTENCE.search(text)
    value = found[1].strip().rstrip(".") if found is not None else ""
    inner = value[1:-1]
    if value[:1] == value[-1:] == "`" and "`" not in inner:
        value = inner
    return value if len(value) <= _LONGEST else ""
