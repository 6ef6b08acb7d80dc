"""The handler and the condition that a line stands in which gives the program its status."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.model.facts import ANY_ERROR, ExitStatus
from mkdocs_repodoc.text.code_reading.call_arguments import is_argument_list
from mkdocs_repodoc.text.code_reading.code_words import CONDITION_WORD, HANDLER_WORD
from mkdocs_repodoc.text.enclosing_blocks import enclosing_blocks

_HANDLER = re.compile(rf"{HANDLER_WORD}\b\s*\(?(?P<caught>.*?)\)?(?:\s+as\s+\w+)?$")
_CONDITION = re.compile(rf"{CONDITION_WORD}(?:\s+|(?=\())(?P<said>.+)$")
_RETURN = "return"
"""What a condition on the line of a status may decide on."""
_LONGEST = 90
_LONGEST_MEANING = 60


def status_on(
    lines: Sequence[str], first: int, line: int, number: str, meaning: str = ""
) -> ExitStatus:
    """Return a status with the handler or the condition that a line stands in.

    Args:
        lines: The lines of the file.
        first: The first line of the function; 0 outside of functions.
        line: The line that gives the status.
        number: The status.
        meaning: What the line says of it.
    """
    caught = condition = ""
    for head in reversed(enclosing_blocks(lines, first, line, _RETURN)):
        if head.part != "block":
            continue
        handler = None if head.is_otherwise else _HANDLER.match(head.text)
        if handler is not None:
            caught = handler["caught"] or ANY_ERROR
            break
        if not condition and not head.text.endswith("…"):
            said = condition_in(head.text)
            condition = f"not ({said})" if said and head.is_otherwise else said
    is_short = len(condition) <= _LONGEST
    said = meaning if len(meaning) <= _LONGEST_MEANING else ""
    return ExitStatus(number, line, caught, said, condition if is_short else "")


def condition_in(head: str) -> str:
    """Return the condition that the head of a block has; empty for one of another kind."""
    tested = _CONDITION.match(head)
    said = (tested["said"] or "").strip() if tested is not None else ""
    return said[1:-1].strip() if is_argument_list(said) else said
