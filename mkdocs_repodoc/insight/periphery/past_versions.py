"""Past versions: files that are kept for those who have not moved on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.paths import ancestors, folder_of, name_of

_PAST = re.compile(
    r"(?:^|/)_*(?:(?:legacy|deprecated|obsolete|compat)(?:/|\.\w+$)|(?:old|archived)/)"
)
"""Folders and modules whose names say it."""
_VERSION = re.compile(r"(?P<stem>(?:.*[-_.])?)v(?P<number>\d{1,3})")
_LEAST_REPEATED = 0.5
"""Share of a folder's files whose names its parent has as well, if it is a past version of it."""


class PastVersions:
    """Tells which files belong to past versions.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        self._folders = _numbered(repository)

    def __contains__(self, path: str) -> bool:
        """Tell whether a file is of a past version, by a name on its path or a later version."""
        return bool(_PAST.search(path)) or not self._folders.isdisjoint(ancestors(path))


def _numbered(repository: Repository) -> frozenset[str]:
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
