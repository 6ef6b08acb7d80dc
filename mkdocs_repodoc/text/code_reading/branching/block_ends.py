"""Ends of blocks: where they are, and whether a run goes on behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_repodoc.text.code_reading.code_words import (
    HANDLER_WORD,
    RAISE_WORD,
)
from mkdocs_repodoc.text.code_reading.failing_code import FailingCode

_LEAVES = re.compile(rf"(?:return|{RAISE_WORD}|continue|break)\b")
"""The statement at the end of a block behind which a run goes on elsewhere."""
_FAILS = re.compile(rf"{RAISE_WORD}|(?:[}})]\s*)?{HANDLER_WORD}\b")


def end_of_block(lines: Sequence[str], head: int) -> int:
    """Return the last line of what is indented below a head."""
    depth = indent_of(lines[head - 1])
    end = head
    for number in range(head + 1, len(lines) + 1):
        text = lines[number - 1]
        if text.strip():
            if indent_of(text) <= depth and not re.match(r"\s*[)\]]", text):
                break
            end = number
    return end


def is_left(block: Sequence[str], code: FailingCode) -> bool:
    """Tell whether a run leaves the function, or the loop, at the end of a block."""
    inside = [text for text in block if text.strip() and text.strip()[0] not in ")]}"]
    depth = min(map(indent_of, inside), default=0)
    outermost = [text.strip() for text in inside if indent_of(text) == depth]
    return bool(outermost) and leaves(outermost[-1], code)


def leaves(statement: str, code: FailingCode) -> bool:
    """Tell whether a statement leaves its block: it returns, goes on elsewhere or ends all."""
    return bool(_LEAVES.match(statement) or code.ends.match(statement))


def fails(statement: str, code: FailingCode) -> bool:
    """Tell whether a statement reports a failure, or is the head of a block for one."""
    return any(each.match(statement) for each in (_FAILS, code.reports, code.handles))


def indent_of(line: str) -> int:
    """Return how far a line is indented, tabs counted as four spaces."""
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
