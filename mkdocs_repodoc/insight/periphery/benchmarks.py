"""Benchmarks: files that measure the software, told from software that is about measuring."""

from __future__ import annotations

import re
from collections import defaultdict

from mkdocs_repodoc.insight.periphery.customary_folders import BENCHMARKS
from mkdocs_repodoc.model.repository import TEST_ROLES, Repository, Role
from mkdocs_repodoc.paths import stem_of

_NAME = re.compile(r"(?:[a-z0-9]Benchmarks?|[_-]bench(?:mark(?:s|ing)?)?)$")
"""`ParseBenchmark`, `till_bench`; what is only called `benchmark` may do the measuring."""
_AROUND: frozenset[Role] = TEST_ROLES | {"example", "build"}
"""Roles of files that may import a benchmark without making it part of the software."""


def benchmark_files(repository: Repository) -> frozenset[str]:
    """Return the files in folders of benchmarks, and those that are called benchmarks of something.

    A folder or file that files outside of it import is part of the software, whatever it is called:
    a program that measures others has its measuring there.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for path in repository.files:
        if folder := BENCHMARKS.search(path):
            found[path[: folder.end()]].append(path)
        elif _NAME.search(stem_of(path)):
            found[path].append(path)
    return frozenset(
        path
        for folder, paths in found.items()
        if not any(_is_imported(repository, path, folder) for path in paths)
        for path in paths
    )


def _is_imported(repository: Repository, path: str, folder: str) -> bool:
    """Tell whether a file outside a folder imports one in it for the software's sake."""
    return any(
        not each.path.startswith(folder) and repository.files[each.path].role not in _AROUND
        for each in repository.links.imported_by.get(path, ())
    )
