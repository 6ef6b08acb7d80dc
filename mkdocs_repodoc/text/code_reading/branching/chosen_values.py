"""Expressions that choose one of two values: `a ? b() : c()`, `b() if a else c()`, `a ?? b()`.

Languages write them alike; only those that have a form can have its signs where they count here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

_LINES = 8
"""Lines of a statement before the one that is asked for, and behind it, at most."""
_LONGEST = 2_000
_TEXT = re.compile(
    r"\"{3}[^\0]*?\"{3}|'{3}[^\0]*?'{3}|\"(?:\\.|[^\"\\\n])*\"|`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'"
)
_COMMENT = re.compile(r"(?<=\s)(?://|#)\s.*$", re.MULTILINE)
_ASKS = re.compile(r"\s\?(?=\s)")
_OTHERWISE = re.compile(r"\s:(?=\s)")
_IF = re.compile(r"\bif\b")
_ELSE = re.compile(r"\belse\b")
_FALLS_BACK = re.compile(r"\?\?(?!=)|\|\|(?!=)|\bor\b")
_GOES_ON = re.compile(r"&&(?!=)|\band\b")
_PUT = re.compile(r"(?<![=!<>])=(?![=~])>?|<-")
"""Where the value behind it is put."""
_WORDS = re.compile(r"\s*(?:(?:return|await|throw|raise|yield)\b\s*|\w+:\s+)*")
"""What is done with a value, in front of it; the key that it stands under."""
_CONTINUES = re.compile(r"\s*(?:[?:]\s|\?\?|\|\||&&)")
"""The beginning of a line that goes on with the one above."""
_SUBJECT = re.compile(r"[A-Za-z_$!][\w$.]*$")
_OPENS, _ENDS = "([{", ")]}"
_MAY_OPEN = re.compile(r"[(\[{\"'`]")
_LONGEST_CONDITION = 90

Form = Literal["asked", "absent", "false", "true"]


class Choice(NamedTuple):
    """What decides whether a part of an expression is run.

    Attributes:
        condition: As written, on one line.
        form: When it is run, by the condition: where it holds or doesn't, if it is `asked`; where
            its value is absent, false or true, if that is the other value.
        is_otherwise: Whether it is run where a condition that is asked does not hold.
        is_behind: Whether the condition stands behind what it decides on.
    """

    condition: str
    form: Form
    is_otherwise: bool = False
    is_behind: bool = False


def choices(lines: Sequence[str], line: int, name: str) -> tuple[Choice, ...]:
    """Return what decides in expressions whether a line comes to a name, the innermost first.

    Args:
        lines: The lines of the file.
        line: The line, from 1 on.
        name: What it names, without what that is a member of.
    """
    first, last = _extent(lines, line)
    raw = "\n".join(lines[first - 1 : last])
    if not name or len(raw) > _LONGEST:
        return ()
    code = _blank(raw)
    start = sum(len(text) + 1 for text in lines[first - 1 : line - 1])
    named = re.compile(rf"\b{re.escape(name)}\b").search(code, start)
    return tuple(_around(code, raw, named.start())) if named is not None else ()


def _extent(lines: Sequence[str], line: int) -> tuple[int, int]:
    """Return the lines of the statement that a line is part of, as far as brackets show it."""
    first = line
    while line - first < _LINES and (opening := _opening(lines, first)):
        first = opening
    last = line
    while last - line < _LINES and last < len(lines):
        said = _blank("\n".join(lines[first - 1 : last]))
        is_open = sum(map(said.count, "([")) > sum(map(said.count, ")]"))
        if not is_open and not _CONTINUES.match(lines[last]):
            break
        last += 1
    return first, last


def _opening(lines: Sequence[str], line: int) -> int:
    """Return the line before another that it goes on with; 0 if it begins a statement."""
    if _CONTINUES.match(lines[line - 1]):
        return line - 1
    may_open = False
    for number in range(line - 1, max(0, line - 1 - _LINES), -1):
        # A line opens nothing without a bracket, or a text that hides one further below.
        may_open |= any(sign in lines[number - 1] for sign in _OPENS)
        if not may_open or not _MAY_OPEN.search(lines[number - 1]):
            continue
        opened: list[str] = []
        for sign in _blank("\n".join(lines[number - 1 : line - 1])):
            if sign in _OPENS:
                opened.append(sign)
            elif sign in _ENDS and opened:
                opened.pop()
        if opened:
            return 0 if opened[-1] == "{" else number
    return 0


def _blank(code: str) -> str:
    """Return code with blanks for texts and comments, as long as before."""
    code = _TEXT.sub(lambda match: re.sub(r"[^\n]", "_", match[0]), code)
    return _COMMENT.sub(lambda match: " " * len(match[0]), code)


def _around(code: str, raw: str, position: int) -> Iterator[Choice]:
    """Yield the choices around a place of a statement, bracket by bracket from inside."""
    for opened, closed in _brackets(code, position):
        start, end = _between_commas(code, position, opened, closed)
        put = _at_top(code[start:position], _PUT)
        start += put[-1].end() if put else 0
        words = _WORDS.match(code, start, end)
        start = words.end() if words is not None else start
        if start <= position:
            choice = _in_part(code[start:end], raw[start:end], position - start)
            if choice is not None:
                yield choice


def _in_part(part: str, raw: str, here: int) -> Choice | None:
    """Return the choice of an expression without brackets around it, for a place in it."""
    asks, otherwise = _at_top(part, _ASKS), _at_top(part, _OTHERWISE)
    if asks and otherwise and here > asks[0].start() and part[: asks[0].start()].strip():
        return Choice(_tidied(raw[: asks[0].start()]), "asked", here > otherwise[0].start())
    ifs, elses = _at_top(part, _IF), _at_top(part, _ELSE)
    if ifs and elses and ifs[0].start() < elses[0].start() and part[: ifs[0].start()].strip():
        condition = _tidied(raw[ifs[0].end() : elses[0].start()])
        if here < ifs[0].start() or here > elses[0].start():
            return Choice(condition, "asked", here > elses[0].start(), is_behind=True)
    before = [
        each
        for sign in (_FALLS_BACK, _GOES_ON)
        for each in _at_top(part, sign)
        if each.end() <= here
    ]
    if not before:
        return None
    sign = max(before, key=lambda each: each.start())
    subject = _SUBJECT.search(part[: sign.start()].rstrip())
    forms: dict[str, Form] = {"??": "absent", "||": "false", "or": "false"}
    return Choice(subject[0], forms.get(sign[0], "true")) if subject is not None else None


def _brackets(code: str, position: int) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of what stands in each bracket around a place, and of all."""
    depth = 0
    for start in range(position - 1, -1, -1):
        sign = code[start]
        depth += (sign in _ENDS) - (sign in _OPENS)
        if depth < 0:
            yield start + 1, _end(code, start)
            depth = 0
    yield 0, len(code)


