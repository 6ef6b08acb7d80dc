"""The distance of files and folders from what the repository offers today."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from mkdocs_repodoc.model.repository import RepoFile, Repository, Role
from mkdocs_repodoc.paths import folder_of, name_of

OWN, PAST, AROUND = 0, 1, 2
"""A file of the repository's own code, of a past version of it, or of what surrounds it: tests,
examples, benchmarks, generated and vendored files."""

_ROLES_AROUND: frozenset[Role] = frozenset({"test", "test support", "example"})
_AROUND_FOLDER = re.compile(r"(?:^|/)_?(?:bench|benchmarks?|benches|perf)/")
_PAST_FOLDER = re.compile(r"(?:^|/)_?(?:legacy|deprecated|obsolete|old|archive|compat)/")
_VERSION = re.compile(r"(?P<stem>(?:.*[-_.])?)v(?P<number>\d{1,3})")
_LEAST_REPEATED = 0.5
"""Share of a folder's files whose names its parent has as well, if it is a past version of it."""


class Remoteness:
    """Tells of each file and folder how remote it is.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        versions = _past_versions(repository)
        self._files = {path: _of_file(file, versions) for path, file in repository.files.items()}
        self._folders = _of_folders(repository, self._files)

    def of_file(self, path: str) -> int:
        """Return `OWN`, `PAST` or `AROUND`."""
        return self._files[path]

    def of_folder(self, path: str) -> int:
        """Return the remoteness of the nearest file in a folder, those deeper down included."""
        return self._folders[path]


def _of_file(file: RepoFile, versions: AbstractSet[str]) -> int:
    if file.role in _ROLES_AROUND or file.source.origin or _AROUND_FOLDER.search(file.path):
        return AROUND
    is_past = _PAST_FOLDER.search(file.path) or not versions.isdisjoint(_above(file.path))
    return PAST if is_past else OWN


def _of_folders(repository: Repository, files: Mapping[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for path in sorted(repository.folders, reverse=True):  # subfolders before what holds them
        folder = repository.folders[path]
        below = (found[child] for child in folder.folders)
        found[path] = min((*below, *(files[file] for file in folder.files)), default=OWN)
    return found


def _past_versions(repository: Repository) -> frozenset[str]:
    """Return the folders of past versions, which no name alone gives away.

    `v3` is past beside `v4`, and `docs-v3` beside `docs`; `v1` is past where it repeats the files
    of the folder that it is in. A `v1` that stands alone is the first version of something.
    """
    siblings: dict[str, dict[str, str]] = defaultdict(dict)
    for path in repository.folders:
        siblings[folder_of(path)][name_of(path)] = path
    return frozenset(
        path
        for names in siblings.values()
        for name, path in names.items()
        if (version := _VERSION.fullmatch(name))
        and (_has_later(version, names) or _repeats_parent(repository, path))
    )


def _has_later(version: re.Match[str], names: Mapping[str, str]) -> bool:
    stem, number = version["stem"], int(version["number"])
    others = filter(None, map(_VERSION.fullmatch, names))
    return (bool(stem) and stem[:-1] in names) or any(
        other["stem"] == stem and int(other["number"]) > number for other in others
    )


def _repeats_parent(repository: Repository, path: str) -> bool:
    mine = {name_of(file) for file in repository.folders[path].files}
    parent = {name_of(file) for file in repository.folders[folder_of(path)].files}
    return bool(mine) and len(mine & parent) >= _LEAST_REPEATED * len(mine)


def _above(path: str) -> Iterator[str]:
    """Yield the folders that a file is in, the innermost first."""
    while path := folder_of(path):
        yield path
