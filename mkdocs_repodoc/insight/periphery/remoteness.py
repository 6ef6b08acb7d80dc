"""The distance of files and folders from what the repository offers today."""

from __future__ import annotations

from collections.abc import Mapping

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
    """

    def __init__(self, repository: Repository) -> None:
        past, benchmarks = PastVersions(repository), benchmark_files(repository)
        self._files = {
            path: AROUND if path in benchmarks else _of_file(file, past)
            for path, file in repository.files.items()
        }
        self._folders = _of_folders(repository, self._files)

    def of_file(self, path: str) -> int:
        """Return `OWN`, `PAST` or `AROUND`."""
        return self._files[path]

    def of_folder(self, path: str) -> int:
        """Return the remoteness of the nearest file in a folder, those deeper down included."""
        return self._folders[path]


def _of_file(file: RepoFile, past: PastVersions) -> int:
    if file.role in _ROLES_AROUND or file.source.origin:
        return AROUND
    return PAST if file.path in past else OWN


def _of_folders(repository: Repository, files: Mapping[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for path in sorted(repository.folders, reverse=True):  # subfolders before what holds them
        folder = repository.folders[path]
        below = (found[child] for child in folder.folders)
        found[path] = min((*below, *(files[file] for file in folder.files)), default=OWN)
    return found
