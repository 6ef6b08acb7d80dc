"""Branches of the code in a function: which lines one and the same run may take.

Indentation shows the blocks, their heads which of them are cases of the same decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.branching.block_ends import (
    end_of_block,
    fails,
    indent_of,
    is_left,
    leaves,
)
from mkdocs_repodoc.text.code_reading.code_words import (
    FINAL_WORD,
    HANDLER_WORD,
    IF_WORD,
)
from mkdocs_repodoc.text.code_reading.failing_code import FailingCode
from mkdocs_repodoc.text.code_reading.inner_functions import opens_function
from mkdocs_repodoc.text.code_reading.line_conditions import decided_line
from mkdocs_repodoc.text.code_reading.match_arms import ARM_ENDS, arm_in

_CHAIN = re.compile(rf"(?:[}})\]]+\s*)?(?:else|(?!if\b){IF_WORD}|{HANDLER_WORD})\b")
"""A block that is run instead of the one before it."""
_CASE = re.compile(r"case\b|default\b(?!\s*=)|when\b")
"""A case of several that has a word."""
_DECISION = re.compile(r"(?:.*[=(\s])?(?:switch|match|select|when|case)\b.*[{:]?\s*$")
"""What cases are cases of."""
_HANDLER = re.compile(rf"\s*(?:[}})]\s*)?{HANDLER_WORD}\b")
"""A block that is run where the one before it has failed."""
_FINALLY = re.compile(rf"\s*(?:[}})]\s*)?{FINAL_WORD}\b")
"""A block that is run whenever the one before it is left."""
_GUARDS = re.compile(r"\s*(?:if|unless)\b")
_GUARD = 6
"""Lines of a block that is a guard at most; a longer one is a part of its own."""
_COMMENT = re.compile(r"\s*(?://|#|/\*|\*|--)")
_DEEPEST = 24
"""Blocks around a line that are looked at: nobody writes more of them by hand."""


class Branch(NamedTuple):
    """A block around a line.

    Attributes:
        head: The line of its head.
        decision: The line at which the run is decided; 0 where the block is no case of several.
        end: Its last line.
    """

    head: int
    decision: int
    end: int


def exclude_each_other(
    lines: Sequence[str], first: int, one: int, other: int, code: FailingCode
) -> bool:
    """Tell whether a run of a function that takes one line can't take another.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        one: A line of the function.
        other: Another one.
        code: How the language ends programs.
    """
    early, late = sorted((one, other))
    late_blocks = list(_blocks(lines, first, late))
    early_blocks = list(_blocks(lines, first, early))
    if max(len(late_blocks), len(early_blocks)) >= _DEEPEST:
        return False  # not all of what is around them is known
    around_late = {block.decision: block for block in late_blocks}
    heads = {block.head for block in late_blocks}
    own = (block.head for block in early_blocks if block.head not in heads)
    if any(opens_function(lines[head - 1]) for head in own):
        return False  # what is left there is a function inside of this one
    for block in early_blocks:
        same = around_late.get(block.decision) if block.decision else None
        if same is not None and same.head != block.head:
            handles = [bool(_HANDLER.match(lines[each.head - 1])) for each in (block, same)]
            return handles != [False, True]  # what is handled has begun before
        leads_away = late > block.end and is_left(lines[block.head : block.end], code)
        if leads_away and not _is_in_any_case(lines, first, late, block):
            return True
    return False


def is_for_failure(lines: Sequence[str], first: int, line: int, code: FailingCode) -> bool:
    """Tell whether a line raises an error, or handles one.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        line: The line.
        code: How the language writes failures.
    """
    statement = lines[_statement(lines, first, line) - 1].strip()
    if fails(statement, code) and not code.tries.match(statement):
        return True
    heads = (lines[block.head - 1].strip() for block in _blocks(lines, first, line))
    return any(fails(head, code) for head in heads)


def is_for_leaving(
    lines: Sequence[str], first: int, line: int, name: str, code: FailingCode
) -> bool:
    """Tell whether a call is made in a short block at whose end its function is left.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        line: The line of the call.
        name: What is called, without what it is a member of.
        code: How the language writes failures, and ends programs.
    """
    here = decided_line(lines[line - 1])
    if here is not None and re.search(rf"\b{re.escape(name)}\b", here.decided):
        return leaves(here.decided.strip(), code)
    block = next(_blocks(lines, first, line), None)
    if block is None or block.decision or block.end - block.head > _GUARD:
        return False
    is_guard = _GUARDS.match(lines[block.head - 1]) is not None
    return is_guard and line > block.head and is_left(lines[block.head : block.end], code)


def left_at(lines: Sequence[str], first: int, line: int, code: FailingCode) -> int:
    """Return the last line of the block around a line at whose end a run leaves the function.

    It stands in no other block, and is one that is run in some cases: what is done behind it is
    done in the others.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        line: The line.
        code: How the language ends programs.

    Returns:
        The line; 0 if there is no such block.
    """
    found = list(_blocks(lines, first, line))
    if not 0 < len(found) < _DEEPEST or found[-1].head == line or found[-1].decision:
        return 0
    block = found[-1]
    is_guard = _GUARDS.match(lines[block.head - 1]) is not None
    return block.end if is_guard and is_left(lines[block.head : block.end], code) else 0


def _blocks(lines: Sequence[str], first: int, line: int) -> Iterator[Branch]:
    """Yield the innermost blocks around a line, from inside; a case on its own line is one."""
    return islice(_all_blocks(lines, first, line), _DEEPEST)


def _all_blocks(lines: Sequence[str], first: int, line: int) -> Iterator[Branch]:
    depth = indent_of(lines[line - 1])
    if _is_one_of_several(lines[line - 1].strip()) or _CHAIN.match(lines[line - 1].strip()):
        yield Branch(line, _decision(lines, first, line), line)
    for number in range(line - 1, first, -1):
        text = lines[number - 1]
        if not text.strip() or _COMMENT.match(text):
            continue
        if indent_of(text) < depth:
            heads = (_CHAIN.match(text.strip()), _FINALLY.match(text), ARM_ENDS.match(text))
            if text.strip()[0] in ")]}" and not any(heads):
                continue  # closes what spans lines
            depth = indent_of(text)
            yield Branch(number, _decision(lines, first, number), end_of_block(lines, number))


def _decision(lines: Sequence[str], first: int, head: int) -> int:
    """Return the line that decides whether a block is run, of which there are several."""
    text = lines[head - 1].strip()
    depth = indent_of(lines[head - 1])
    if _CHAIN.match(text):
        for number in range(head - 1, first, -1):
            above = lines[number - 1]
            is_beside = above.strip() and indent_of(above) == depth and not _COMMENT.match(above)
            if is_beside and not _CHAIN.match(above.strip()) and above.strip()[0] not in ")]}":
                return number
    elif _is_one_of_several(text):
        for number in range(head - 1, first - 1, -1):
            above = lines[number - 1]
            is_outer = above.strip() and indent_of(above) <= depth
            is_beside = indent_of(above) == depth and arm_in(above) is not None  # with its own arms
            if is_outer and _DECISION.match(above) and not (_is_case(above) or is_beside):
                return number
            if above.strip() and indent_of(above) < depth:
                return 0
    elif _has_chain(lines, head):
        return head
    return 0


def _is_in_any_case(lines: Sequence[str], first: int, line: int, left: Branch) -> bool:
    """Tell whether a line is run however a block before it is left: it stands in a `finally`."""
    return any(
        block.head > left.end and _FINALLY.match(lines[block.head - 1])
        for block in _blocks(lines, first, line)
    )


def _is_one_of_several(text: str) -> bool:
    """Tell whether a line is a case with its word, or an arm of a match."""
    return bool(_CASE.match(text) or ARM_ENDS.match(text)) or arm_in(text) is not None


def _is_case(text: str) -> bool:
    return re.match(r"\s*(?:case|default|when)\b", text) is not None and "(" not in text[:12]


def _has_chain(lines: Sequence[str], head: int) -> bool:
    end = end_of_block(lines, head)
    return end < len(lines) and _CHAIN.match(lines[end].strip()) is not None


def _statement(lines: Sequence[str], first: int, line: int) -> int:
    """Return the line on which the statement begins that a line is part of."""
    depth = indent_of(lines[line - 1])
    for number in range(line, first, -1):
        text = lines[number - 1]
        if text.strip() and indent_of(text) < depth and text.rstrip().endswith(("(", "[", ",")):
            return _statement(lines, first, number)
    return line
