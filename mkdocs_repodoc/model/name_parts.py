"""Names of symbols: what is around one, and what it is called in there."""

from __future__ import annotations

import re

PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
"""A word of a name, in whatever case names are written."""
WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
"""Where a word begins in a name whose abbreviations are written like words: `HttpClient`."""
INNER_CAPITAL = re.compile(rf"{WORD_START.pattern}|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a word begins, also behind an abbreviation: `HTTPClient`."""
SEPARATOR = re.compile(r"::|[.#/]")
"""Between the parts of a name, whatever the language."""


def name_inside(name: str, outer: str) -> str:
    """Return a symbol's name without that of a symbol around it: `name` for `Class.name`."""
    return name.removeprefix(outer).lstrip(".:#/") or name


def name_around(name: str, last: str) -> str:
    """Return what stands before the last part of a symbol's name: `Class` for `Class.name`."""
    return name.removesuffix(last).rstrip(".:#/")
