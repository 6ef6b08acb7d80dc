"""Arguments of a program as its code keeps them once they are parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParsedArguments:
    """How a language's code names parsed arguments, which keep functions under names.

    Attributes:
        made: Matches a statement that parses them and gives them the names in the group `names`.
        customary: Names that they have where they are a parameter.
        imported: Matches an import, with what it binds in the group `names`; none of that is one.
        by_key: Matches a call of what stands under a key of theirs, which is its only group.
    """

    made: re.Pattern[str]
    customary: frozenset[str]
    imported: re.Pattern[str]
    by_key: re.Pattern[str]
