"""The exit codes of the program."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What became of a run. Python itself ends with 1, after a traceback: that is a bug."""

    DONE = 0
    """All is as it was asked for."""
    BUG = 1
    """An error that nobody has thought of; the traceback is worth a report."""
    USAGE = 2
    """The command line, a configuration file or an option can't be used."""
    FAILED = 3
    """What was asked for could not be done; the message says why."""
    NOTHING_FOUND = 4
    """A question was understood, and there is no answer to it."""
    INTERRUPTED = 130
    """Stopped from the keyboard."""
