"""Calls that a run may come to, given what is known of the values that decide it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.branching.block_ends import (
    end_of_block,
    indent_of,
    is_left,
    leaves,
)
from mkdocs_repodoc.text.code_reading.branching.chosen_values import Choice, choices
from mkdocs_repodoc.text.code_reading.branching.known_values import Known, holds
from mkdocs_repodoc.text.code_reading.code_words import CONDITION_WORD
from mkdocs_repodoc.text.code_reading.failing_code import FailingCode
from mkdocs_repodoc.text.code_reading.line_conditions import decided_line
from mkdocs_repodoc.text.enclosing_blocks import BlockHead, enclosing_blocks

_CUT = "…"
"""The end of a condition that goes on."""
_GUARD = re.compile(rf"\s*(?!(?:else|el)){CONDITION_WORD}\b")
"""The head of a block that may be left; of a chain the first."""


class LineConditions(NamedTuple):
    """What decides whether a run of a function comes to a call.

    Attributes:
        heads: Of the blocks around it.
        choices: Of the expression that it is a part of.
    """

    heads: Sequence[BlockHead]
    choices: Sequence[Choice]


def conditions_around(lines: Sequence[str], first: int, line: int, name: str) -> LineConditions:
    """Return what decides whether a run of a function comes to a call.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        line: The line of the call.
        name: What it calls, without what that is a member of.
    """
    return LineConditions(enclosing_blocks(lines, first, line, name), choices(lines, line, name))


def is_reached(around: LineConditions, known: Mapping[str, Known]) -> bool:
    """Tell whether the conditions around a call let a run come to it.

    Args:
        around: The conditions.
        known: Name → what is known of its value.
    """
    return not known or False not in _decided(around, known)


def is_sure(around: LineConditions, known: Mapping[str, Known]) -> bool:
    """Tell whether there are conditions around a call, all of which hold.

    Args:
        around: The conditions.
        known: Name → what is known of its value.
    """
    found = list(_decided(around, known)) if known else []
    return bool(found) and all(found)


def _decided(around: LineConditions, known: Mapping[str, Known]) -> Iterator[bool | None]:
    """Yield of each condition around a call whether it lets a run come to it, if it is known."""
    for head in around.heads:
        is_arm = " { " in head.text
        if head.text.endswith(_CUT) and not is_arm:
            yield None
            continue
        found = holds(head.text, known)
        yield not found if head.is_otherwise and found is not None else found
    for choice in around.choices:
        yield _lets_through(choice, known)


def _lets_through(choice: Choice, known: Mapping[str, Known]) -> bool | None:
    if choice.form == "absent":
        value = known.get(choice.condition)
        return None if value is None else value is Known.NULL
    found = holds(choice.condition, known)
    is_opposite = choice.form == "false" or choice.is_otherwise
    return not found if is_opposite and found is not None else found


def is_left_before(
    lines: Sequence[str], first: int, line: int, known: Mapping[str, Known], code: FailingCode
) -> bool:
    """Tell whether a block in front of a line, or around what has it, is entered and left.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        line: The line.
        known: Name → what is known of its value.
        code: How the language ends programs.
    """
    lines = lines[:line]
    depth = indent_of(lines[-1])
    for number in range(len(lines) - 1, first, -1):
        text = lines[number - 1]
        if not text.strip():
            continue
        depth = min(depth, indent_of(text))
        is_beside = indent_of(text) == depth and _GUARD.match(text) is not None
        is_known = is_beside and any(name in text for name in known)
        if is_known and _is_left_at(lines, number, known, code):
            return True
    return False


def _is_left_at(
    lines: Sequence[str], head: int, known: Mapping[str, Known], code: FailingCode
) -> bool:
    """Tell whether a run enters a block, or what a line decides on, and leaves at its end."""
    if (here := decided_line(lines[head - 1])) is not None:
        return holds(here.head, known) is True and leaves(here.decided.strip(), code)
    end = end_of_block(lines, head)
    if not head < end < len(lines) or not is_left(lines[head:end], code):
        return False
    inside = enclosing_blocks(lines, max(head - 1, 1), head + 1)[-1:]
    return any(each.line == head and holds(each.text, known) is True for each in inside)
