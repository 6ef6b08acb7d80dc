"""A cache that others may have filled: it would decide what pages show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs_repodoc.cache.cache_file import CACHE_FILE
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.sources.came_along import came_along
from mkdocs_repodoc.sources.git import GitError

_SUFFIXES = ("", "-wal", "-shm", "-journal")
"""SQLite takes what it finds in such files for a part of the database."""


def cache_of_others(folder: Path | None) -> Iterator[Diagnostic]:
    """Say why a cache isn't used: it came with the repository, or git doesn't say that it didn't.

    Args:
        folder: Folder of the cache; `None` if there is none.
    """
    if folder is None:
        return
    try:
        if not came_along(folder / CACHE_FILE, _SUFFIXES):
            return
        problem = (
            f"The cache in {folder} is tracked by git and isn't used, as anybody may have filled "
            "it; remove it from the repository and name it in .gitignore."
        )
    except GitError as error:
        problem = f"The cache in {folder} isn't used, as anybody may have filled it: {error}"
    yield Diagnostic("warning", "", 0, problem)
