"""Ways out of a function and what it returns there, where all of them can be read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.bare_lines import BareLine, is_closed
from mkdocs_repodoc.text.code_reading.code_words import (
    FINAL_WORD,
    HANDLER_WORD,
    IF_WORD,
    RAISE_WORD,
)
from mkdocs_repodoc.text.code_reading.early_returns import is_of_function
from mkdocs_repodoc.text.code_reading.line_conditions import decided_line

_RETURN = re.compile(r"(?<![\w.$@-])return(?![\w$])")
_ARM = re.compile(r"[^=]+=>$")
_GENERATES = re.compile(r"(?<![\w.$@-])yield(?![\w$])")
_VALUE = re.compile(r"(?:(?P<held_by>\w+)\((?=.*\)))?-?\d{1,3}\)?$")
"""A value at the end of a function that returns it by that, perhaps in what hands it on."""
NUMBER_OF_TRUTH = (
    r"(?:[iu]\d+::from|int)\((?P<held>(?:[^()]|\(\))*?(?:[<>]|[!=]=|\bis_\w+\()(?:[^()]|\(\))*)\)"
)
"""A condition as a number."""
_NUMBER_OF_TRUTH = re.compile(f"{NUMBER_OF_TRUTH}$")
_BRACKETS = re.compile(r"(?:[(){}\[\];,:]|\bend\b|\s)*$")
_WORD = re.compile(r"[}\s]*(?P<word>else\s+if|\w+)")
_LEAVES = re.compile(rf"(?:return|{RAISE_WORD})$")
_HANDLER = re.compile(rf"{HANDLER_WORD}$")
_FINAL = re.compile(rf"{FINAL_WORD}$")
_OTHERWISE = re.compile(rf"(?:else|(?!if$){IF_WORD})$")
_LINES_OF_CALL = 40
_PAIRS = {")": "(", "]": "[", "}": "{"}


class FunctionExit(NamedTuple):
    """A way out of a function.

    Attributes:
        line: Its line, from 1 on.
        said: What is returned, as written; empty where that can't be told.
    """

    line: int
    said: str


class _BlockStatement(NamedTuple):
    """A statement and the lines of its block."""

    row: int
    word: str
    block: list[int]


def function_exits(
    lines: Sequence[BareLine], first: int, last: int, wrappers: Collection[str] = ()
) -> Iterator[FunctionExit]:
    """Yield the ways out of a function, those of functions inside it included.

    Args:
        lines: The lines of the file.
        first: The line of the function's name, from 1 on.
        last: Its last line.
        wrappers: What the language may return a status in, by its last name.
    """
    inside = lines[:last]
    if not is_closed(inside[first - 1 :]):
        yield FunctionExit(first, "")
    for number in range(first, len(inside) + 1):
        shape = inside[number - 1].shape
        if _GENERATES.search(shape):
            yield FunctionExit(number, "")
        found = list(_RETURN.finditer(shape))
        if len(found) == 1 and number > first:
            yield FunctionExit(number, _said(inside, first, number, found[0]))
        elif found:
            yield FunctionExit(number, "")
    yield from _end(inside, first, wrappers)


def has_balanced_brackets(shape: str) -> bool:
    """Tell whether brackets of code without texts are closed where they are opened."""
    opened: list[str] = []
    for sign in shape:
        if sign in _PAIRS.values():
            opened.append(sign)
        elif sign in _PAIRS and (not opened or opened.pop() != _PAIRS[sign]):
            return False
    return not opened


def _said(lines: Sequence[BareLine], first: int, number: int, match: re.Match[str]) -> str:
    """Return what a line returns; empty unless it says all of it, or opens a call over lines."""
    line = lines[number - 1]
    before, shape = line.shape[: match.start()].strip(), line.shape[match.end() :]
    is_arm = bool(_ARM.match(before))
    if before and not is_arm:
        decided = decided_line(line.shape)
        if decided is None or not _RETURN.match(decided.decided.strip()):
            return ""
    shape = shape.rstrip(" \t;},") if is_arm else shape.rstrip(" \t;}")
    following = next((each.shape for each in lines[number:] if each.shape.strip()), "")
    is_whole = ";" not in shape and has_balanced_brackets(shape)
    goes_on = shape.endswith("\\") or _indent(following) > _indent(line.shape)
    if not is_of_function([each.shape for each in lines], first, number):
        return ""
    if not is_whole and shape.endswith("("):
        return "" if before else _call_over_lines(lines, number, match.end())
    if not is_whole or goes_on:
        return ""
    return line.code[match.end() : match.end() + len(shape)].strip()


def _call_over_lines(lines: Sequence[BareLine], number: int, column: int) -> str:
    """Return a call whose bracket a later line closes, and nothing else, on one line.

    Args:
        lines: The lines of the file up to the end of the function.
        number: The line that opens it, from 1 on.
        column: Where it begins there.
    """
    shapes, said = [lines[number - 1].shape[column:]], [lines[number - 1].code[column:].strip()]
    for each in lines[number : number + _LINES_OF_CALL]:
        shapes.append(each.shape)
        said.append(each.code.strip())
        if has_balanced_brackets("".join(shapes)):
            is_end = each.shape.strip().rstrip(";") == ")"
            return " ".join(filter(None, said)).rstrip(";") if is_end else ""
    return ""


def _end(
    lines: Sequence[BareLine], first: int, wrappers: Collection[str]
) -> Iterator[FunctionExit]:
    """Yield the end of a function if it may be reached, or is a value."""
    own = _indent(lines[first - 1].shape)
    body: list[int] = []
    for row in range(first, len(lines)):
        shape = lines[row].shape
        if not shape.strip():
            continue
        if _indent(shape) > own:
            body.append(row)
        elif not shape.lstrip().startswith((")", "{")) and not _BRACKETS.match(shape):
            yield FunctionExit(row + 1, "")
        elif row < len(lines) - 1:
            body = []
    if not body:
        yield FunctionExit(len(lines), "")
        return
    said = lines[body[-1]].code.strip()
    statements = _statements(lines, body)
    value = _VALUE.match(said)
    is_value = value is not None and (value["held_by"] is None or value["held_by"] in wrappers)
    is_value = is_value or bool(_NUMBER_OF_TRUTH.match(said))
    if statements and statements[-1].row == body[-1] and is_value:
        yield FunctionExit(body[-1] + 1, said)
    elif not _leaves(lines, statements):
        yield FunctionExit(body[-1] + 1, "")


def _statements(lines: Sequence[BareLine], rows: Sequence[int]) -> list[_BlockStatement]:
    depth = min((_indent(lines[row].shape) for row in rows), default=0)
    found: list[_BlockStatement] = []
    for row in rows:
        shape = lines[row].shape
        if _BRACKETS.match(shape):
            continue
        if _indent(shape) == depth:
            match = _WORD.match(shape)
            word = " ".join(match["word"].split()) if match is not None else ""
            found.append(_BlockStatement(row, word, []))
        elif found:
            found[-1].block.append(row)
    return found


def _leaves(lines: Sequence[BareLine], statements: list[_BlockStatement]) -> bool:
    """Tell whether the last of some statements leaves the function in every case."""
    chain: list[_BlockStatement] = []
    while statements:
        chain.insert(0, statements[-1])
        statements = statements[:-1]
        if not any(each.match(chain[0].word) for each in (_OTHERWISE, _HANDLER, _FINAL)):
            break
    if not chain:
        return False
    head, *others = chain
    if _LEAVES.match(head.word):
        return not others
    words = [each.word for each in others]
    ends = [_leaves(lines, _statements(lines, each.block)) for each in chain]
    if head.word == "if":
        return words[-1:] == ["else"] and all(map(_OTHERWISE.match, words)) and all(ends)
    handled = [end for each, end in zip(chain, ends, strict=True) if _HANDLER.match(each.word)]
    return head.word == "try" and ends[0] and all(handled) and "else" not in words


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
