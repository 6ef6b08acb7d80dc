"""The state of a server of shared results, as all copies of this process find it together.

A build must not wait for a server that fails or that is slower than doing the work again. Whichever
process notices that, all of them leave the server alone from then on, and the build says so once.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from http import HTTPStatus

from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.shared_counts import SharedCounts

_MOST_FAILURES = 3
"""Requests that may fail, in all, before a server is left alone."""

_HOPELESS = 64
"""Results of a kind that a server does not have, before it has had one, after which it isn't asked
for others of that kind: nobody has built this."""

_PATIENCE = 5.0
"""Seconds of waiting before it is judged whether that is worth while."""
_LEAST_PER_SECOND = 10
"""Answers that a second of waiting has to bring; making so many results takes about as long."""


class Trouble(IntEnum):
    """Why a server is left alone."""

    NONE = 0
    UNREACHABLE = 1
    SILENT = 2
    BROKEN_OFF = 3
    ANSWERED = 4
    """With a status that is none of those that were hoped for."""
    SLOW = 5
    NO_PROXY = 6
    NOT_PROVEN = 7
    """By TLS, which server it is."""


_SAID = {
    Trouble.UNREACHABLE: "can't be reached",
    Trouble.NO_PROXY: "can't be reached by the proxy that the environment names",
    Trouble.NOT_PROVEN: "can't be reached by TLS: its certificate is not trusted, or it has none",
    Trouble.SILENT: "took too long to answer",
    Trouble.BROKEN_OFF: "broke off its answers",
}


class _Count(IntEnum):
    """Numbers in the memory that copies share."""

    TROUBLE = 0
    STATUS = 1
    NOT_WRITTEN = 2
    FAILURES = 3
    WRONG = 4
    TAKEN = 5
    SENT = 6
    WAITED = 7
    """Milliseconds."""
    ANSWERS = 8


_KINDS = {kind: len(_Count) + 2 * number for number, kind in enumerate(Cached)}
"""Kind of results → where it is counted how many of them were missing, and how many were there."""
_AT_FAULT = 500
"""The first status by which a server says that it has failed, and may do better next time."""


class RemoteHealth:
    """What was met with one server.

    Args:
        url: Its address, as messages have it.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._counts = SharedCounts(len(_Count) + 2 * len(Cached))
        self._told: set[str] = set()

    @property
    def is_off(self) -> bool:
        """Whether the server is left alone."""
        return self._counts[_Count.TROUBLE] != Trouble.NONE

    @property
    def takes_nothing(self) -> bool:
        """Whether the server has refused what it was sent."""
        return self.is_off or self._counts[_Count.NOT_WRITTEN] != 0

    def is_hopeless(self, kind: Cached) -> bool:
        """Whether there seems to be nothing of a kind."""
        missing, there = self._counts[_KINDS[kind]], self._counts[_KINDS[kind] + 1]
        return there == 0 and missing >= _HOPELESS

    def missed(self, kind: Cached) -> None:
        """Note that a result isn't there."""
        self._counts.add(_KINDS[kind])

    def took(self, kind: Cached) -> None:
        """Note that a result was there."""
        self._counts.add(_KINDS[kind] + 1)
        self._counts.add(_Count.TAKEN)

    def sent(self) -> None:
        """Note that a result was put there."""
        self._counts.add(_Count.SENT)

    def were_wrong(self, values: int) -> None:
        """Note values that can't be what was put there."""
        self._counts.add(_Count.WRONG, values)

    def failed(self, trouble: Trouble, status: int = 0) -> None:
        """Note a request that came to nothing; after some of them the server is left alone.

        Args:
            trouble: What happened.
            status: With which the server has answered, if it has. One that says that the request
                is to blame, or leads elsewhere, would be the answer to all others as well.
        """
        failures = self._counts.add(_Count.FAILURES)
        if 0 < status < _AT_FAULT or failures >= _MOST_FAILURES:
            self._leave_alone(trouble, status)

    def refused_to_take(self, status: int) -> None:
        """Note that the server takes nothing from us."""
        self._counts[_Count.NOT_WRITTEN] = status

    def waited(self, seconds: float) -> None:
        """Note for how long an answer was waited; a server that gives too few is left alone."""
        if self.is_off:  # requests that are not made any more are no answers
            return
        answers = self._counts.add(_Count.ANSWERS)
        waited = self._counts.add(_Count.WAITED, int(1_000 * seconds)) / 1_000
        if waited > _PATIENCE and answers < waited * _LEAST_PER_SECOND:
            self._leave_alone(Trouble.SLOW)

    def take_messages(self) -> list[str]:
        """Return what there is to say, each sentence once."""
        new = [message for message in self._messages() if message not in self._told]
        self._told.update(new)
        return new

    def summary(self) -> str:
        """Return a sentence on what the server was good for; empty if nothing came or went."""
        taken, sent = self._counts[_Count.TAKEN], self._counts[_Count.SENT]
        if not taken and not sent:
            return ""
        return f"The shared cache had {taken:,} results for this build and was sent {sent:,}."

    def _leave_alone(self, trouble: Trouble, status: int = 0) -> None:
        if not self.is_off:
            self._counts[_Count.STATUS] = status
            self._counts[_Count.TROUBLE] = trouble

    def _messages(self) -> Iterator[str]:
        named = f"The shared cache {self._url}"
        if self._counts[_Count.WRONG]:
            yield (
                f"{named} contained values that are damaged, too large, or not signed with the "
                "secret of this build; they have been ignored."
            )
        if self.is_off:
            said = self._what_happened(Trouble(self._counts[_Count.TROUBLE]))
            yield f"{named} {said}; this build goes on without it."
        elif status := self._counts[_Count.NOT_WRITTEN]:
            yield f"{named} refused results of this build: it answered {_in_words(status)}."

    def _what_happened(self, trouble: Trouble) -> str:
        if trouble == Trouble.ANSWERED:
            return f"answered {_in_words(self._counts[_Count.STATUS])}"
        if trouble == Trouble.SLOW:
            seconds = self._counts[_Count.WAITED] / 1_000
            answers = self._counts[_Count.ANSWERS]
            return f"gave {answers:,} answers in {seconds:.0f} seconds, which is too slow"
        return _SAID[trouble]


def _in_words(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
