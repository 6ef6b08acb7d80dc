"""Files in so many folders, or with so long a path, that a site can't have pages for them.

Each folder has pages of its own, which show the way to it: the site of a single file grows with the
square of its depth. A path in the site is longer than that of the file, and systems limit it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from mkdocs_repodoc.model.diagnostics import Diagnostic

DEEPEST = 100
"""Folders; people use a dozen, generated trees thirty."""
LONGEST = 2_000
"""Bytes of a path; systems allow 4,096 for one that starts at the top."""
_NAMED = 3


def is_too_deep(path: str) -> bool:
    """Tell whether a file of the repository lies too deep to have pages."""
    return path.count("/") > DEEPEST or len(os.fsencode(path)) > LONGEST


def too_deep(paths: Sequence[str]) -> Diagnostic:
    """Return what is said of files that lie too deep; at least one."""
    files = "1 file is" if len(paths) == 1 else f"{len(paths):,} files are"
    named = ", ".join(f"{path[:60]}…" for path in paths[:_NAMED])
    more = ", …" if len(paths) > _NAMED else ""
    return Diagnostic(
        "warning",
        "",
        0,
        f"{files} not documented, in more than {DEEPEST} folders or with a path of more than "
        f"{LONGEST:,} bytes: {named}{more}",
    )
