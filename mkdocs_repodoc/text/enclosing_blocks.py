"""Heads of the blocks around a line: conditions, loops and handlers, as its indentation shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from mkdocs_repodoc.text.code_reading.brace_lines import function_lines
from mkdocs_repodoc.text.code_reading.branching.chosen_values import choices
from mkdocs_repodoc.text.code_reading.code_words import (
    CONDITION_WORD,
    FINAL_WORD,
    HANDLER_WORD,
    IF_WORD,
    LOOP_WORD,
)
from mkdocs_repodoc.text.code_reading.inner_functions import inner_function
from mkdocs_repodoc.text.code_reading.line_conditions import (
    COMMENT_BEHIND,
    before_block,
    condition_of,
    goes_on,
    is_balanced,
    whole_head,
)
from mkdocs_repodoc.text.code_reading.match_arms import arm_on, short_arm
from mkdocs_repodoc.text.english import shortened

_HEAD = re.compile(
    rf"\s*(?:[}})\]]+\s*)?(?P<said>(?P<word>{CONDITION_WORD}|when|case|default|else"
    rf"|{LOOP_WORD}|{HANDLER_WORD}|{FINAL_WORD})\b"
    r"(?!\s*=).*)$"
)
_ASSIGNED = re.compile(r".*?(?:=|\breturn)\s*(?P<said>(?P<word>if)\b.*)$")
"""A block whose value is assigned."""
_HEAD_LINES = 4
"""Further lines over which a head may run."""
_OTHERWISE = "else"
_HANDLES = re.compile(rf"{HANDLER_WORD}|{FINAL_WORD}")
"""What an `else` follows that is run if nothing is raised."""
_NEXT = re.compile(rf"{CONDITION_WORD}\b\s*")
"""The word of a case."""
_ELSE_IF = re.compile(rf"(?!if\b){IF_WORD}\b")
_ASKS_FOR_ERROR = re.compile(r"if (?P<error>\w*[eE]rr) != \w+$")
"""A condition that holds where a call has failed, in a language whose calls return errors."""
_SUBJECT = re.compile(r"[\w.]+")
_SHORT = 50
"""Letters of the case before another, at most, that it is told with."""
_PAIRS = {")": "(", "]": "[", "}": "{"}
_LONGEST = 110
_WIDEST = 1000
"""Letters of a line that are read: longer ones nobody wrote by hand."""


class BlockHead(NamedTuple):
    """The head of a block."""

    text: str
    """As written, without what opens the block; of an `else` that of what it is the other case
    of, where that is known. Ends in `…` where it goes on in the next line or is long."""
    is_otherwise: bool
    """Whether the block is the other case."""
    part: Literal["block", "function", "argument"] = "block"
    """What it is the head of: a block; a function inside of the function, by its name; one that is
    an argument, by the name of what is called with it."""
    line: int = 0
    """The line on which it begins."""
    after: str = ""
    """The head of the case before it that must not hold, if it asks for something else; the call
    that has failed, if it asks for an error."""

    @property
    def is_of_error(self) -> bool:
        """Whether it is run only where a call has failed, which is `after`."""
        return _ASKS_FOR_ERROR.match(self.text) is not None


def enclosing_blocks(
    lines: Sequence[str], first: int, line: int, name: str = ""
) -> list[BlockHead]:
    """Return the heads of the blocks of a function that a line stands in, the outermost first.

    Blocks that say nothing of when the line is run, as `try` and `with`, are left out.

    Args:
        lines: The lines of the file.
        first: The first line of the function, from 1 on.
        line: The line, from 1 on.
        name: What is called there: a condition on the line itself counts if it decides on that.
    """
    whole, own = lines, line
    first = min(first, line)  # the call may stand in the first of two definitions of one name
    found: list[BlockHead] = []
    before = max(first - 1, 0)
    lines = [
        text if len(text) <= _WIDEST else f"{text[:_WIDEST]} …"
        for text in function_lines(lines, first, line)
    ]
    line, first = len(lines), min(first, 1)
    if here := condition_of(lines[line - 1], name):
        found.append(BlockHead(_cut(here), is_otherwise=False, line=line + before))
    elif name and (said := short_arm(lines, first, line, name)):
        found.append(BlockHead(_cut(said), is_otherwise=False, line=line + before))
    elif name and (chosen := _choice(whole, own, name)) is not None:
        found.append(chosen)
    depth = _indent(lines[line - 1])
    closes = False
    for number in range(line - 1, first, -1):
        text = lines[number - 1]
        # The head of a block may span lines: the one that closes it is indented as the first.
        if not text.strip() or _indent(text) > depth or (_indent(text) == depth and not closes):
            continue
        depth = _indent(text)
        match = _HEAD.match(text)
        closes = match is None and text.lstrip().startswith((")", "]", "}"))
        if (head := _head_on(lines, first, number, found[-1:])) is not None:
            found.append(head._replace(line=number + before))
    return found[::-1]


def _choice(lines: Sequence[str], line: int, name: str) -> BlockHead | None:
    """Return the condition of an expression that decides whether a line comes to what it calls."""
    asked = [each for each in choices(lines, line, name) if each.form == "asked"]
    if not asked:
        return None
    said = f"if {asked[0].condition}" if asked[0].is_behind else f"{asked[0].condition} ?"
    return BlockHead(_cut(said), asked[0].is_otherwise, line=line)


def _head_on(
    lines: Sequence[str], first: int, number: int, inner: Sequence[BlockHead]
) -> BlockHead | None:
    """Return the head of a block that a line is, given the one inside of it; `None` for no head."""
    text = lines[number - 1]
    match = _HEAD.match(text)
    if match is None:
        if said := _cut(arm_on(lines, first, number)):
            is_repeated = bool(inner) and inner[-1].text == said  # by another line of its head
            return None if is_repeated else BlockHead(said, is_otherwise=False)
        function = inner_function(text)
        if function is None:
            return None
        return BlockHead(function.name, is_otherwise=False, part=function.part)
    return _worded_head(match, lines, first, number, inner)


def _worded_head(
    match: re.Match[str], lines: Sequence[str], first: int, number: int, inner: Sequence[BlockHead]
) -> BlockHead | None:
    """Return the head of a block that begins with a word; `None` where it says nothing."""
    depth = _indent(lines[number - 1])
    if _is_open(match["said"], lines[number:-1]):
        return None
    if match["word"] != _OTHERWISE:
        said = _shown(match["said"], lines, number)
        is_told = inner and inner[-1].text.startswith(f"{said} {{ ")  # by one of its arms
        after = _case_before(lines, first, number, depth, said) if _ELSE_IF.match(said) else ""
        after = after or _failed(lines, first, number, said)
        return None if is_told else BlockHead(said, is_otherwise=False, after=after)
    other = _other_case(lines, first, number, depth)
    if other is None:
        return BlockHead(_OTHERWISE, is_otherwise=False)
    is_chain = _ELSE_IF.match(other.text) is not None
    after = _case_before(lines, first, other.line, depth, other.text) if is_chain else ""
    return BlockHead(other.text, is_otherwise=True, after=after)


def _is_open(head: str, below: Sequence[str]) -> bool:
    """Tell whether a line stands in a head itself, whose bracket no line before it closes."""
    if before_block(head) is not None:
        return False
    opened: list[str] = []
    for text in (head, *below[:_HEAD_LINES]):
        for letter in COMMENT_BEHIND.split(f" {text.strip()}", maxsplit=1)[0]:
            if letter in _PAIRS.values():
                opened.append(letter)
            elif opened and opened[-1] == _PAIRS.get(letter):
                opened.pop()
    return opened[-1:] in (["("], ["["])


def _failed(lines: Sequence[str], first: int, line: int, said: str) -> str:
    """Return the call whose error a condition asks for, if the line above has it."""
    asked = _ASKS_FOR_ERROR.match(said)
    if asked is None or line - 1 <= first:
        return ""
    above = lines[line - 2]
    is_beside = _indent(above) == _indent(lines[line - 1]) and is_balanced(above)
    given = re.search(rf"\b{asked['error']}\s*:?=\s*(?P<call>[\w.]+\(.*\))\s*$", above)
    return _cut(given["call"]) if is_beside and given is not None else ""


def _case_before(lines: Sequence[str], first: int, line: int, depth: int, said: str) -> str:
    """Return the case before an `else if` that asks for something else; empty for one alike.

    Of the cases of one value only one can hold: the others need not be said.
    """
    other = _other_case(lines, first, line, depth)
    before = other.text if other is not None else ""
    subjects = [_SUBJECT.search(_NEXT.sub("", each)) for each in (said, before)]
    alike = None in subjects or len({each[0] for each in subjects if each is not None}) == 1
    return "" if alike else shortened(before, _SHORT)


def _other_case(lines: Sequence[str], first: int, line: int, depth: int) -> BlockHead | None:
    """Return the head of the block before an `else`, as it is shown; `None` if none is found.

    Between the two nothing is as deep but what closes a block, or a head in several lines.
    """
    for number in range(line - 1, first, -1):
        text = lines[number - 1]
        if not text.strip() or _indent(text) > depth:
            continue
        match = _HEAD.match(text) or _ASSIGNED.match(text)
        if match is not None and _HANDLES.match(match["word"]):
            return None
        if _indent(text) == depth and match is not None and match["word"] != _OTHERWISE:
            return BlockHead(_shown(match["said"], lines, number), is_otherwise=False, line=number)
        if _indent(text) < depth or not text.lstrip().startswith((")", "]", "}")):
            return None
    return None


def _shown(said: str, lines: Sequence[str], line: int) -> str:
    """Return a head as it is shown, given the lines that it stands among and its own."""
    below = lines[line]
    if said.count("(") + said.count("[") > said.count(")") + said.count("]"):
        said = whole_head(said, lines[line : line + _HEAD_LINES])
    before = before_block(said)
    if before is not None:
        is_cut = before.count("(") > before.count(")")  # in a function that the condition calls
        return f"{_cut(before).rstrip(' (…')} …" if is_cut else _cut(before)
    is_whole = said.endswith(")") and is_balanced(said) and not goes_on(below)
    return _cut(said) if is_whole else f"{_cut(said).rstrip(' ({…')} …"


def _cut(said: str) -> str:
    """Return a head as far as it is shown: a long one up to the end of a word."""
    if len(said) <= _LONGEST:
        return said.strip()
    whole = said[: _LONGEST + 1].rpartition(" ")[0] or said[:_LONGEST]
    return f"{whole.rstrip(' ({')} …"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
