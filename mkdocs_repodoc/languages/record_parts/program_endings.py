"""Endings of a language's programs: functions that end them, and what these take for a status."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ProgramEndings:
    """What ends a program, and with which status.

    Attributes:
        functions: Functions that end it as calls write them, variables for its status.
        imported: Such functions by a bare name → what shows that a file has imported them.
        aborts: Functions that end it, or the work under way, and take no status.
        statuses: Names that stand for a status, functions that always end with one included, and
            the status.
        of_text: The status where a text that is printed stands in its stead; empty for none.
        words: What the functions take for a status → the status.
        wrappers: What a status is put into where a function returns it, by its last name.
        unhandled: What errors are called that reach the end of the program, and the status that it
            has then; empty where that is left to systems or settings.
    """

    functions: tuple[str, ...] = ()
    imported: Mapping[str, re.Pattern[bytes]] = field(default_factory=dict)
    aborts: tuple[str, ...] = ()
    statuses: Mapping[str, str] = field(default_factory=dict)
    of_text: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    wrappers: tuple[str, ...] = ()
    unhandled: tuple[str, str] = ("", "")
