"""Values that a variable of a function is set to, where nothing else can set it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.bare_lines import BareLine, is_closed
from mkdocs_repodoc.text.code_reading.call_arguments import arguments_of, message_of
from mkdocs_repodoc.text.code_reading.code_words import (
    CONDITION_WORD,
    DECLARING_WORD,
    HANDLER_WORD,
    IF_WORD,
)
from mkdocs_repodoc.text.code_reading.function_exits import has_balanced_brackets

_DECLARED = rf"(?:(?:{DECLARING_WORD}|int|i32|long)\s+)*"
_MATCHED = re.compile(r"\bmatch\s+(\w+(?:\([^()]*\))?)\s*\{$")
_BINDS = re.compile(
    r"(?<![=!<>])=(?!=)|[-+*/%|&^]=|\+\+|--|=>|(?<!\|)\|(?!\|)|>>"
    rf"|\b(?:for|foreach|as|nonlocal|global|case|let|with|{HANDLER_WORD}|ref|out|del|import"
    r"|def|class|read)\b"
)
"""On a line that mentions a variable: it may be set there."""
_BEFORE = re.compile(
    rf"\b(?!(?:return|{CONDITION_WORD}|while|until|not|and|or|in|is|await|else|print|echo|exit"
    r"|puts|match|switch)\b)[A-Za-z]\w*[\s*]+$|(?<!&)&(?:mut\s+)?$"
)
"""In front of a variable: its type, or what takes its place in memory."""
_BEHIND = re.compile(r"\s+(?!(?:if|unless|else|and|or|is|in|not|then|do)\b)[A-Za-z]\w*|\s*,")
_BRANCH = re.compile(rf"\s*(?:\}}\s*)?(?P<word>{IF_WORD}|else)\b")
_HANDED = re.compile(r"\(\s*(?:[^()]*,\s*)?$")


class VariableSetting(NamedTuple):
    """A value that a variable gets.

    Attributes:
        line: The line, from 1 on.
        said: The value, as written; empty where something else may set the variable there.
        message: The text that a variable beside it gets in the same statement.
        is_parameter: Whether it is a parameter, which the line names in the function's head.
        part: Which of several values that the call gives, from 0 on; -1 for a single one.
    """

    line: int
    said: str
    message: str = ""
    is_parameter: bool = False
    part: int = -1


def settings_of(
    lines: Sequence[BareLine], span: tuple[int, int], line: int, name: str
) -> Iterator[VariableSetting]:
    """Yield what sets a variable of a function before a line.

    Args:
        lines: The lines of the file.
        span: The line of the function's name and its last line, from 1 on.
        line: The line.
        name: The variable.
    """
    first, last = span
    begin = _begin(lines, first, last)
    named = re.compile(rf"(?<![\w.$@>:]){re.escape(name)}(?![\w$])")
    sets = re.compile(rf"\s*{_DECLARED}{re.escape(name)}\s*(?::\s*\w+\s*)?:?=(?![=>~])\s*")
    together = re.compile(
        rf"\s*{_DECLARED}[(\[]?(?P<names>(?:\w+,\s*)*{re.escape(name)}(?:,\s*\w+)*)[)\]]?\s*:?=(?!=)\s*"
    )
    arm = re.compile(rf"\s*(?:Ok|Some)\({re.escape(name)}\)\s*=>")
    matched = ""
    if not is_closed(lines[first - 1 : last]):
        yield VariableSetting(first, "")
    for number in range(first, min(last, len(lines)) + 1):
        code, shape = lines[number - 1]
        if match := _MATCHED.search(code):
            matched = match[1]
        setting = sets.match(shape)
        values = together.match(shape) if setting is None else None
        if number > begin and matched and number <= line and arm.match(shape):
            yield VariableSetting(number, matched)
        elif number > begin and number < line and setting is not None:
            yield VariableSetting(number, _value(lines, number, setting.end()))
        elif begin < number < line and values is not None:
            yield _one_of(values, _value(lines, number, values.end()), number, name)
        elif number <= begin and named.search(shape):
            yield VariableSetting(number, "", is_parameter=True)
        elif any(_may_set(shape, each) for each in named.finditer(shape)):
            yield VariableSetting(number, "")


def is_set_for_certain(
    lines: Sequence[BareLine],
    first: int,
    settings: Sequence[VariableSetting],
    name: str,
    asked: int = 0,
) -> bool:
    """Tell whether a variable is the function's own, or set whatever its conditions are.

    Args:
        lines: The lines of the file.
        first: The line of the function's name, from 1 on.
        settings: All that sets it.
        name: The variable.
        asked: The line on which it is asked for; a line above it in its block is always run before.
    """
    own = _indent(lines[first - 1].shape)
    inner = [_indent(each.shape) for each in lines[first:] if _indent(each.shape) > own]
    set_on = {each.line for each in settings}
    for each in settings:
        shape = lines[each.line - 1].shape
        is_declared = not re.match(rf"\s*(?:\w+,\s*)*{re.escape(name)}(?:,\s*\w+)*\s*=", shape)
        if is_declared or (inner and _indent(shape) == inner[0]):
            return True
        if _is_set_in_all(lines, first, each.line, set_on) or _is_in_block(lines, each.line, asked):
            return True
    return False


def _is_in_block(lines: Sequence[BareLine], line: int, asked: int) -> bool:
    """Tell whether a line stands above another in the same block."""
    depth = _indent(lines[line - 1].shape)
    between = [_indent(each.shape) for each in lines[line:asked] if each.shape.strip()]
    return bool(between) and between[-1] == depth == min(between)


def _is_set_in_all(
    lines: Sequence[BareLine], first: int, line: int, set_on: Collection[int]
) -> bool:
    """Tell whether a line stands in an `else`, and the branches before it set a variable, too."""
    depth = _indent(lines[line - 1].shape)
    outer = -1
    is_set = True
    for number in range(line - 1, first, -1):
        shape = lines[number - 1].shape
        here = _indent(shape)
        if not shape.strip() or (outer >= 0 and here > outer):
            is_set = is_set or (number in set_on and here == depth)
            continue
        if outer < 0 and here >= depth:
            continue
        match = _BRANCH.match(shape)
        if match is None or not is_set or (outer < 0) != (match["word"] == "else"):
            return False
        if match["word"] == "if":
            return True
        outer, is_set = here, False
    return False


def _one_of(match: re.Match[str], said: str, line: int, name: str) -> VariableSetting:
    """Return what one of several variables gets that a statement sets from as many values.

    A call may give all of them.
    """
    names = [each.strip() for each in match["names"].split(",")]
    values = arguments_of(f"({said})")
    if len(values) == 1 and names.count(name) == 1 and values[0].endswith(")"):
        return VariableSetting(line, values[0], part=names.index(name))
    if len(names) != len(values) or names.count(name) != 1:
        return VariableSetting(line, "")
    message = next(filter(None, map(message_of, values)), "")
    return VariableSetting(line, values[names.index(name)], message)


def _begin(lines: Sequence[BareLine], first: int, last: int) -> int:
    """Return the last line of a function's head."""
    depth = 0
    for number in range(first, min(last, len(lines)) + 1):
        shape = lines[number - 1].shape
        depth += shape.count("(") - shape.count(")")
        if depth <= 0 and (number > first or "(" in shape or shape.endswith((":", "{"))):
            return number
    return last


def _value(lines: Sequence[BareLine], number: int, start: int) -> str:
    """Return what a line sets a variable to; empty unless the line says all of it."""
    line = lines[number - 1]
    shape = line.shape[start:].rstrip(" \t;")
    following = lines[number].shape if number < len(lines) else ""
    goes_on = shape.endswith("\\") or _indent(following) > _indent(line.shape)
    is_whole = ";" not in shape and has_balanced_brackets(shape) and not goes_on
    return line.code[start : start + len(shape)].strip() if is_whole else ""


def _may_set(shape: str, match: re.Match[str]) -> bool:
    """Tell whether what mentions a variable may set it."""
    before, behind = shape[: match.start()], shape[match.end() :]
    if _BINDS.search(shape) or _BEFORE.search(before):
        return True
    return bool(_BEHIND.match(behind)) and not _HANDED.search(before)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
