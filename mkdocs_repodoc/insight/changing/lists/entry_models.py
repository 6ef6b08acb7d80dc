"""One entry of a list as a model for a new one, with the function that it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from mkdocs_repodoc.insight.changing.lists.registration import Registration
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_LONGEST = 200
"""Characters of an entry that is shown."""
_MOST_LINES = 8
_LEAST_BODY = 3
"""Lines of a function that is more than a call of another."""
_MOST_ENTRIES = 200
"""Entries that are looked at."""
_TOKEN = re.compile(r"[\"'`][^\"'`]*[\"'`]|\w+")
_BEFORE = r"[\s&*({\[\"'`.]*(?:\w+(?:[.(]{1,2}|\s*[:=]\s*)[\"'`]?)?"
"""What stands before the name of an entry on its line: a bracket, a call, its label."""
_MARK = re.compile(r"\s*(?:#\[.*\]|@\w[\w.]*(?:\(.*\))?|\[[A-Z]\w*(?:\(.*\))?\])\s*$")
"""A line that says something of the next one: an attribute, a decorator."""
_MOST_MARKS = 3
_SPACE = re.compile(r"\s+")
_COMMENT = re.compile(r"(?<=[,;])\s+(?://|#)[^\"'`]*$")
_OPENING = "([{"
_CLOSING = ")]}"


class EntryModel(NamedTuple):
    """An entry that is written as most others are."""

    line: int
    text: str
    """The entry in one line; empty if it is nothing but a name."""
    function: SymbolRef | None
    """A short one of the functions that entries name."""


def entry_model(
    repository: Repository, found: Registration, lines: Sequence[str]
) -> EntryModel | None:
    """Return an entry of a list as a model; `None` if none can be told from its surroundings.

    Args:
        repository: The linked repository.
        found: The list.
        lines: The lines of its file.
    """
    written = _written(repository, found, lines)
    if not written:
        return None
    shapes = Counter(_shape(text) for _, text in written.values())
    often, _ = max(shapes.items(), key=lambda each: each[1])
    functions = _functions(repository, found, written)
    alike = [name for name, (_, text) in written.items() if _shape(text) == often]
    name = next((each for each in functions if each in alike), alike[0])
    line, text = written[name]
    is_name = text.strip("\"'`,;: ") == name
    if is_name:
        return EntryModel(line, "", functions.get(name))
    marks = _marks_above(lines, line)
    whole = " ".join([*marks, text])
    return EntryModel(line, whole if len(whole) <= _LONGEST else text, functions.get(name))


def _written(
    repository: Repository, found: Registration, lines: Sequence[str]
) -> dict[str, tuple[int, str]]:
    """Return the entries that can be shown: name → first line, and the text in one line."""
    if found.lines:
        lined = list(zip(found.entries, found.lines, strict=True))
    else:
        around = repository.symbol(found.symbol)
        lined = _lines_of(found.entries, lines, found.line, around.end_line)
    shown: dict[str, tuple[int, str]] = {}
    for name, begins in lined[:_MOST_ENTRIES]:
        line = _behind_marks(lines, begins)
        text = _statement(lines, line)
        if text and (found.lines or not _holds_another(text, name, found.entries)):
            shown[name] = (line, _COMMENT.sub("", text))
    return shown


def _lines_of(
    entries: Sequence[str], lines: Sequence[str], first: int, last: int
) -> list[tuple[str, int]]:
    """Return the entries that begin a line of their own, in order, with that line."""
    found = []
    line = first
    for name in entries[:_MOST_ENTRIES]:
        begins = re.compile(rf"{_BEFORE}{re.escape(name)}(?![\w-])")
        at = next(
            (
                n
                for n in range(line, min(last, line + 40, len(lines)) + 1)
                if begins.match(lines[n - 1])
            ),
            0,
        )
        if at:
            found.append((name, at))
            line = at
    return found


def _holds_another(text: str, name: str, entries: Sequence[str]) -> bool:
    """Tell whether other entries stand on the line of one."""
    rest = text.partition(name)[2]
    after = rest.rstrip(" ,;").partition(",")[2].strip(" \"'`")
    return any(after.startswith(each) for each in entries)


def _statement(lines: Sequence[str], line: int) -> str:
    """Return what begins on a line up to where its brackets are closed; empty if it is long."""
    depth = 0
    said: list[str] = []
    written = lines[line - 1 : line - 1 + _MOST_LINES]
    for text, following in zip_longest(written, lines[line : line + len(written)], fillvalue=""):
        said.append(text.strip())
        depth += sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))
        if depth < 0:
            return ""
        if depth == 0 and not following.lstrip().startswith("."):
            whole = _SPACE.sub(" ", " ".join(said))
            return whole if len(whole) <= _LONGEST else ""
    return ""


def _behind_marks(lines: Sequence[str], line: int) -> int:
    """Return the line of what attributes on the lines from one on belong to."""
    last = min(line + _MOST_MARKS, len(lines))
    return next((n for n in range(line, last + 1) if not _MARK.match(lines[n - 1])), line)


def _marks_above(lines: Sequence[str], line: int) -> list[str]:
    """Return the attributes directly above a line."""
    first = line
    while first > max(1, line - _MOST_MARKS) and _MARK.match(lines[first - 2]):
        first -= 1
    return [text.strip() for text in lines[first - 1 : line - 1]]


def _shape(text: str) -> str:
    return _TOKEN.sub("w", text)


def _functions(
    repository: Repository, found: Registration, written: dict[str, tuple[int, str]]
) -> dict[str, SymbolRef]:
    """Return the functions that entries name, those of a few lines first."""
    at = {line: name for name, (line, _) in written.items()}
    named: dict[str, SymbolRef] = {}
    for site in repository.links.uses.calls(found.symbol.path):
        is_named = site.line in at and not site.called and not site.callee.is_file
        if is_named and repository.symbol(site.callee).kind in FUNCTIONS:
            named.setdefault(at[site.line], site.callee)
    length = {name: _length(repository, ref) for name, ref in named.items()}
    ordered = sorted(named, key=lambda name: (length[name] < _LEAST_BODY, length[name]))
    return {name: named[name] for name in ordered}


def _length(repository: Repository, ref: SymbolRef) -> int:
    symbol = repository.symbol(ref)
    return symbol.end_line - symbol.line + 1
