"""Files whose summaries several others have too: a notice at the top of each describes none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from mkdocs_repodoc.model.repository import RepoFile

MOST = 3
"""Files that may say the same of themselves, as the translations of a module or its twins do."""


def mark_repeated(files: Mapping[str, RepoFile]) -> dict[str, RepoFile]:
    """Return the files, those marked whose summary more than `MOST` of them have.

    Args:
        files: By path.
    """
    counts = Counter(file.outline.summary for file in files.values())
    return {
        path: replace(file, repeats=True)
        if file.outline.summary and counts[file.outline.summary] > MOST
        else file
        for path, file in files.items()
    }
