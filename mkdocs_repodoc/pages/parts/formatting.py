"""Numbers, sizes and enumerations as a sentence says them."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Inline, Phrase
from mkdocs_repodoc.model.records import ImageSize
from mkdocs_repodoc.text.english import count

_KILO = 1024


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
    more = count(left, f"more {noun}") if noun else f"{left:,} more"
    return (*joined(parts, separator), f" and {more}")
