"""The way by which a status is followed to what it is set to."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_repodoc.model.linked_symbols import SymbolRef


@dataclass(frozen=True, slots=True)
class StatusTrail:
    """How far a status was followed: functions that hand it on, and what was looked at.

    That is functions for what they return, and for one of their parameters, with its name.
    """

    length: int = 0
    part: int = -1
    """Which of several values that a function returns is followed, from 0 on; -1 for one alone."""
    seen: set[tuple[SymbolRef, str]] = field(default_factory=set)

    def further(self, part: int = -1) -> StatusTrail:
        """Return the trail one step on, for one of several values or a single one."""
        return StatusTrail(self.length + 1, part, self.seen)
