"""What rendering one page asks of the repository, noted with the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from mkdocs_repodoc.html.render_context import QUESTIONS, RenderContext

Question = tuple[str | int, ...]
"""Name of a question of the context, and its arguments."""


class Asked:
    """The questions of one page.

    Attributes:
        answers: By question, in the order in which they were first asked.
    """

    def __init__(self) -> None:
        self.answers: dict[Question, object] = {}

    def noting(self, context: RenderContext) -> RenderContext:
        """Return a context that answers as another one does, and notes it here."""
        noted: dict[str, Any] = {name: self._noted(name, context) for name in QUESTIONS}
        return replace(context, **noted)

    def _noted(self, name: str, context: RenderContext) -> Callable[..., object]:
        answer: Callable[..., object] = getattr(context, name)
        answers = self.answers

        def ask(*arguments: str | int) -> object:
            question = (name, *arguments)
            if question not in answers:
                answers[question] = answer(*arguments)
            return answers[question]

        return ask


def answer(context: RenderContext, question: Question) -> object:
    """Return what a context answers now to a question that was noted."""
    name, *arguments = question
    ask: Callable[..., object] = getattr(context, str(name))
    return ask(*arguments)
