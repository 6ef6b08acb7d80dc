"""Conditions of the preprocessor: which branches a usual build takes, on Linux with GCC.

What only a build knows is guessed: what configuration looks for is there (`HAVE_…`), other macros
are defined if the file has defined them. A guess never makes a link exact; it chooses between
definitions of one name, and keeps what only unusual builds have from those that never see it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.resolution import boolean_expressions

_DEFINED = re.compile(r"\bdefined\s*(?:\(\s*(\w+)\s*\)|(\w+))")
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)|//.*", re.DOTALL)
_TOKEN = re.compile(r"&&|\|\||!(?!=)|[()]|(?:[^&|!()]|&(?!&)|\|(?!\|)|!=)+")
_WORD = re.compile(r"[A-Za-z_]\w*")
_USUAL = frozenset(
    """
    linux unix __STDC__ __STDC_VERSION__ __GLIBC__ __LP64__ _LP64 __x86_64__ __x86_64 __amd64__
    __ELF__ _GNU_SOURCE NDEBUG
    """.split()  # noqa: SIM905 - reads better
)
_USUAL_BEGINNING = ("HAVE_", "__linux", "__unix", "__GNUC", "__gnu_linux", "__CHAR_BIT", "__SIZEOF")
_LONGEST = 200


class Directive(NamedTuple):
    """A line of the preprocessor."""

    keyword: str
    text: str
    """What stands behind the keyword."""
    start: int
    end: int


class Conditions(NamedTuple):
    """What of a file only some builds see, as starts and ends.

    Attributes:
        branches: All that is under a condition; a guard around the whole file is none.
        unusual: What a usual build leaves out.
    """

    branches: list[tuple[int, int]]
    unusual: list[tuple[int, int]]


def judge(directives: Iterable[Directive], guard: str, length: int) -> Conditions:
    """Tell which branches a usual build takes.

    Args:
        directives: Those of a file, in order.
        guard: Name of the macro that keeps the file from being included twice; may be empty.
        length: Of the file.
    """
    found = Conditions([], [])
    known: set[str] = set()
    open_groups: list[_Group] = []
    for one in directives:
        keyword = one.keyword
        if keyword == "define" and (match := _WORD.search(one.text)):
            if all(group.holds for group in open_groups):
                known.add(match[0])
        elif keyword in ("if", "ifdef", "ifndef"):
            is_guard = bool(guard) and not open_groups and guard in one.text
            open_groups.append(_Group(one.end, _holds(one, known) or is_guard, is_guard=is_guard))
        elif keyword in ("else", "elif", "elifdef", "elifndef") and open_groups:
            open_groups[-1].turn(one, found, keyword == "else" or _holds(one, known))
        elif keyword == "endif" and open_groups:
            open_groups.pop().close(one.start, found)
    while open_groups:
        open_groups.pop().close(length, found)
    return found


def outermost(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, without those inside of others."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def is_within(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether an offset is in one of some spans, which are in order and apart."""
    index = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return index >= 0 and offset < spans[index][1]


class _Group:
    """The branches of an `#if`, while they are read."""

    def __init__(self, start: int, holds: bool, *, is_guard: bool) -> None:
        self.holds = holds
        self._taken = holds
        self._start = start
        self._is_guard = is_guard

    def turn(self, directive: Directive, found: Conditions, holds: bool) -> None:
        """Begin the next branch."""
        self.close(directive.start, found)
        self.holds = holds and not self._taken
        self._taken = self._taken or self.holds
        self._start = directive.end

    def close(self, end: int, found: Conditions) -> None:
        """End a branch."""
        if not self._is_guard:
            found.branches.append((self._start, end))
            if not self.holds:
                found.unusual.append((self._start, end))


def _holds(directive: Directive, known: set[str]) -> bool:
    text = _COMMENT.sub(" ", directive.text.replace("\\\n", " ")).strip()
    if directive.keyword in ("ifdef", "elifdef"):
        return _is_defined(text, known)
    if directive.keyword in ("ifndef", "elifndef"):
        return not _is_defined(text, known)
    tokens = _TOKEN.findall(_DEFINED.sub(lambda match: match[1] or match[2], text))
    tokens = [token.strip() for token in tokens if token.strip()]
    return len(tokens) <= _LONGEST and boolean_expressions.holds(
        tokens, lambda operand: _is_true(operand, known)
    )


def _is_defined(name: str, known: set[str]) -> bool:
    return name in known or name in _USUAL or name.startswith(_USUAL_BEGINNING)


def _is_true(operand: str, known: set[str]) -> bool:
    """Whether an operand holds: a macro that is defined, or a number other than 0."""
    word = _WORD.match(operand)
    if word is not None:
        return _is_defined(word[0], known)
    return bool(operand) and (not operand.startswith("0") or operand.startswith("0x"))
