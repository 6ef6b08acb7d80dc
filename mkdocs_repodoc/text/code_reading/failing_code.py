"""Lines for failures as one language writes them, beside the words that many languages share."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class FailingCode:
    """Patterns that are matched with the beginning of a statement.

    Attributes:
        reports: What reports a failure.
        handles: The head of a block for a failure.
        tries: The head of such a block that makes the call itself.
        ends: What ends the program.
    """

    reports: re.Pattern[str] = _NOTHING
    handles: re.Pattern[str] = _NOTHING
    tries: re.Pattern[str] = _NOTHING
    ends: re.Pattern[str] = _NOTHING
