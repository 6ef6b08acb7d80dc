"""Rules by which a function takes a family of environment variables, as far as its code says them.

They are when it reads them, what becomes of a text, and what wins over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.bare_lines import BareLine
from mkdocs_repodoc.text.tool_comments import FOR_OTHERS

_PARAMETERS = re.compile(r"\bsignature\(|\b__code__\b|\bgetfullargspec\(")
_FIRST_CHOICE = re.compile(r"\b(?P<maker>partial(?:method)?)\(\w+, \*\*\w+\)|\b\w+\(\w+, \*\*\w+\)")
_PARTIAL = re.compile(r"\bpartial(?:method)?\b")
_BY_DEFAULT = re.compile(r"\btype\([\w.\[\]]*default\w*\)\(")
_LOWER = re.compile(r"\.(?:to_?)?(?:ascii_?)?lower(?:_?case)?\(\)", re.IGNORECASE)
_MARK = re.compile(r"(?://+!?|#+|--|;+|/?\*+)\s*")
_NOT_SAID = re.compile(FOR_OTHERS, re.IGNORECASE)
_LONGEST = 100


class FamilyRules(NamedTuple):
    """What the code of a reader says, each by its line; 0 where it says nothing of it.

    Attributes:
        parameters: It looks at the parameters of the function that it is put around.
        partial: It hands the values on as those of parameters that a call does not give.
        lower: It looks the rest of a name up in small letters.
        by_default: It converts a text to the type of the parameter's default.
        words: Its comments.
    """

    parameters: int
    partial: int
    lower: int
    by_default: int
    words: tuple[tuple[int, str], ...]


def family_rules(
    lines: Sequence[str], bare: Sequence[BareLine], first: int, last: int
) -> FamilyRules:
    """Return what a function says of the variables that it reads.

    Args:
        lines: The lines of the file.
        bare: The same without comments.
        first: The line of the function's name.
        last: Its last line.
    """
    code = [(number, bare[number - 1].shape) for number in range(first, last + 1)]

    def line_of(pattern: re.Pattern[str]) -> int:
        return next((number for number, each in code if pattern.search(each)), 0)

    hands_on = line_of(_FIRST_CHOICE) if line_of(_PARTIAL) else 0
    return FamilyRules(
        line_of(_PARAMETERS),
        hands_on,
        line_of(_LOWER),
        line_of(_BY_DEFAULT),
        tuple(_comments(lines, bare, first, last)),
    )


def _comments(
    lines: Sequence[str], bare: Sequence[BareLine], first: int, last: int
) -> Iterator[tuple[int, str]]:
    for number in range(first, last + 1):
        code, whole = bare[number - 1].code, lines[number - 1]
        comment = whole[len(code) :].strip() if whole.startswith(code) else ""
        said = _MARK.sub("", comment, count=1)
        if 0 < len(said) <= _LONGEST and not _NOT_SAID.match(said):
            yield number, said
