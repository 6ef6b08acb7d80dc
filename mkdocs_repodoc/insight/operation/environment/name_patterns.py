"""Patterns of names that code puts together: `MILL_{stone}`, with what is not known in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.bare_lines import BareLine
from mkdocs_repodoc.text.code_reading.call_arguments import arguments_of, is_argument_list

_TEXT = re.compile(r"[a-zA-Z]{0,2}([\"'`])(?P<text>[^\"'`]*)\1$")
_HELD = re.compile(r"[$#]?\{\{?([A-Za-z_]\w*)\}?\}")
_UPPER = re.compile(r"(\w+)\.(?:to_?)?(?:ascii_?)?upper(?:_?case)?\(\)", re.IGNORECASE)
_UPPER_CALL = re.compile(r"[\w.]*(?:ToUpper|strtoupper)\(([^()]+)\)$")
_NAME = re.compile(r"[A-Za-z_$]\w*$")
_SIDES = re.compile(r"(?P<one>.+?) if .+ else (?P<other>.+)$|[^?]+\?(?P<so>[^:]+):(?P<not>.+)$")
_DEPTH = 6
_MOST = 8
"""Patterns of one name."""


class NamePattern(NamedTuple):
    """A name with the variables in it.

    Attributes:
        text: The name, each variable in braces.
        is_upper: Whether it is written in capital letters, whatever the variables hold.
    """

    text: str
    is_upper: bool = False


def name_patterns(
    lines: Sequence[BareLine], first: int, line: int, written: str, depth: int = _DEPTH
) -> Iterator[NamePattern]:
    """Yield what an expression may stand for.

    Args:
        lines: The lines of the file.
        first: The first line of the function around it.
        line: Its line; what is set before it counts.
        written: The expression.
        depth: How often a variable is followed to what sets it.
    """
    said = written.strip()
    if is_argument_list(said) and len(arguments_of(said)) == 1:
        said = said[1:-1].strip()
    terms = [each.strip() for each in _terms(said)]
    if len(terms) > 1:
        found = [list(name_patterns(lines, first, line, each, depth)) for each in terms]
        yield from _products(found)
    elif text := _TEXT.match(said):
        yield NamePattern(_HELD.sub(lambda each: f"{{{each[1]}}}", text["text"]))
    elif upper := _UPPER.fullmatch(said) or _UPPER_CALL.match(said):
        for each in name_patterns(lines, first, line, upper[1], depth):
            yield NamePattern(each.text, is_upper=True)
    elif _NAME.match(said):
        held = list(_set_to(lines, first, line, said)) if depth else []
        known = [
            each for at, value in held for each in name_patterns(lines, first, at, value, depth - 1)
        ]
        yield from known[:_MOST] or [NamePattern(f"{{{said}}}")]


def _terms(said: str) -> list[str]:
    """Return the terms of a sum of texts."""
    parts, depth, start = [], 0, 0
    quote = ""
    for position, sign in enumerate(said):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'`":
            quote = sign
        elif sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
        elif sign == "+" and depth == 0:
            parts.append(said[start:position])
            start = position + 1
    return [*parts, said[start:]]


def _products(found: Sequence[Sequence[NamePattern]]) -> Iterator[NamePattern]:
    whole = [NamePattern("")]
    for terms in found:
        whole = [
            NamePattern(before.text + each.text, before.is_upper or each.is_upper)
            for before in whole
            for each in terms
        ][:_MOST]
    return iter(whole)


def _set_to(
    lines: Sequence[BareLine], first: int, line: int, name: str
) -> Iterator[tuple[int, str]]:
    """Yield line and value of what sets a name last before a line, or of all that a loop has."""
    own = re.escape(name)
    sets = re.compile(
        rf"\s*(?:(?:const|let|var|my)\s+)?{own}\s*:?=(?![=>])\s*(?P<value>.+?)[;\s]*$"
    )
    loops = re.compile(rf"\bfor\b[\s(]*(?:\w+ )?{own} (?:in|of) (?P<all>[^:{{]+)")
    for number in range(line - 1, first - 1, -1):
        code = lines[number - 1].code
        if match := sets.match(code):
            yield number, match["value"]
            return
        if match := loops.search(code):
            yield from _members(lines, first, number, match["all"].strip().rstrip(")"))
            return


def _members(
    lines: Sequence[BareLine], first: int, line: int, written: str
) -> Iterator[tuple[int, str]]:
    """Yield what a collection has in it, each with the line where it stands."""
    listed = [(line, written)]
    if _NAME.match(written):
        listed = list(_set_to(lines, first, line, written))
    for at, value in listed:
        sides = _SIDES.match(value)
        for side in filter(None, sides.groups()) if sides is not None else [value]:
            if side.strip()[:1] in "([":
                yield from ((at, each) for each in arguments_of(f"({side.strip()[1:-1]})") if each)
