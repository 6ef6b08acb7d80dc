"""Answers in parts: as many entries as were asked for, and a cursor that leads on to the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from mkdocs_repodoc.query.questions import ListQuestion
from mkdocs_repodoc.query.unsettled import QuestionError

Entry = TypeVar("Entry")


class Portion(NamedTuple, Generic[Entry]):
    """Some of the entries of an answer."""

    entries: Sequence[Entry]
    total: int
    next_cursor: str


def portion(entries: Sequence[Entry], question: ListQuestion, state: str) -> Portion[Entry]:
    """Return the entries that a question wants.

    Args:
        entries: All of them.
        question: Says how many, and from where on.
        state: Of the repository: a cursor is of no use after a change.

    Raises:
        QuestionError: The cursor is none, or one of another state.
    """
    start = _start(question.cursor, state)
    end = start + question.limit
    return Portion(entries[start:end], len(entries), f"{end}-{state}" if end < len(entries) else "")


def _start(cursor: str, state: str) -> int:
    if not cursor:
        return 0
    offset, _, of_state = cursor.partition("-")
    if not offset.isdecimal():
        raise QuestionError(f"cursor {cursor!r} is none; take it from 'next_cursor' of an answer")
    if of_state != state:
        raise QuestionError(
            "the repository has changed since the answer that the cursor is of; ask again without"
        )
    return int(offset)
