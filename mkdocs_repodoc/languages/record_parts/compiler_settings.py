"""Settings of a language's compiler that name the folder into which it writes."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CompilerSettings:
    """What can be read off the settings of a compiler whose output may lie in the repository.

    Attributes:
        files: Matches the base names of files with such settings.
        folder: Matches a setting whose first group is a folder of the output.
        reads_output: Matches a setting with which files like the compiled ones may be sources too.
        sources: Matches the paths of what is compiled.
        here: What stands for the folder of the settings in the name of another.
    """

    files: re.Pattern[str]
    folder: re.Pattern[str]
    reads_output: re.Pattern[str]
    sources: re.Pattern[str]
    here: str
