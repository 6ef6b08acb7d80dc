"""Expressions in which a variable of the environment is one of several sources of a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.facts import EnvironmentVariable
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.text.code_reading.code_words import CONDITION_WORD

_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`")
_CONDITION = re.compile(
    rf"(?:^|\W)(?:{CONDITION_WORD}|while|until|assert|not|and|switch|for|!|&&)\s*$"
)
"""What stands in front of brackets around a condition."""
_COMPARED = re.compile(r"[=!<>]=|&&|(?<!\?)\?(?![?:.])|\b(?:and|not|in|is|if|else)\b|=>|->")
"""Signs and words of an expression that decides something, and chooses no value."""
_HEAD = re.compile(r"^.*[^=!<>+\-*/?:|]=(?![=>])\s*|^\s*(?:return|yield)\s+|^\s*[\"'\w]+\s*:\s+")
"""What stands in front of a value: a name that it is given to, a key, a word to hand it back."""
_VALUE = re.compile(r"[\"'`]|[-+]?\d|(?i:true|false|none|null|nil|undefined)\b|[\[{(]\s*[\]})]")
"""The beginning of a value that is written out."""
_MOST_LINES = 4
_LONGEST = 400
_OPENING, _CLOSING = "([{", ")]}"


class SourceChain(NamedTuple):
    """An expression that takes the first of several sources that has a value."""

    path: str
    line: int
    code: str


def source_chains(
    repository: Repository,
    read: Iterable[tuple[str, EnvironmentVariable]],
    read_lines: Callable[[str], Sequence[str]],
) -> Iterator[SourceChain]:
    """Yield the expressions that take a variable or something else, each once, in their order.

    A variable that has but a value written out behind it is none: that is its default.

    Args:
        repository: The linked repository.
        read: Path and variable of each place that reads one.
        read_lines: Path → the lines of the file.
    """
    found: dict[tuple[str, int], SourceChain] = {}
    for path, variable in read:
        how = language_named(repository.files[path].source.language).environment
        if isinstance(how, Absent) or not how.alternatives:
            continue
        lines = read_lines(path)[variable.line - 1 :][:_MOST_LINES]
        if code := chain_around(_statement(lines), variable.name, how.alternatives):
            found.setdefault((path, variable.line), SourceChain(path, variable.line, code))
    yield from sorted(found.values())


def _statement(lines: Sequence[str]) -> str:
    """Return a line with those behind it that its brackets go on over."""
    said = ""
    for line in lines:
        said = f"{said} {line.strip()}".strip()
        bare = _blanked(said)
        if sum(map(bare.count, _OPENING)) <= sum(map(bare.count, _CLOSING)):
            break
    return said[:_LONGEST]


def chain_around(statement: str, name: str, operators: Sequence[str]) -> str:
    """Return the expression around a name that chooses between it and something else.

    Args:
        statement: Code on one line.
        name: The variable.
        operators: Those that put a value behind another one.

    Returns:
        The expression; empty where the name stands in none, or in a condition.
    """
    at = re.search(rf"\b{re.escape(name)}\b", statement)
    if at is None:
        return ""
    bare = _blanked(statement)
    chosen = re.compile("|".join(map(_as_pattern, operators)))
    start, end = at.span()
    while True:
        start, end = _bounds(bare, start, end, ",;")
        hidden = _hidden(bare[start:end])
        head = _HEAD.match(hidden, 0, max(0, at.start() - start))
        value = start + head.end() if head is not None else start
        shown = hidden[value - start :]
        if chosen.search(shown):
            is_decided = _COMPARED.search(shown) or _CONDITION.search(hidden[: value - start])
            if is_decided or _CONDITION.search(bare[: max(0, start - 1)]):
                return ""
            return _chain(statement[value:end], shown, chosen)
        start, end = _bounds(bare, start, end, "")
        if start == 0:
            return ""
        start, end = start - 1, min(end + 1, len(bare))


def _chain(code: str, hidden: str, chosen: re.Pattern[str]) -> str:
    """Return an expression if several of its sources are no values that are written out."""
    cuts = [0, *(each.end() for each in chosen.finditer(hidden))]
    sources = [code[cut:].lstrip() for cut in cuts]
    return code.strip() if sum(not _VALUE.match(each) for each in sources) > 1 else ""


def _bounds(bare: str, start: int, end: int, stops: str) -> tuple[int, int]:
    """Return where the brackets around a part begin and end, or the signs that it stops at."""
    depth = 0
    while start > 0:
        sign = bare[start - 1]
        depth += (sign in _CLOSING) - (sign in _OPENING)
        if depth < 0 or (sign in stops and depth == 0):
            break
        start -= 1
    depth = 0
    while end < len(bare):
        sign = bare[end]
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth < 0 or (sign in stops and depth == 0):
            break
        end += 1
    return start, end


def _blanked(code: str) -> str:
    """Return code with blanks for what its texts say, as long as before."""
    return _QUOTED.sub(lambda each: f"'{' ' * (len(each[0]) - 2)}'", code)


def _hidden(bare: str) -> str:
    """Return code with blanks for what stands in brackets, as long as before."""
    shown, depth = [], 0
    for sign in bare:
        depth -= sign in _CLOSING
        shown.append(sign if depth <= 0 else " ")
        depth += sign in _OPENING
    return "".join(shown)


def _as_pattern(operator: str) -> str:
    return rf"\b{operator}\b" if operator.isalpha() else re.escape(operator)
