"""Tells the person at the terminal how far a long step is."""

from __future__ import annotations

import logging
import sys
import time

_PATIENCE = 2.0
"""Seconds before a step is worth a word, and between two words."""


class Progress:
    """Reports steps through the log: silent with `-q`, plain lines in CI.

    On a terminal the count is rewritten in place instead.
    """

    def __init__(self, log: logging.LoggerAdapter[logging.Logger] | logging.Logger) -> None:
        self._log = log
        self._spoken = time.monotonic()
        self._in_place = False

    def __call__(self, step: str, done: int, total: int) -> None:
        """Say that `done` of `total` files are through a step, if it was silent for long."""
        now = time.monotonic()
        finished = done >= total
        if self._in_place and finished:
            sys.stderr.write("\r\033[K")
            self._in_place = False
        if finished or now - self._spoken < _PATIENCE or not self._log.isEnabledFor(logging.INFO):
            return
        self._spoken = now
        message = f"{step} files: {done:,} of {total:,}"
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\033[K{message}")
            sys.stderr.flush()
            self._in_place = True
        else:
            self._log.info(message)
