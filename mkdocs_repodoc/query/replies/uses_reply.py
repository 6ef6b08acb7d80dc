"""Answers to `uses`: who refers to a symbol, and what is left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from mkdocs_repodoc.model.linked_symbols import Use
from mkdocs_repodoc.query.answer_parts import Answer, AnswerPart, Grade
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.open_lines import TextLine, open_lines
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import UsesQuestion
from mkdocs_repodoc.query.replies.symbol_reply import unknown_uses
from mkdocs_repodoc.query.subjects import subject
from mkdocs_repodoc.query.unsettled import UnsettledError

_OPEN_LINES = 20
_NO_USE = frozenset({"definition"})


class UseEntry(AnswerPart, frozen=True, kw_only=True):
    """A place that refers to a symbol.

    Attributes:
        path: File that it stands in.
        line: Its line.
        column: Where the name starts, in bytes.
        kind: `call`, `name`, `annotation`, `base`, `decorator`, `raise`, `except`, `import`, …
        within: The innermost symbol around it; the file where it stands in none.
        grade: Whether the link is exact.
        in_tests: Whether it stands in a test.
        text: The line, without the white space around it.
    """

    path: str
    line: int
    column: int
    kind: str
    within: str
    grade: Grade
    in_tests: bool
    text: str


class UsesAnswer(Answer, frozen=True, kw_only=True):
    """Who refers to a symbol.

    Attributes:
        kinds: Kind → how many uses.
        using_files: How many files have one.
        uses: The uses, by path and line.
        open_total: How many further lines of code hold the name, where it isn't known what it
            means there: calls on values whose types nothing tells, strings, comments.
        open_lines: The first of them.
    """

    kinds: dict[str, int] = msgspec.field(default_factory=dict)
    using_files: int = 0
    uses: tuple[UseEntry, ...] = ()
    open_total: int = 0
    open_lines: tuple[TextLine, ...] = ()


def uses(asked: AskedRepository, question: UsesQuestion) -> UsesAnswer:
    """Tell who refers to a symbol or file.

    Raises:
        UnsettledError: Names of its language are not looked up, and nothing refers to it.
    """
    ref = subject(asked, question.name, question.path)
    of_any_kind = [
        use
        for use in asked.repository.links.uses.of(ref)
        if use.kind not in _NO_USE and (question.tests or not asked.reaching_tests.is_test(use))
    ]
    found = [use for use in of_any_kind if question.kind in {"", use.kind}]
    unknown = unknown_uses(asked, ref)
    if unknown and not found:
        raise UnsettledError(unknown)
    some = portion(found, question, asked.state)
    wanted = not ref.is_file and not question.cursor
    left_open = open_lines(asked, ref, tests=question.tests) if wanted else []
    return UsesAnswer(
        question="uses",
        subject=asked.entry(ref),
        kinds=_kinds(found),
        using_files=len({use.path for use in found}),
        uses=tuple(_entry(asked, use) for use in some.entries),
        open_total=len(left_open),
        open_lines=tuple(left_open[:_OPEN_LINES]),
        total=some.total,
        next_cursor=some.next_cursor,
        note=_note(() if found else of_any_kind, len(left_open)),
    )


def _note(others: Sequence[Use], open_total: int) -> str:
    """Return what is not in the answer.

    Args:
        others: Uses of other kinds, where there is none of the wanted one.
        open_total: Number of the lines on which nothing tells what the name means.
    """
    said = []
    if others:
        kinds = ", ".join(f"{kind} ({n:,})" for kind, n in _kinds(others).items())
        said.append(f"No use is of this kind; there are others: {kinds}.")
    if open_total:
        said.append(
            f"On {open_total:,} further lines of code the name stands for something that is not "
            "known: a member of a value whose type nothing tells, a string, a comment."
        )
    return " ".join(said)


def _kinds(uses: Sequence[Use]) -> dict[str, int]:
    return dict(Counter(use.kind for use in uses).most_common())


def _entry(asked: AskedRepository, use: Use) -> UseEntry:
    lines = asked.lines(use.path) or ()
    return UseEntry(
        path=use.path,
        line=use.line,
        column=use.column,
        kind=use.kind,
        within=asked.ref_id(use.user),
        grade=use.confidence,
        in_tests=asked.reaching_tests.is_test(use),
        text=_line(lines, use.line),
    )


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1].strip() if 0 < number <= len(lines) else ""
