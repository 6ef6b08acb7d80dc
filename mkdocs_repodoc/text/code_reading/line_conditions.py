"""Conditions on the line of what they decide on: `if (text == null) return none();`.

Before the statement, as in most languages, or behind it, as in Ruby and in Python's conditional
expressions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.text.code_reading.code_words import CONDITION_WORD
from mkdocs_repodoc.text.comments import BEHIND_CODE

_BEFORE = re.compile(rf"\s*(?:[}})\]]+\s*)?(?P<said>(?:{CONDITION_WORD}|while)\b)")
_BEHIND = re.compile(r"\s(?P<said>(?:if|unless)\s[^\"'`]+)$")
_QUOTE = re.compile(r"[\"'`]")
_OPENS = re.compile(
    r"(?<!\s)\s*(?P<opens>(?:=>\s*)?\{\s*(?P<comment>(?://|/\*|#\s|(?<=\s)#).*)?$"
    r"|(?::|\bthen|\bdo)\s*(?P<behind>(?:(?<=\s)(?://|#)|#\s).*)?$)"
)
"""What opens a block, with a comment behind it; `://` is of an address."""
_GOES_ON = re.compile(r"\s*(?:&&|\|\||and\b|or\b|[=!<>]=|[<>+*/?%&|^-]\s|\.)")
"""What stands behind a bracket that doesn't end the condition."""
_KEPT = re.compile(r":=|[^=!<>]=[^=>]|\blet\b")
"""A condition that keeps what it is decided by."""
COMMENT_BEHIND = re.compile(r"\s(?://|#)\s")
"""A comment behind code."""
_OTHERWISE = re.compile(r"\selse\s")


class DecidedLine(NamedTuple):
    """A line with a condition and what is only run where it holds."""

    head: str
    """The condition with its word, as written."""
    decided: str
    """The rest of the line, of which it decides whether it is run."""


def decided_line(text: str) -> DecidedLine | None:
    """Return the condition of a line, and what the line does if it holds; `None` without both."""
    text = BEHIND_CODE.sub("", text).rstrip()
    if (match := _BEFORE.match(text)) is not None:
        end = _end(text, match.end())
        decided = text[end:].lstrip(" :{").rstrip(" }") if end else ""
        head = text[match.start("said") : end].strip()
        return DecidedLine(head, decided) if decided.strip(" ;") else None
    if (match := _BEHIND.search(text)) is not None:
        before = text[: match.start()]
        head, *otherwise = _OTHERWISE.split(match["said"], maxsplit=1)
        is_whole = is_balanced(head) and (bool(otherwise) or is_balanced(before))
        if is_whole and not _QUOTE.search(before):
            return DecidedLine(head.strip().rstrip(";"), before)
    return None


def condition_of(text: str, name: str) -> str:
    """Return the condition on a line under which the line calls something; empty without one.

    Args:
        text: The line.
        name: What it calls, without what it is a member of.
    """
    found = decided_line(text)
    if found is None or not name:
        return ""
    called = re.compile(rf"\b{re.escape(name)}\b")
    is_decided = called.search(found.decided) and not called.search(found.head)
    return found.head if is_decided else ""


def is_in_condition(text: str, name: str) -> bool:
    """Tell whether a line calls something to decide by it, and does nothing else with the outcome.

    Args:
        text: The line.
        name: What it calls, without what it is a member of.
    """
    match = _BEFORE.match(text)
    if match is None or _KEPT.search(text):
        return False
    end = _end(text, match.end()) or len(text)
    return re.search(rf"\b{re.escape(name)}\b", text[match.end() : end]) is not None


def _end(text: str, start: int) -> int:
    """Return where the condition ends that begins at a place; 0 where it goes on in other lines."""
    depth = 0
    is_bracketed = text[start:].lstrip().startswith("(")
    for position in range(start, len(text)):
        letter = text[position]
        depth += (letter in "([") - (letter in ")]")
        if is_bracketed and letter == ")" and not depth:
            return 0 if _GOES_ON.match(text, position + 1) else position + 1
        if not depth and (letter == "{" or text.startswith(": ", position)):
            return position
    return 0


def before_block(said: str) -> str | None:
    """Return the head of a block without what opens it at the end; `None` where nothing does.

    Args:
        said: The line from the first word of the head on.
    """
    position = 0
    while (match := _OPENS.search(said, position)) is not None:
        before = said[: match.start()]
        is_bare = match["comment"] is None and match["behind"] is None
        if is_bare or not any(before.count(quote) % 2 for quote in "\"'`"):
            return before
        position = match.start("opens") + 1
    return None


def whole_head(said: str, below: Sequence[str]) -> str:
    """Return a head with the lines below it that close its brackets, if these are few."""
    whole = said
    for text in below:
        whole = f"{whole.rstrip()} {text.strip()}"
        if all(whole.count(opens) == whole.count(ends) for opens, ends in ("()", "[]")):
            tidied = re.sub(r"(?<=[(\[]) | (?=[)\]])|,(?= ?[)\]])", "", whole)
            return tidied if not COMMENT_BEHIND.search(tidied) else said
    return said


def goes_on(below: str) -> bool:
    """Tell whether a line goes on with a condition of the line above."""
    return _GOES_ON.match(below) is not None


def is_balanced(text: str) -> bool:
    """Tell whether as many brackets of each kind are closed as opened."""
    return all(text.count(opens) == text.count(ends) for opens, ends in ("()", "[]", "{}"))
