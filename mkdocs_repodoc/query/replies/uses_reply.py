"""Answers to `uses`: who refers to a symbol, and what is left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mkdocs_repodoc.model.linked_symbols import Use
from mkdocs_repodoc.query.asked_repository import AskedRepository
from mkdocs_repodoc.query.open_lines import open_lines
from mkdocs_repodoc.query.paging import portion
from mkdocs_repodoc.query.questions import UsesQuestion
from mkdocs_repodoc.query.replies.symbol_reply import unknown_uses
from mkdocs_repodoc.query.subjects import subject
from mkdocs_repodoc.query.symbol_answers import UseEntry, UsesAnswer
from mkdocs_repodoc.query.unsettled import UnsettledError

_OPEN_LINES = 20
_NO_USE = frozenset({"definition"})


def uses(asked: AskedRepository, question: UsesQuestion) -> UsesAnswer:
    """Tell who refers to a symbol or file.

    Raises:
        UnsettledError: Names of its language are not looked up, and nothing refers to it.
    """
    ref = subject(asked, question.name, question.path)
    found = [
        use
        for use in asked.repository.links.uses.of(ref)
        if use.kind not in _NO_USE
        and question.kind in {"", use.kind}
        and (question.tests or not asked.reaching_tests.is_test(use))
    ]
    unknown = unknown_uses(asked, ref)
    if unknown and not found:
        raise UnsettledError(unknown)
    some = portion(found, question, asked.state)
    wanted = not ref.is_file and not question.cursor
    left_open = open_lines(asked, ref, tests=question.tests) if wanted else []
    note = (
        f"On {len(left_open):,} further lines of code the name stands for something that is not "
        "known: a member of a value whose type nothing tells, a string, a comment."
        if left_open
        else ""
    )
    return UsesAnswer(
        question="uses",
        subject=asked.entry(ref),
        kinds=dict(Counter(use.kind for use in found).most_common()),
        using_files=len({use.path for use in found}),
        uses=tuple(_entry(asked, use) for use in some.entries),
        open_total=len(left_open),
        open_lines=tuple(left_open[:_OPEN_LINES]),
        total=some.total,
        next_cursor=some.next_cursor,
        note=note,
    )


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
