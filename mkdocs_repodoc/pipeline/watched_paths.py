"""Paths that a preview must look at to notice a change of the documented files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.sources import git


def watched_paths(repository: Repository, settings: Settings) -> Iterator[Path]:
    """Yield them: documented files, what options name, and git's own state."""
    yield from (settings.root / path for path in repository.files)
    yield from (source.file for source in settings.inventories)
    yield from settings.scip
    if settings.coverage is not None:
        yield settings.coverage
    try:
        yield from git.state_files(settings.root)  # a file is documented once it is added
    except git.GitError:
        yield from (settings.root / path for path in repository.folders)
