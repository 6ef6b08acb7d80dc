"""Files of one kind in a part: those that define the same names, as plug-ins do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.repository import Repository

_LEAST_FILES = 5
_LEAST_NAMES = 3
_SHARE = 0.6
"""Share of the names of a kind that a file defines which is of it."""


class Siblings(NamedTuple):
    """Files that define the same names."""

    files: tuple[str, ...]
    names: tuple[str, ...]
    """Those that most of them define, in the order of the first file that has most."""


def siblings(repository: Repository, paths: Sequence[str]) -> Siblings | None:
    """Return the files of one kind among some; `None` if too few have names in common.

    Args:
        repository: The linked repository.
        paths: The files, none of which says what it is for.
    """
    defined = {path: _names(repository, path) for path in paths}
    counts = Counter(name for names in defined.values() for name in names)
    common = {
        name for name, number in counts.items() if number >= max(_LEAST_FILES, len(paths) / 2)
    }
    if len(common) < _LEAST_NAMES:
        return None
    files = tuple(
        path
        for path, names in defined.items()
        if len(common & names.keys()) >= _SHARE * len(common)
    )
    if len(files) < _LEAST_FILES:
        return None
    first = max(files, key=lambda path: len(common & defined[path].keys()))
    return Siblings(files, tuple(name for name in defined[first] if name in common))


def _names(repository: Repository, path: str) -> dict[str, None]:
    """Return the outer public names that a file defines, in the order of its lines."""
    return {
        symbol.bare_name: None
        for symbol in repository.files[path].outline.symbols
        if symbol.public and is_outer(symbol)
    }
