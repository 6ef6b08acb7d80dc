"""Heads of functions inside of a function: their code runs when somebody calls them, if at all."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from mkdocs_repodoc.text.code_reading.code_words import DECLARING_WORD, FUNCTION_WORD, MODIFIER_WORD

_DEFINED = re.compile(
    rf"(?:{MODIFIER_WORD}\s+)*(?:async\s+)?"
    rf"(?:function\b\s*\*?|{FUNCTION_WORD})\s+(?P<name>[A-Za-z_]\w*[?!]?)"
)
_ARROW = r"(?:\(.*\)(?:\s*:\s*[^={]+)?|\w+)\s*=>"
_FUNCTION = rf"(?:async\s+)?(?:function\b.*|func\s*\(.*|{_ARROW}|(?:move\s+)?\|[^|]*\|)"
_KEPT = re.compile(
    rf"(?:{DECLARING_WORD}\s+)*(?:\w+\.)*(?P<name>[A-Za-z_]\w*)"
    rf"(?:\s*:\s*[^=(]+?)?\s*(?::=|=|:)\s*{_FUNCTION}\s*\{{$"
)
"""One that a variable or a field gets."""
_GIVEN = re.compile(
    r"(?P<name>[A-Za-z_]\w*)\((?:[^()]*,\s*)?(?:async\s+)?"
    r"(?:function\b[^()]*\([^()]*\)|func\s*\([^()]*\)[^{}]*|\([^()]*\)(?:\s*:\s*[^={(]+)?\s*=>"
    r"|\w+\s*=>|(?:move\s+)?\|[^|]*\|)\s*\{$"
)
"""One that a call gets as an argument."""
_AT_ONCE = frozenset(
    {
        *("map", "filter", "each", "forEach", "for_each", "reduce", "some", "every", "find"),
        *("findIndex", "flatMap", "flat_map", "filter_map", "sort", "sort_by", "any", "all"),
        *("fold", "map_err", "map_or_else", "and_then", "or_else", "unwrap_or_else", "Promise"),
    }
)
"""Functions that call what they are given before they return: it runs with the code around it."""
_WIDEST = 400


class InnerFunction(NamedTuple):
    """A function inside of another.

    Attributes:
        name: What it is called or kept as, or the function that it is given to.
        part: How it is known by that name.
    """

    name: str
    part: Literal["function", "argument"]


def inner_function(text: str) -> InnerFunction | None:
    """Return the function whose block a line opens, if it does.

    Args:
        text: The line, the braces of blocks at its end.
    """
    said = text.strip()
    if len(said) > _WIDEST:
        return None
    if (match := _DEFINED.match(said)) or (match := _KEPT.match(said)):
        return InnerFunction(match["name"], "function")
    name = _given_to(said)
    return InnerFunction(name, "argument") if name and name not in _AT_ONCE else None


def opens_function(text: str) -> bool:
    """Tell whether a line opens the block of a function, be it called at once or later.

    Args:
        text: The line, the braces of blocks at its end.
    """
    said = text.strip()
    return inner_function(said) is not None or bool(_given_to(said))


def _given_to(said: str) -> str:
    given = None if "(" not in said or len(said) > _WIDEST else _GIVEN.search(said)
    return given["name"] if given is not None else ""
