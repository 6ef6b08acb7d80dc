"""Hands out a thing inside of another one that notes its reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from mkdocs_repodoc.pipeline.traces.reads import (
    ATTRIBUTE,
    ATTRIBUTES,
    ITEM,
    PLAIN,
    Key,
    Read,
    Thing,
    answer,
)


class NotedIn(Protocol):
    """The notes that a thing belongs to."""

    is_repeatable: bool
    """Whether all that was read can be asked again."""

    @property
    def wraps(self) -> Callable[[object], type[Noted] | None]:
        """What an answer is handed out in; `None` for one that is all known with its question."""


class Noted:
    """Hands out a thing and notes what is asked of it.

    Args:
        thing: The thing.
        notes: The notes.
    """

    def __init__(self, thing: Thing, notes: NotedIn) -> None:
        self.noted_thing = thing
        self.noted_parts: dict[tuple[int, Key], Noted | None] = {}
        self.noted_in = notes

    def noted_reads(self) -> list[Read]:
        """Return what was asked, those questions in one that can be."""
        names = []
        reads = []
        for (question, key), part in self.noted_parts.items():
            if part is not None:
                reads.append(Read(question, key, part.noted_reads()))
            elif question == ATTRIBUTE:
                names.append(str(key))
            else:
                reads.append(Read(question, key))
        return [*reads, Read(ATTRIBUTES, tuple(names))] if names else reads

    def noted_answer(self, question: int, key: Key) -> Thing:
        """Return an answer that can be handed out, and note the question.

        Raises:
            LookupError: A mapping has nothing of this key.
        """
        self.noted_parts[question, key] = None
        try:
            value = answer(self.noted_thing, question, key)
        except Exception as error:
            if question != ITEM or not isinstance(error, LookupError):
                self.noted_in.is_repeatable = False
            raise
        if type(value) in PLAIN or (wrap := self.noted_in.wraps(value)) is None:
            return value
        noted = self.noted_parts[question, key] = wrap(value, self.noted_in)
        return noted
