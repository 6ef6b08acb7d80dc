"""Ranks of files, by how much of the repository depends on each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from mkdocs_repodoc.model.repository import Repository

_SHARES = (1, 5, 10, 25, 50)
"""Per cent of the files."""


class Ranks:
    """Ranks the files of a repository; generated and vendored ones have no rank.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    @cached_property
    def by_path(self) -> Mapping[str, int]:
        """Path → the file's rank, from 1 on."""
        files = self._repository.files
        weights = {
            path: weight
            for path, weight in self._repository.links.ranks.items()
            if not files[path].source.origin
        }
        order = sorted(weights, key=lambda path: -weights[path])
        return {path: rank for rank, path in enumerate(order, 1)}

    def share(self, path: str) -> int:
        """Return how far up a file is: 0 for the first, else the per cent that it is among.

        A file below the middle is among all, 100 %. The rank itself would change on the pages of
        all that come after a file that is added.
        """
        ranks = self.by_path
        rank = ranks.get(path, len(ranks))
        if rank == 1:
            return 0
        return next((each for each in _SHARES if rank <= len(ranks) * each / 100), 100)
