"""Reasons why a question has no answer: nothing is known, several meanings, a wrong cursor."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.model.linked_symbols import SymbolRef


class QuestionError(RepodocError):
    """A question can't be asked like that; the text says how it can."""


class UnsettledError(Exception):
    """A question that ends without its answer, which is then said instead of one.

    Args:
        note: Why, in a sentence.
        candidates: What a name of the question may mean; none if it means nothing.
    """

    def __init__(self, note: str, candidates: Sequence[SymbolRef] = ()) -> None:
        super().__init__(note)
        self.note = note
        self.candidates = candidates
