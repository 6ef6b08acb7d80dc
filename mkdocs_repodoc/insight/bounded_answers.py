"""Answers about a whole repository that may fail without costing whoever asks for them.

Many pages show a part of such an answer: what is worked out in vain is worked out once, noted, and
left out of all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, Protocol, TypeVar, overload

from mkdocs_repodoc.processes.attempts import NoResult, attempt
from mkdocs_repodoc.processes.limits import NO_LIMITS, Limits

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of all answers about one repository.

    Attributes:
        limits: What working one of them out may take.
        unsaid: What could not be worked out → why there is nothing.
    """

    limits: Limits = NO_LIMITS
    unsaid: dict[str, NoResult] = field(default_factory=dict)

    def answer(
        self, part: str, work: Callable[[], Answer], nothing: Callable[[], Answer]
    ) -> Answer:
        """Return an answer that depends on what is asked; what stands for it if there is none.

        Args:
            part: What is worked out, as a message has it.
            work: Works it out.
            nothing: Makes what stands for it.
        """
        outcome = attempt(work, self.limits)
        if isinstance(outcome, NoResult):
            self.unsaid[part] = outcome
            return nothing()
        return outcome


class Answering(Protocol):
    """Whatever has such answers."""

    bounds: Bounds


class _Decorator(Protocol):
    def __call__(self, work: Callable[[Any], Answer], /) -> BoundedAnswer[Answer]:
        """Return the property that a method works out."""


class BoundedAnswer(Generic[Answer]):
    """A property that is worked out once, within limits.

    Args:
        work: Works it out.
        part: What it is, as a message has it.
        nothing: Makes of its owner what stands for it where it can't be worked out.
    """

    def __init__(
        self, work: Callable[[Any], Answer], part: str, nothing: Callable[[Any], Answer]
    ) -> None:
        self._work = work
        self._part = part
        self._nothing = nothing
        self._name = ""
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name under which the answer is kept in its owner."""
        self._name = name

    @overload
    def __get__(self, owner: None, kind: type) -> BoundedAnswer[Answer]: ...

    @overload
    def __get__(self, owner: Answering, kind: type) -> Answer: ...

    def __get__(self, owner: Answering | None, kind: type) -> Answer | BoundedAnswer[Answer]:
        """Work the answer out; later on it is found in its owner before this is asked."""
        if owner is None:
            return self
        work, nothing = partial(self._work, owner), partial(self._nothing, owner)
        found = owner.bounds.answer(self._part, work, nothing)
        vars(owner)[self._name] = found
        return found


def bounded(part: str, nothing: Callable[[], Any]) -> _Decorator:
    """Return a decorator for methods that work such answers out; see `BoundedAnswer`.

    Args:
        part: What they work out, as a message has it.
        nothing: Makes what stands for it, whoever is asked.
    """
    return bounded_or(part, lambda _: nothing())


def bounded_or(part: str, nothing: Callable[[Any], Any]) -> _Decorator:
    """Return the same decorator, where what stands for an answer is made of its owner."""

    def decorated(work: Callable[[Any], Answer]) -> BoundedAnswer[Answer]:
        return BoundedAnswer(work, part, nothing)

    return decorated
