"""Calls that a run may come to, given what is known of the values that decide it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.text.code_reading.branching.chosen_values import Choice, choices
from mkdocs_repodoc.text.code_reading.branching.known_values import Known, holds
from mkdocs_repodoc.text.enclosing_blocks import enclosing_blocks

_CUT = "…"
"""The end of a condition that goes on."""


def is_reached(
    lines: Sequence[str], first: int, line: int, name: str, known: Mapping[str, Known]
) -> bool:
    """Tell whether a run of a function may come to a call.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        line: The line of the call.
        name: What it calls, without what that is a member of.
        known: Name → what is known of its value.
    """
    return not known or False not in _decided(lines, first, line, name, known)


def _decided(
    lines: Sequence[str], first: int, line: int, name: str, known: Mapping[str, Known]
) -> Iterator[bool | None]:
    """Yield of each condition around a call whether it lets a run come to it, if it is known."""
    for head in enclosing_blocks(lines, first, line, name):
        is_arm = " { " in head.text
        if head.text.endswith(_CUT) and not is_arm:
            continue
        found = holds(head.text, known)
        yield not found if head.is_otherwise and found is not None else found
    for choice in choices(lines, line, name):
        yield _lets_through(choice, known)


def _lets_through(choice: Choice, known: Mapping[str, Known]) -> bool | None:
    if choice.form == "absent":
        value = known.get(choice.condition)
        return None if value is None else value is Known.NULL
    found = holds(choice.condition, known)
    is_opposite = choice.form == "false" or choice.is_otherwise
    return not found if is_opposite and found is not None else found
