"""Arguments of a call as they are written, and names that code puts together from texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_STRING = re.compile(
    r"(?:[fFrRbBuU]{0,2})(?:\"(?:\\.|\\\r?\n|[^\"\\\n])*\"|`(?:\\.|[^`\\])*`"
    r"|(?<![&<])'(?:\\.|[^'\\\n])*')"
)
"""A text, which a backslash at the end of a line continues; what a quote begins behind `&` and `<`
is the name of a lifetime (`&'a str`)."""
_TEXT = re.compile(r"[\"'`](\w*)[\"'`]$")
_LITERAL = re.compile(r"[uUrR]?[\"'`]([A-Za-z_]\w*)[\"'`]$")
_INTERPOLATED = re.compile(
    r"(?:&?format!\(\s*)?[fF$]?[\"'`](?P<before>\w*)[$#]?\{(?P<inner>[^{}]+)\}(?P<behind>\w*)[\"'`]\)?$"
)
_FORMATTED = re.compile(
    r"(?:&?format!|\w*\.?[sS]printf|String\.format)\(\s*"
    r"\"(?P<before>\w*)(?:\{\}|%s|%v)(?P<behind>\w*)\"\s*,\s*(?P<inner>[^,]+)\)$"
    r"|[\"'](?P<start>\w*)(?:\{\}|%s)(?P<end>\w*)[\"'](?:\.format\(|\s*%\s*)(?P<value>[\w.()]+?)\)?$"
)
_JOINED = re.compile(
    r"[\"'`](?P<before>\w*)[\"'`]\s*(?:\+|\.\.?|<>)\s*(?P<inner>[\w.()]+)"
    r"(?:\s*(?:\+|\.\.?|<>)\s*[\"'`](?P<behind>\w*)[\"'`])?$"
)
_HELD = re.compile(
    r"[&*]*(?:[\w.:]+\()?[&*$]*(?P<name>[A-Za-z_]\w*)(?:\.\w+\(\))*\)?(?:\.\w+\(\))*$"
)
"""A name, perhaps handed to a function or with methods behind it that change how it is written."""
_CHANGES = re.compile(r"(?i:upper|as_?str|to_?string|str|into|clone|trim|strip|as_?ref)")
"""Functions and methods that leave a name the same but for its case."""
_CALLS = re.compile(r"(\w+)!?\(")


_MESSAGE = re.compile(r"(?:[fFrRbBuU]{0,2}|&|\w+!\()([\"'`])(?P<said>\S[^\n]*\s[^\n]*)\1\)?$")
"""A text of several words."""


_WRITES = re.compile(
    r"\b(?:\w+\.)*(?:print\w*|echo|secho|puts|write_?line\w*|log|info|error|warn\w*|critical)!?\(\s*"
)
"""A call that writes a message."""


class ComposedName(NamedTuple):
    """A text that is made of a name's value and what stands around it."""

    before: str
    name: str
    """Of the variable or parameter."""
    behind: str
    is_upper: bool
    """Whether the value is written in capital letters."""


def arguments_of(code: str) -> tuple[str, ...]:
    """Return the arguments of a call whose opening bracket begins some code.

    Returns:
        Each as written; nothing where no bracket opens the code, or none closes the call.
    """
    said = code.lstrip()
    closers: list[str] = []
    parts: list[str] = []
    start = position = 0
    while position < len(said):
        string = _STRING.match(said, position)
        if string is not None:
            position = string.end()
            continue
        sign = said[position]
        if not closers and sign not in "([":
            return ()
        if sign in _PAIRS:
            closers.append(_PAIRS[sign])
            start = position + 1 if len(closers) == 1 else start
        elif sign == closers[-1]:
            closers.pop()
            if not closers:
                parts.append(said[start:position])
                return tuple(part.strip() for part in parts if part.strip())
        elif sign == "," and len(closers) == 1:
            parts.append(said[start:position])
            start = position + 1
        position += 1
    return ()


def is_argument_list(code: str) -> bool:
    """Tell whether code is one pair of brackets with what stands in it, and nothing else."""
    depth = 0
    shape = _STRING.sub("", code)
    for position, sign in enumerate(shape):
        depth += (sign in _PAIRS) - (sign in _PAIRS.values())
        if depth <= 0:
            return position > 0 and position == len(shape) - 1
    return False


def literal_name(expression: str) -> str:
    """Return the name that an expression writes out as a text; empty for any other."""
    match = _LITERAL.match(expression.strip())
    return match[1] if match else ""


def message_of(expression: str) -> str:
    """Return the text of several words that an expression is; empty for any other."""
    match = _MESSAGE.match(expression.strip())
    is_one = match is not None and match[1] not in match["said"].replace(f"\\{match[1]}", "")
    return match["said"].strip() if match is not None and is_one else ""


def written_messages(lines: Sequence[str]) -> Iterator[str]:
    """Yield the messages that lines write, each on the line of its call."""
    for line in lines:
        match = _WRITES.search(line)
        given = arguments_of(f"({line[match.end() :]}") if match is not None else ()
        if given and (said := message_of(given[0])):
            yield said


def composed_name(expression: str) -> ComposedName | None:
    """Return what an expression makes of the value of one name; nothing if it is none of these."""
    said = expression.strip()
    for pattern in (_INTERPOLATED, _FORMATTED, _JOINED):
        if match := pattern.match(said):
            found = match.groupdict()
            inner = found.get("inner") or found.get("value") or ""
            before = found.get("before") or found.get("start") or ""
            behind = found.get("behind") or found.get("end") or ""
            return _held(inner, before, behind)
    return None if _TEXT.match(said) else _held(said, "", "")


def _held(inner: str, before: str, behind: str) -> ComposedName | None:
    held = _HELD.match(inner.strip())
    if held is None or not all(map(_CHANGES.fullmatch, map(_last_words, _CALLS.findall(inner)))):
        return None
    return ComposedName(before, held["name"], behind, "upper" in inner.lower())


def _last_words(called: str) -> str:
    """Return what a function that writes a name in another way does: `to_ascii_uppercase`."""
    said = re.sub(r"^(?:to_?)?(?:ascii_?)?", "", called, flags=re.IGNORECASE)
    return re.sub(r"(?:_?case)$", "", said, flags=re.IGNORECASE) or called
