"""Trigrams of texts, and the numbers of the blocks that hold each, in few characters.

A trigram is three characters of ASCII in one line, capitals as small letters. What else is in a
text has none: a search for it asks no more of the index, and looks at more blocks.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence

LENGTH = 3
_DIGITS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
"""64 digits that JSON writes as they are; `source_search.js` has the same."""
_BITS = 5
_MORE = 1 << _BITS
ABSENT = "!"
"""In front of the numbers of the blocks that lack a trigram, where those are fewer."""


def trigrams(text: str) -> set[str]:
    """Return the trigrams of a text."""
    folded = text.lower() if text.isascii() else text.translate(_FOLDED)
    folded = "\n".join(set(folded.split("\n")))  # many a line is there again and again
    found = {folded[start : start + LENGTH] for start in range(len(folded) - LENGTH + 1)}
    return {each for each in found if each.isascii() and "\n" not in each}


_FOLDED = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
"""Letters beyond ASCII stay as they are: some of them have a small letter in ASCII."""


def packed(numbers: Sequence[int], count: int) -> str:
    """Return numbers below `count`, given in order, as text."""
    if 2 * len(numbers) <= count:
        return _differences(numbers)
    held = set(numbers)
    return ABSENT + _differences(number for number in range(count) if number not in held)


def _differences(numbers: Iterable[int]) -> str:
    """Return each number's distance from the one before, five bits a digit, the lowest first."""
    digits = []
    before = -1
    for number in numbers:
        rest = number - before - 1
        before = number
        while rest >= _MORE:
            digits.append(_DIGITS[rest % _MORE + _MORE])
            rest >>= _BITS
        digits.append(_DIGITS[rest])
    return "".join(digits)
