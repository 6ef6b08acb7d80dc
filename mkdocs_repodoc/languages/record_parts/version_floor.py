"""The line of a manifest that says which version of a language a project demands."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VersionFloor:
    """Where a manifest says which version of a language a project demands.

    Attributes:
        manifests: Base names of the files.
        line: Matches the statement; its first group is the version.
        what: What has the version, if not the language itself.
    """

    manifests: tuple[str, ...]
    line: re.Pattern[str]
    what: str = ""
