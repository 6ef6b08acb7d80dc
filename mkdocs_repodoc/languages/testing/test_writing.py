"""Forms in which tests are written that no count of cases shows: made, repeated, with stand-ins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

DemandKind = Literal["kept", "random", "rights"]
"""Compared with what is kept; of random values; rights that are taken away from files."""
_RIGHTS = re.compile(
    r"\b(?:\w*[cC]hmod\w*|(?:from_|set_)?mode|fchmodat?)\((?:[^()\n]*[\s,(])?0o?[0-5][0-7]{2}\s*\)"
)
"""A file is left without the right to read or write it."""


class TestDemand(NamedTuple):
    """A form of test that needs something which no assertion shows."""

    kind: DemandKind
    tool: str
    """What does it, as its people write it; empty for the language itself."""
    sign: re.Pattern[str]
    renews: str = ""
    """The command, variable or option of the runner that keeps what comes out now."""


RIGHTS = TestDemand("rights", "", _RIGHTS)
"""In any language."""


@dataclass(frozen=True, slots=True)
class TestWriting:
    """What shows in a file of tests how its cases come to be and run.

    Attributes:
        made: Match statements that make cases while the tests run. What one calls `name` is the
            expression for the name of a case; where it is a variable or has no `test` in it, the
            assignment above it has.
        repeated: Matches the mark of a case that runs once for each of several values.
        replaced: Matches what tests replace by something of their own, as the group `what`.
        around: Matches the head of code that runs before or after each test, asked or not, where
            its file has no cases itself; the group `name` names it.
        failing: Matches a statement by which such code has a test fail.
        demands: Forms of tests that need more than the code.
    """

    __test__ = False
    made: tuple[re.Pattern[str], ...] = ()
    repeated: re.Pattern[str] | None = None
    replaced: re.Pattern[str] | None = None
    around: re.Pattern[str] | None = None
    failing: re.Pattern[str] | None = None
    demands: tuple[TestDemand, ...] = (RIGHTS,)
