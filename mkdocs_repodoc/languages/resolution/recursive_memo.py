"""A memo for questions that may lead back to themselves, the same whoever asks first.

Modules import from each other in cycles, and types depend on themselves. What is found on the way
round depends on where the way began: it must not be remembered for those who begin elsewhere, or
the same file would mean one thing in one process and another in the next. A chain of questions
without end, of modules that import from one another, is followed so far and no further.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Answer = TypeVar("Answer")

MOST_OPEN = 300
"""Questions that wait for each other. People's chains have ten; each takes some ten calls."""


class RecursiveMemo:
    """Computes each answer once; within a cycle, once for each question that began it."""

    def __init__(self) -> None:
        self._known: dict[Hashable, object] = {}
        """Answers that no cycle had a part in."""
        self._first: dict[Hashable, object] = {}
        """Answers to the questions that began at a cycle, or led into one."""
        self._inner: dict[Hashable, object] = {}
        """Answers in cycles that hold for the question under way."""
        self._open: set[Hashable] = set()
        self._is_circular = False

    @property
    def is_idle(self) -> bool:
        """Whether no question is under way, so that no answer has a gap where it would be."""
        return not self._open

    def has(self, question: Hashable) -> bool:
        """Tell whether the answer to a question need not be worked out now."""
        remembered = self._inner if self._open else self._first
        return question in self._known or question in self._open or question in remembered

    def get(self, question: Hashable, work: Callable[[], Answer], if_recursive: Answer) -> Answer:
        """Return the answer to a question.

        Args:
            question: What tells it from all others.
            work: Finds the answer; may ask further questions.
            if_recursive: The answer while it is being worked out, and where it is too far away.
        """
        if question in self._known:
            return cast("Answer", self._known[question])
        if question in self._open or len(self._open) >= MOST_OPEN:
            self._is_circular = True
            return if_recursive
        remembered = self._inner if self._open else self._first
        if question in remembered:
            self._is_circular = bool(self._open)
            return cast("Answer", remembered[question])
        return self._worked_out(question, work)

    def _worked_out(self, question: Hashable, work: Callable[[], Answer]) -> Answer:
        was_circular, self._is_circular = self._is_circular, False
        self._open.add(question)
        try:
            found = work()
        finally:
            self._open.remove(question)
        if not self._is_circular:
            self._known[question] = found
        elif self._open:
            self._inner[question] = found
        else:
            self._first[question] = found
            self._inner.clear()
        self._is_circular = bool(self._open) and (was_circular or self._is_circular)
        return found
