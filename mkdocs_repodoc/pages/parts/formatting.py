"""Numbers, sizes and enumerations as a sentence says them."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Inline, Phrase
from mkdocs_repodoc.model.records import ImageSize

_KILO = 1024


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: `1 file`, `1,204 files`, `2 classes`.

    Args:
        number: How many there are.
        noun: The noun in the singular.
        plural: Its plural where that is not formed by the usual rules.
    """
    return f"{number:,} {noun if number == 1 else plural or plural_of(noun)}"


def plural_of(noun: str) -> str:
    """Return the plural of a regular English noun, or of the last word of a phrase."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


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


def shortened(text: str, length: int) -> str:
    """Return a text of at most a length, cut between words or arguments where it is too long."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return f"{cut[: max(cut.rfind(' '), cut.rfind(','), length // 2)].rstrip(' ,')}…"
