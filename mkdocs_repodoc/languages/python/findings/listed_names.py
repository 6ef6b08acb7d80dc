"""Names of the code in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.text.english import enumeration, with_rest

_MOST_NAMES = 6


def listed(names: Sequence[str]) -> str:
    """Return names as code spans: all of a few, of many the first and how many there are."""
    shown = [f"`{name}`" for name in names[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        return with_rest(", ".join(shown), len(names) - _MOST_NAMES)
    return enumeration(shown)


def any_of(names: Sequence[str]) -> str:
    """Return the names of what may be meant as code spans: `a`, `a or b`."""
    return " or ".join(f"`{name}`" for name in names)
