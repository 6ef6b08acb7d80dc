"""Names of symbols: what is around one, and what it is called in there."""

from __future__ import annotations

import re

SEPARATOR = re.compile(r"::|[.#/]")
"""Between the parts of a name, whatever the language."""


def name_inside(name: str, outer: str) -> str:
    """Return a symbol's name without that of a symbol around it: `name` for `Class.name`."""
    return name.removeprefix(outer).lstrip(".:#/") or name


def name_around(name: str, last: str) -> str:
    """Return what stands before the last part of a symbol's name: `Class` for `Class.name`."""
    return name.removesuffix(last).rstrip(".:#/")
