"""What takes a look at the whole repository, worked out once for all pages.

A folder page that counted its subtree anew would make the site's cost quadratic; these sums are
made in one pass over the files and shared by all composers of a run.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from mkdocs_repodoc.model.repository import Cycle, Repository


class Survey:
    """Sums and orders over all files of a repository.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    @cached_property
    def paths(self) -> list[str]:
        """All files, sorted, so that a folder's subtree is one stretch of the list."""
        return sorted(self._repository.files)

    def below(self, folder: str) -> Sequence[str]:
        """Return the paths of all files in a folder and its subfolders."""
        if not folder:
            return self.paths
        start = bisect_left(self.paths, f"{folder}/")
        return self.paths[start : bisect_left(self.paths, f"{folder}0")]  # "0" follows "/"

    @cached_property
    def cycles(self) -> dict[str, list[Cycle]]:
        """Path → the import cycles that the file is part of."""
        cycles: dict[str, list[Cycle]] = {}
        for cycle in self._repository.links.cycles:
            for path in cycle.paths:
                cycles.setdefault(path, []).append(cycle)
        return cycles

    @cached_property
    def places(self) -> dict[str, int]:
        """Path → the file's place, from 1 on, by how much of the repository depends on it."""
        ranks = self._repository.links.ranks
        return {path: place for place, path in enumerate(sorted(ranks, key=lambda p: -ranks[p]), 1)}
