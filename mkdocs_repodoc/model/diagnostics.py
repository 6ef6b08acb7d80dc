"""Diagnostics: remarks of a step on an input that it could not use in full.

Steps return diagnostics, they never log: workers run in other processes, and strict builds
count warnings, so that the edge reports each one exactly once.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["info", "warning", "error"]


class Diagnostic(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One problem with one file, at one line."""

    severity: Severity
    path: str
    """Path relative to the repository's root; empty while a record is not yet tied to a file."""
    line: int
    """1-based; 0 when the problem has no line."""
    message: str
    """One sentence: what is wrong and what follows for the page."""
    traceback: str = ""
    """Of an exception that nobody expected, for those who mend it; empty for all other problems."""
