"""Numbers, sizes and enumerations as a sentence says them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from mkdocs_repodoc.model.blocks import Inline, Phrase
from mkdocs_repodoc.model.records import ImageSize
from mkdocs_repodoc.text.english import and_more, count

_KILO = 1024
_FIRST_TURN = 6
_TURN = 2
"""Parts of a group that are taken in a turn; in the first one the first group has more."""

Entry = TypeVar("Entry")


def size(number: int) -> str:
    """Return a size in bytes, and in KB, MB or GB (of 1,024) from one KB on."""
    exact = count(number, "byte")
    amount, unit = float(number), ""
    for larger in ("KB", "MB", "GB"):
        if amount < _KILO:
            break
        amount, unit = amount / _KILO, larger
    return f"{exact} ({amount:,.2f} {unit})" if unit else exact


def short_size(number: int) -> str:
    """Return a size for a table's cell: `812 B`, `8.7 KB`, `1.2 MB`."""
    amount, unit = float(number), "B"
    for larger in ("KB", "MB", "GB"):
        if amount < _KILO:
            break
        amount, unit = amount / _KILO, larger
    return f"{number:,} B" if unit == "B" else f"{amount:,.1f} {unit}"


def dimensions(image: ImageSize | None) -> str:
    """Return width and height of an image; empty if it has none of its own."""
    if image is None or image.fluid:
        return ""
    return f"{image.width:,} × {image.height:,} pixels"


def joined(parts: Sequence[Inline | Phrase], separator: str = ", ", last: str = "") -> Phrase:
    """Return the parts with a separator between them.

    Args:
        parts: What is enumerated.
        separator: Stands between two of them.
        last: Stands before the last one instead, where given (` and `).
    """
    phrase: list[Inline] = []
    for index, part in enumerate(parts):
        if index:
            phrase.append(last if last and index == len(parts) - 1 else separator)
        phrase += part if isinstance(part, tuple) else (part,)
    return tuple(phrase)


def capped(
    parts: Sequence[Inline | Phrase],
    left: int,
    noun: str = "",
    *,
    separator: str = ", ",
    last: str = "",
) -> Phrase:
    """Return the beginning of a long enumeration: `a, b and 3 more`, `a, b and 3 more files`.

    Args:
        parts: What is shown of it; how much that may be stands in `pages.parts.caps`.
        left: How many are not shown; none or less if all are.
        noun: What these are, in the singular.
        separator: Stands between two parts.
        last: Stands before the last part instead where all are shown.
    """
    if left <= 0:
        return joined(parts, separator, last)
    return (*joined(parts, separator), f" {and_more(left, noun)}")


def in_turns(
    parts: Sequence[Entry],
    group: Callable[[Entry], str],
    order: Callable[[Entry], tuple[int, ...]],
    most: int,
) -> list[Entry]:
    """Return the beginning of a long list in which each group has its turn.

    Args:
        parts: What could be listed; the first group is that of the first of them.
        group: Names the group of a part.
        order: What a group's parts are taken by, the lowest first.
        most: How many are taken.

    Returns:
        Six of the first group, two of each other one, and so on until there are enough.
    """
    groups: dict[str, list[Entry]] = {}
    for part in parts:
        groups.setdefault(group(part), []).append(part)
    ordered = [sorted(each, key=order) for each in groups.values()]
    taken: list[Entry] = []
    turn = 0
    while len(taken) < most and any(ordered):
        for number, each in enumerate(ordered):
            share = _TURN if turn or number else _FIRST_TURN
            taken += each[:share]
            ordered[number] = each[share:]
        turn += 1
    return taken[:most]