def _end(code: str, start: int) -> int:
    """Return where the bracket closes that opens at a place."""
    depth = 0
    for place in range(start, len(code)):
        depth += (code[place] in _OPENS) - (code[place] in _ENDS)
        if not depth:
            return place
    return len(code)


def _between_commas(code: str, position: int, start: int, end: int) -> tuple[int, int]:
    """Return the part of what stands in brackets that has a place, between `,` or `;`."""
    depth = 0
    first, last = start, end
    for place in range(start, end):
        sign = code[place]
        depth += (sign in _OPENS) - (sign in _ENDS)
        if sign in ",;" and not depth:
            if place < position:
                first = place + 1
            else:
                return first, place
    return first, last


def _at_top(part: str, sign: re.Pattern[str]) -> list[re.Match[str]]:
    """Return where a sign stands in no brackets."""
    found = []
    depth, position = 0, 0
    for match in sign.finditer(part):
        before = part[position : match.start()]
        depth += sum(map(before.count, _OPENS)) - sum(map(before.count, _ENDS))
        position = match.start()
        if not depth:
            found.append(match)
    return found


def _tidied(condition: str) -> str:
    """Return a condition on one line; a long one up to the end of a word."""
    said = " ".join(condition.split())
    return (
        said
        if len(said) <= _LONGEST_CONDITION
        else f"{said[:_LONGEST_CONDITION].rpartition(' ')[0]} …"
    )
