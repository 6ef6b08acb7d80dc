"""Functions that a language runs by itself before a program's main function."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FirstFunctions:
    """How such functions are told.

    Attributes:
        names: What they are called, in whichever file of the program they stand.
        chosen: Matches a line by which a file is left out of some builds, as its name may be.
    """

    names: frozenset[str]
    chosen: re.Pattern[str]
