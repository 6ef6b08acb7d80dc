"""The distance of files and folders from what the repository offers today."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_repodoc.insight.bounded_answers import Bounds, bounded
from mkdocs_repodoc.insight.periphery.benchmarks import benchmark_files
from mkdocs_repodoc.insight.periphery.past_versions import PastVersions
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile, Repository, Role

OWN, PAST, AROUND = 0, 1, 2
"""A file of the repository's own code, of a past version of it, or of what surrounds it: tests,
examples, benchmarks, generated and vendored files."""

_ROLES_AROUND: frozenset[Role] = TEST_ROLES | {"example"}


class Remoteness:
    """Tells of each file and folder how remote it is.

    Args:
        repository: The linked repository.
        bounds: The bounds of answers over all files.
    """

    def __init__(self, repository: Repository, bounds: Bounds | None = None) -> None:
        self.bounds = bounds or Bounds()
        self._repository = repository

    def of_file(self, path: str) -> int:
        """Return `OWN`, `PAST` or `AROUND`; all are its own where that can't be told."""
        return self._files.get(path, OWN)

    def of_folder(self, path: str) -> int:
        """Return the remoteness of the nearest file in a folder, those deeper down included."""
        return self._folders.get(path, OWN)

    @bounded("what surrounds the software", dict)
    def _files(self) -> Mapping[str, int]:
        past, benchmarks = PastVersions(self._repository), benchmark_files(self._repository)
        return {
            path: AROUND if path in benchmarks else _of_file(file, past)
            for path, file in self._repository.files.items()
        }

    @bounded("what surrounds the software", dict)
    def _folders(self) -> Mapping[str, int]:
        return _of_folders(self._repository, self.of_file)


def _of_file(file: RepoFile, past: PastVersions) -> int:
    if file.role in _ROLES_AROUND or file.source.origin:
        return AROUND
    return PAST if file.path in past else OWN


def _of_folders(repository: Repository, of_file: Callable[[str], int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for path in sorted(repository.folders, reverse=True):  # subfolders before what holds them
        folder = repository.folders[path]
        below = (found[child] for child in folder.folders)
        found[path] = min((*below, *map(of_file, folder.files)), default=OWN)
    return found
