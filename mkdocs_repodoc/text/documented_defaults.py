"""Defaults that documentation and help texts state in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.text.prose import first_sentence

_FIELD = re.compile(r"(?:\*\*Defaults?(?: value)?:?\*\*:?|@default(?i:value)?\b)[ \t]*(.+)")
"""A line that has the default and nothing else."""
_VALUE = (
    r"(`[^`\n]+`|\"[^\"\n]*\"|'[^'\n]*'|-?\d[\w.]*\b(?!:\d)|true\b|false\b|null\b|none\b|nil\b"
    r"|undefined\b|[A-Z]+_[A-Z_]+\b|\w+(?:\.\w+)+\b|\{\}|\[\])"
)
_SENTENCE = re.compile(
    rf"\bdefaults? ?(?:value ?)?(?:is|are|to|=|:|being) ?:? ?{_VALUE}", re.IGNORECASE
)
_LONGEST = 80
_BETWEEN = re.compile(r"(?<=[.!?])\s+|^\s+")
_ON_DEFAULTS = re.compile(r"\bdefaults?\b", re.IGNORECASE)


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


def short_help(said: str) -> str:
    """Return the first sentence of a help text, and those on defaults behind it."""
    first = first_sentence(said)
    rest = said[len(first) :] if said.startswith(first) else ""
    return " ".join((first, *on_defaults(rest)))


def on_defaults(said: str) -> Iterator[str]:
    """Yield the sentences on defaults.

    An entry of a list is none: of several values it tells one.
    """
    for each in _BETWEEN.split(said):
        found = _ON_DEFAULTS.search(each)
        if found and ":" not in each[: found.start()] and each[:1] not in "*-•":
            yield each
