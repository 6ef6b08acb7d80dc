"""A file of the site that was made for a preview, or what stands for it."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_repodoc.processes.limits import Loss


class MadeFile(NamedTuple):
    """What is answered when a file is asked for.

    Attributes:
        content: What is in the file.
        is_withheld: Whether that only says why the file could not be made. It is not kept: whoever
            asks next may have more luck.
    """

    content: bytes
    is_withheld: bool = False


def lost_file(loss: Loss) -> MadeFile:
    """Return what stands for a file that is no page."""
    return MadeFile(f"This file could not be made: {loss.reason}.\n".encode(), is_withheld=True)
