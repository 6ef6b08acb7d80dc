"""The values of a setting that its documentation lists, each with what it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.english import one_line

_ENTRY = re.compile(
    r"[ \t]*(?:[-*•][ \t]+)?(?P<mark>[`'\"]?)(?P<value>[\w.+-]{1,24})(?P=mark)[ \t]*"
    r"(?:[ \t]-{1,2}[ \t]|[ \t][–—=][ \t]|:[ \t]|(?<=[ \t])[ \t](?=\S))[ \t]*(?P<meaning>\S.*)"
)
_LEAST = 2
_LONGEST = 90
_NO_VALUES = re.compile(r"(?:Notes?|Examples?|Warning|Default|See|Usage|https?)$", re.IGNORECASE)


class DocumentedValue(NamedTuple):
    """A value that one can give, and its meaning."""

    value: str
    meaning: str


def documented_values(text: str) -> tuple[DocumentedValue, ...]:
    """Return the values that documentation lists, a line each, with their meanings.

    Args:
        text: The documentation of a setting, with its line breaks.

    Returns:
        Empty where fewer than two are listed, or where other lines stand between them.
    """
    found: list[DocumentedValue] = []
    for line in text.split("\n"):
        entry = _ENTRY.fullmatch(line)
        if entry is not None and len(entry["meaning"]) <= _LONGEST:
            if _NO_VALUES.match(entry["value"]):
                break
            found.append(DocumentedValue(entry["value"], one_line(entry["meaning"].rstrip("."))))
        elif found and line.strip():
            break
    return tuple(found) if len(found) >= _LEAST else ()


def with_meanings(
    known: Sequence[DocumentedValue], text: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return values and their meanings, those which documentation lists if no others are known.

    Args:
        known: The values that code has; their meanings may be empty.
        text: The documentation of the setting.

    Returns:
        The values, and as many meanings; no meanings if none is known.
    """
    listed = dict(documented_values(text))
    told = known or [DocumentedValue(*each) for each in listed.items()]
    meanings = tuple(each.meaning or listed.get(each.value, "") for each in told)
    return tuple(each.value for each in told), meanings if any(meanings) else ()
