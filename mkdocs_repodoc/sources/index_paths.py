"""Paths in git's index that no git would put there: they lead to what is not tracked.

A damaged index may hold any path, and one that somebody has made may hold what a file system takes
for another one: Windows drops full stops and blanks at the end of a name, and knows `.git` by a
short name as well; macOS passes over characters without width.
"""

from __future__ import annotations

import re
import sys
from pathlib import PurePosixPath, PureWindowsPath

_GITS_FOLDER = frozenset({".git", "git~1"})
_WITHOUT_WIDTH = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")


def leads_out(path: str, system: str = sys.platform) -> bool:
    """Return whether a path leads out of its work tree, or to git's own folder.

    Args:
        path: As the index has it.
        system: Python's name of the operating system.
    """
    is_windows = system == "win32"
    whole = PureWindowsPath(path) if is_windows else PurePosixPath(path)
    parts = re.split(r"[/\\]", path) if is_windows else path.split("/")
    return bool(whole.anchor) or any(_is_strange(part, system) for part in parts)


def _is_strange(part: str, system: str) -> bool:
    if part in {"", ".", ".."} or (system == "win32" and not part.rstrip(". ")):
        return True
    seen = _WITHOUT_WIDTH.sub("", part) if system == "darwin" else part
    # Git itself refuses the names that mean its folder on Windows, wherever it is.
    seen = seen.partition(":")[0].rstrip(". ").lower()
    return seen in _GITS_FOLDER
