"""English as pages and messages write it: plurals, enumerations, texts cut to a length."""

from __future__ import annotations

from collections.abc import Sequence


def one_line(text: str) -> str:
    """Return a text with every stretch of white space made one blank."""
    return " ".join(text.split())


def shortened(text: str, limit: int) -> str:
    """Return a text of at most `limit` characters, cut at a word and marked with an ellipsis."""
    if len(text) <= limit:
        return text
    end = text.rfind(" ", limit // 2, limit)
    return text[: end if end > 0 else limit - 1].rstrip(" ,;:") + "…"


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: `1 file`, `1,204 files`, `2 classes`.

    Args:
        number: How many there are.
        noun: The noun in the singular.
        plural: Its plural where that is not formed by the usual rules.
    """
    return f"{number:,} {noun if number == 1 else plural or plural_of(noun)}"


def and_more(left: int, noun: str = "") -> str:
    """Return how a list ends that is cut: `and 3 more`, `and 1 more file`; empty if it is not.

    Args:
        left: How many are not shown; none or less if all are.
        noun: What these are, in the singular.
    """
    if left <= 0:
        return ""
    return f"and {count(left, f'more {noun}')}" if noun else f"and {left:,} more"


def some_of(shown: int, total: int, noun: str) -> str:
    """Return how much of a table is shown: `36 of 73 options`; empty if all is.

    Args:
        shown: How many rows it has.
        total: How many there are.
        noun: What these are, in the singular.
    """
    return f"{shown:,} of {count(total, noun)}" if shown < total else ""


def with_rest(shown: str, left: int, noun: str = "") -> str:
    """Return the beginning of a list with how it ends: `a, b and 3 more`; as it is if that is all.

    Args:
        shown: The beginning.
        left: How many are not in it.
        noun: What these are, in the singular.
    """
    return f"{shown} {and_more(left, noun)}" if left > 0 else shown


def plural_of(noun: str) -> str:
    """Return the plural of a regular English noun, or of the last word of a phrase."""
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def with_article(noun: str) -> str:
    """Return a noun with its indefinite article, chosen by its first letter: `an interface`."""
    return f"an {noun}" if noun[:1].lower() in "aeio" else f"a {noun}"


def enumeration(parts: Sequence[str]) -> str:
    """Return parts as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    return " and ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)
