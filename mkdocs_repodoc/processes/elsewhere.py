"""Pieces of work handed to an executor, which may have its workers on other machines.

Whatever becomes of workers, of the executor or of its scheduler, this ends: with results, and with
the reason why some are missing. Whoever asked does those here.
"""

from __future__ import annotations

import pickle
import queue
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.processes.answers import Done, Raised, Ready
from mkdocs_repodoc.processes.broker_process import BrokerProcess
from mkdocs_repodoc.processes.brokers import Brokerage, Outcome
from mkdocs_repodoc.processes.interpreters import Said

_AHEAD = 32
"""Pieces that may be with the executor at a time: enough for some tens of workers."""
_MOST_FAILURES = 3
"""Pieces that may come to nothing before the executor gets no more."""
_SECONDS_TO_START = 60.0
_SECONDS_TO_END = 5.0
_SECONDS_TO_WAIT = 10.0
"""For the last pieces, if none has taken that long, and four times as long as any has otherwise."""
_SLOWNESS = 4
_BROKEN_OFF = "the process that talks to it ended unexpectedly"


class Elsewhere:
    """One use of an executor.

    Args:
        executor: The executor, as the option has it.
        function: A function of a module, from bytes to bytes, which workers call.
        root: The documented folder, in which nothing looks for a module.
        silence: Seconds without any answer after which the executor is given up.

    Attributes:
        trouble: A clause that says why the executor was given up; empty if it was not.
        reason: A clause that says why there was no use in a result; empty if there always was.
    """

    def __init__(
        self, executor: str, function: Callable[[bytes], bytes], root: Path, silence: float
    ) -> None:
        self._executor = executor
        self._silence = silence
        self._said: Said = queue.SimpleQueue()
        work = pickle.dumps(Brokerage(executor, function))
        self._broker = BrokerProcess(root, work, self._said)
        self._handed_out: dict[int, float] = {}
        self._longest = 0.0
        self._heard = time.monotonic()
        self._failures = 0
        self.trouble = ""
        self.reason = ""

    def run(self, count: int, piece: Callable[[int], bytes]) -> Iterator[tuple[int, bytes]]:
        """Yield numbers with results, as they come; some may be missing.

        Args:
            count: How many pieces there are.
            piece: Makes one, by its number, when it is about to be sent.

        Raises:
            SettingsError: The option names nothing that makes an executor.
        """
        try:
            self._wait_until_ready()
            numbers = iter(range(count))
            while not self.trouble:
                while len(self._handed_out) < _AHEAD and (number := next(numbers, -1)) >= 0:
                    self._handed_out[number] = time.monotonic()
                    self._broker.send((number, piece(number)))
                if not self._handed_out:
                    return
                is_last = len(self._handed_out) < _AHEAD
                outcome = self._next_outcome(is_last=is_last)
                if outcome is not None and outcome.result is not None:
                    yield outcome.number, outcome.result
        finally:
            self._broker.end_within(_SECONDS_TO_END)

    def refuse(self, reason: str) -> None:
        """Count a result that can't be used as none.

        Args:
            reason: A clause that says why.
        """
        self._failures += 1
        self.reason = self.reason or reason
        if self._failures >= _MOST_FAILURES:
            self.trouble = self.trouble or reason

    def _wait_until_ready(self) -> None:
        try:
            _, answer = self._said.get(timeout=_SECONDS_TO_START)
        except queue.Empty:
            self.trouble = f"it was not ready after {_SECONDS_TO_START:.0f} seconds"
            return
        self._heard = time.monotonic()
        if isinstance(answer, Raised):
            if isinstance(answer.error, SettingsError):
                raise answer.error
            self.trouble = str(answer.error)
        elif not isinstance(answer, Ready):
            self.trouble = _BROKEN_OFF

    def _next_outcome(self, *, is_last: bool) -> Outcome | None:
        """Wait for what has become of a piece; `None` if that is nothing, or there is trouble."""
        patience = self._silence
        if is_last and self._longest:  # this machine has nothing else to do
            patience = min(patience, max(_SECONDS_TO_WAIT, _SLOWNESS * self._longest))
        end = self._heard + patience
        try:
            _, answer = self._said.get(timeout=max(0.0, end - time.monotonic()))
        except queue.Empty:
            late = len(self._handed_out)
            self.trouble = f"it gave no answer for {patience:.0f} seconds ({late} waiting)"
            return None
        self._heard = time.monotonic()
        if not isinstance(answer, Done):
            self.trouble = str(answer.error) if isinstance(answer, Raised) else _BROKEN_OFF
            return None
        outcome: Outcome = answer.result
        since = self._handed_out.pop(outcome.number, None)
        if since is None:  # a future has told twice that it is done
            return None
        self._longest = max(self._longest, self._heard - since)
        if outcome.result is None:
            self.refuse(outcome.problem)
        return outcome
