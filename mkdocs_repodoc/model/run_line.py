"""The command line that starts a file."""

from __future__ import annotations

from typing import NamedTuple


class RunLine(NamedTuple):
    """The command line that starts a file from the repository's root."""

    command: str
    starts_folder: bool = False
    """Whether the file is what a command runs that names its folder."""
    relative_import: int = 0
    """Line of a relative import, which works since the command names a module; 0 if none."""
