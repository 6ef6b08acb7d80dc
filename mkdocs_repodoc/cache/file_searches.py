"""Searches through the texts of single files, whose results a later build may use again.

What all files are read for takes longest of all that is said of a repository. Where what is found
in a file follows from that file alone, an edit changes the result of that file alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Found = TypeVar("Found")


@dataclass(frozen=True)
class FileSearch(Generic[Found]):
    """What is looked for in one file.

    Attributes:
        name: Keeps its results apart from those of other searches.
        kind: Type of what is found, as msgspec knows it.
        find: Path → what is found in the file. It must follow from the file's path, its record
            with the text, and `given`: nothing of any other file, no role, no use.
        given: What else it follows from; plain values, in an order that is always the same.
    """

    name: str
    kind: Any
    find: Callable[[str], Found]
    given: object = ()


class FileSearches:
    """Looks through files, each time anew; what keeps results derives from it."""

    def results(self, search: FileSearch[Found], paths: Iterable[str]) -> dict[str, Found]:
        """Return what is found in each of some files, by path, in the order of the paths."""
        return {path: search.find(path) for path in paths}
