"""Past commits: the names in their subjects, and the files that they touched."""

from __future__ import annotations

import re
from functools import cached_property

from mkdocs_repodoc.model.repository import Repository

_NAME = re.compile(r"[A-Za-z0-9]+")
_MOST_RUN = 3
"""Words of a subject that are a name together."""


class PastSubjects:
    """The commits of the past by the files that they touched.

    Args:
        repository: The linked repository.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    @cached_property
    def paths(self) -> dict[int, tuple[str, ...]]:
        """Number of a commit of the past → the files that it touched and that are still there."""
        files = self._repository.files
        found: dict[int, list[str]] = {}
        for path, numbers in self._repository.history.past.touched.items():
            for number in numbers if path in files else ():
                found.setdefault(number, []).append(path)
        return {number: tuple(paths) for number, paths in found.items()}


def name_runs(subject: str) -> set[str]:
    """Return the words of a subject, and two and three of them as one."""
    words = [word.lower() for word in _NAME.findall(subject)]
    return {
        "".join(words[start : start + length])
        for length in range(1, _MOST_RUN + 1)
        for start in range(len(words) - length + 1)
    }
