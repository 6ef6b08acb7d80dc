"""Entries of collections and of choices as they are written, in any language with brackets.

What registers things is a list, a dictionary, a union of names or a row of branches. Brackets,
commas, quotation marks and comments are enough to read them; what cannot be read so is no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.bracketed_code import (
    PAIRS,
    longest_brackets,
    split_code,
    without_comments,
)
from mkdocs_repodoc.text.code_reading.code_words import IF_WORD
from mkdocs_repodoc.text.comments import CommentSyntax

_ASSIGNED = re.compile(r"(?<![=!<>+*/-]):?=(?![=>~])")
_QUOTED = re.compile(r"[A-Za-z]?(?:\"{3}|[\"'`])(?P<said>[^\"'`\n]{1,60})[\"'`]")
_NAMED = re.compile(r"(?:[&*]|new\s+|\w+\.of\()?(?P<said>[A-Za-z_$@](?:[\w$.-]|::)*)")
_CALLED = re.compile(rf"(?:new\s+)?[\w.:]+\(\s*{_QUOTED.pattern}")
"""A call whose first argument is a text."""
_COLLECTS = re.compile(
    r"(?:[\w.:<>, ]*?(?:set|map|list|of|tuple|dict|array|freeze|as_?list|entries|vec)\w*!?)?\s*",
    re.IGNORECASE,
)
"""What makes a collection of what stands in round brackets behind it."""
_RECORD = re.compile(r"^&?(?:mut )?[\w.:]+\s*\{$|\w\[$")
"""The head of a record with fields, or of a type with arguments."""
_DECIDED = re.compile(r"==|!=| [<>]=? |&&|\|\|")
"""Signs of a condition, which is no entry."""
_BOUND = re.compile(r"(?P<name>[A-Z_][\w.:]*)(?:\(.*|\s*\{.*|\s+if\b.*|\s+[a-z_]\w*)$")
"""The label of a branch that gives names to what is in it."""
_SHOWN = re.compile(r"[\w$@.:/+-]{1,60}")
_LONGEST_LINE = 1_000
"""Characters of a line that is read as a branch or a call; patterns try each blank of it."""
_MOST_TEXT = 40_000
"""Characters of a definition that are looked through."""
_BRANCH = re.compile(
    r"(?P<indent>[ \t]*)(?:[})]\s*)?(?:"
    r"case\s+(?P<case>[^\n]+?)\s*(?:->|=>|:(?!:))"
    rf"|{IF_WORD}\b\s*(?P<test>[^\n]+?)\s*(?:\{{|:)\s*$"
    r"|(?P<arm>(?:\"[^\"\n]*\"|'[^'\n]*'|[A-Z]\w*(?:::\w+)+)[^\n=]*?)\s*=>"
    r")"
)
"""The head of a branch: of a switch, of a chain of conditions, of a match."""
_TESTED = re.compile(
    r"isinstance\((?P<subject>[\w.]+),\s*(?P<kind>[^)]+)\)"
    r"|!?(?P<asked>[\w.]+?)\.(?:contains|starts_?[Ww]ith|ends_?[Ww]ith|equals)\((?P<text>[^)]+)\)"
    r"|\(?(?P<left>[\w.\[\]()&*]+?)\s*(?:===?|\bin\b|\bis\b|\binstanceof\b)\s*(?P<right>[^)&|{]+)"
)
_CALL = re.compile(
    r"(?P<indent>[ \t]*)(?P<of>[\w.$]+(?:\([\w.$&*]*\))?[.:]+)?"
    r"(?P<verb>(?i:register|add|command|option|route|handle|bind|subscribe)\w*)\("
    r"\s*[bfr]?(?P<said>\"[^\"\n]+\"|'[^'\n]+'|`[^`\n]+`)"
)
"""A call that registers something under a name."""
LEAST_BRANCHES = 4
"""Branches of a choice that is worth extending."""


class Branches(NamedTuple):
    """A row of branches side by side, one for each value, or of calls, one for each name."""

    line: int
    """Of the first branch, from 1 on."""
    labels: tuple[str, ...]
    lines: tuple[int, ...]
    """The first line of each label."""


def entries_of(text: str, syntax: CommentSyntax) -> tuple[str, ...]:
    """Return the names of the entries of the collection that a definition writes out.

    Args:
        text: The definition: `LEVELS = {"low": 1, "high": 2}`.
        syntax: How its language writes comments.

    Returns:
        What names each entry: its key, its text, or the first text or name in it. Nothing if most
        entries have none, or the definition writes out no collection.
    """
    match = _ASSIGNED.search(text[:_MOST_TEXT])
    if match is None:
        return ()
    code = without_comments(text[match.end() : _MOST_TEXT], syntax).strip()
    first = re.match(r"[^(\[{]*", code)
    if (
        first is not None
        and code[first.end() :].startswith("(")
        and not _COLLECTS.fullmatch(first[0])
    ):
        return ()
    inner = longest_brackets(code)
    if inner and _RECORD.search(code[: code.find(inner)]):
        return ()
    parts = split_code(inner) if inner else []
    while len(parts) == 1 and parts[0].strip()[:1] in PAIRS:
        if parts[0].strip()[0] == "{" and code.rstrip(" ;,").endswith("]"):
            return ()  # a list with one record, whose fields are no entries
        inner = longest_brackets(parts[0])
        parts = split_code(inner)
    if not inner:
        parts = [part for part in split_code(code, "|") if part.strip()[:1] in "\"'`"]
    elif "=>" in code.rpartition(inner)[2]:
        return ()
    names = _names(parts)
    found = tuple(dict.fromkeys(name for name in names if name))
    return found if 2 * len(found) > len(names) else ()


def branches_of(lines: Sequence[str], first: int) -> list[Branches]:
    """Return the rows of branches in the lines of a function.

    Args:
        lines: The lines of the function.
        first: Number of the first of them in the file.
    """
    return _rows(
        (number, match["indent"], *_label(match))
        for number, line in enumerate(lines, first)
        if len(line) <= _LONGEST_LINE and (match := _BRANCH.match(line)) is not None
    )


def calls_of(lines: Sequence[str], first: int) -> list[Branches]:
    """Return the rows of calls in the lines of a function that register something by name.

    Args:
        lines: The lines of the function.
        first: Number of the first of them in the file.
    """
    return _rows(
        (number, match["indent"], match["verb"], match["said"][1:-1])
        for number, line in enumerate(lines, first)
        if len(line) <= _LONGEST_LINE and (match := _CALL.match(line)) is not None
    )


def _rows(labelled: Iterable[tuple[int, str, str, str]]) -> list[Branches]:
    """Return the rows among lines with their indentation, what they are, and a label if any."""
    rows: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for number, indent, what, label in labelled:
        if label:
            rows.setdefault((indent, what), []).append((number, label))
    found = []
    for row in rows.values():
        first: dict[str, int] = {}
        for number, label in row:
            first.setdefault(label, number)
        if len(first) >= LEAST_BRANCHES:
            found.append(Branches(row[0][0], tuple(first), tuple(first.values())))
    return found


def _label(match: re.Match[str]) -> tuple[str, str]:
    """Return of what kind a branch is, its subject included, and what it is taken for."""
    branch = match["case"] or match["arm"]
    if branch is not None:
        bound = _BOUND.match(branch)
        said = bound["name"] if bound is not None else branch
        return "case", "" if _DECIDED.search(said) else _short(said)
    tested = _TESTED.match(match["test"])
    if tested is None:
        return "", ""
    if tested["kind"] is not None:
        return f"kind of {tested['subject']}", _short(tested["kind"])
    if tested["text"] is not None:
        return f"text of {tested['asked']}", _short(tested["text"])
    return f"value of {tested['left']}", _short(tested["right"])


def _short(label: str) -> str:
    said = " ".join(label.split()).strip(" ({:,")
    quoted = _QUOTED.match(said)
    return quoted["said"] if quoted is not None and len(said) <= len(quoted[0]) else said[:60]


def _names(parts: Sequence[str]) -> list[str]:
    """Return what names each entry; of calls that most begin with a text it is that text."""
    texts = [_first_text(part) for part in parts]
    names = [_name(part) for part in parts]
    if 2 * sum(map(bool, texts)) > len(parts):
        return [text or name for text, name in zip(texts, names, strict=True)]
    return names


def _first_text(part: str) -> str:
    """Return the text that a call is given first: `files` of `Optional("files", …)`."""
    called = _CALLED.match(part.strip())
    return called["said"] if called is not None and _SHOWN.fullmatch(called["said"]) else ""


def _name(part: str) -> str:
    """Return what names an entry: its text, its key, or the first text or name inside it."""
    said = part.strip()
    while said[:1] in PAIRS or said[:1] in "&*":
        said = said[1:].lstrip()
    if said.startswith(("...", "*")):
        return ""
    quoted = _QUOTED.match(said)
    if quoted is not None:
        return quoted["said"] if _SHOWN.fullmatch(quoted["said"]) else ""
    named = _NAMED.match(said)
    if named is None:
        return ""
    is_field = said != part.strip() and said[named.end() :].lstrip().startswith((":", "="))
    inner = _QUOTED.search(said) if is_field else None
    if inner is not None and _SHOWN.fullmatch(inner["said"]):
        return inner["said"]
    return named["said"].rstrip(":.-")
