"""Gates of a build beside its tests: what makes it fail although they pass, by its files.

Each language that can tell names the signs in its module `first_test`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

GateKind = Literal["warnings", "check", "generated", "refused"]


class Gate(NamedTuple):
    """A line of a build that makes it fail, or that makes sources of other files."""

    kind: GateKind
    said: str
    """As the file has it, or the name of the check."""
    path: str
    line: int
    phase: str = ""
    """When it runs, where the file or the tool says so."""
    repair: str = ""
    """The command that mends what is found; empty where none is known."""


class GateFinder(Protocol):
    """Finds gates in files of one kind."""

    @property
    def files(self) -> re.Pattern[str]:
        """Matches the whole path of a file that may have some."""

    def find(self, path: str, text: str) -> Iterator[Gate]:
        """Yield those that a file has, given its text."""


@dataclass(frozen=True, slots=True)
class GateRule:
    """A sign of a gate.

    Attributes:
        files: Matches the whole path of a file that may have it.
        sign: Found in the file's text. What it calls `said` is told, else the whole of it.
        kind: What the sign means.
        repair: The command that mends what is found.
        comments: Matches what is no part of the file's statements.
    """

    files: re.Pattern[str]
    sign: re.Pattern[str]
    kind: GateKind
    repair: str = ""
    comments: re.Pattern[str] | None = None

    def find(self, path: str, text: str) -> Iterator[Gate]:
        """Yield what a file has of the sign."""
        clean = self.comments.sub(blanked, text) if self.comments is not None else text
        for match in self.sign.finditer(clean):
            said = match["said"] if "said" in match.groupdict() else match[0]
            start = match.end() - len(match[0].lstrip())
            line = clean.count("\n", 0, start) + 1
            yield Gate(self.kind, " ".join(said.split()), path, line, repair=self.repair)


def blanked(match: re.Match[str]) -> str:
    """Return a match without its text, so that all behind it keeps its place."""
    return re.sub(r"[^\n]", " ", match[0])
