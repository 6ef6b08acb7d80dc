"""Files of a folder outside git: all that the `.gitignore` files of each level leave."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from mkdocs_repodoc.paths import prefix_of
from mkdocs_repodoc.sources.path_patterns import path_patterns

if TYPE_CHECKING:
    import pathspec

_NEVER = frozenset({".git", ".hg", ".svn", ".bzr", "__pycache__"})
_Rules: TypeAlias = "tuple[tuple[str, pathspec.GitIgnoreSpec], ...]"
"""The folders around a file that have rules, the outermost first: path with a slash, and rules."""


def untracked_files(root: Path) -> list[str]:
    """Return the paths that the `.gitignore` files of each level leave, in sorted order.

    Links are not followed.

    Args:
        root: The folder.
    """
    found: list[str] = []
    folders: list[tuple[str, _Rules]] = [("", ())]
    while folders:
        folder, rules = folders.pop()
        rules = _with_own_rules(root, folder, rules)
        try:
            entries = list(os.scandir(root / folder))
        except OSError:
            continue  # a folder that may not be listed has no file to show
        for entry in entries:
            if entry.name in _NEVER:
                continue
            path = f"{folder}/{entry.name}" if folder else entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if _is_ignored(path + "/" * is_folder, rules):
                continue
            if is_folder:
                folders.append((path, rules))
            else:
                found.append(path)
    return sorted(found)


def _with_own_rules(root: Path, folder: str, rules: _Rules) -> _Rules:
    file = root / folder / ".gitignore"
    if file.is_symlink() or not file.is_file():
        return rules
    try:
        lines = file.read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return rules  # reported as a file that cannot be read
    spec = path_patterns(_valid_patterns(lines))
    return (*rules, (prefix_of(folder), spec))


def _valid_patterns(lines: Iterable[str]) -> Iterator[str]:
    """Leave out patterns that git would ignore as well, because they are malformed."""
    for line in lines:
        try:
            path_patterns([line])
        except (ValueError, re.error):  # the latter for a range that runs backwards: `[z-a]`
            continue
        yield line


def _is_ignored(path: str, rules: _Rules) -> bool:
    """The deepest `.gitignore` that has something to say decides."""
    for prefix, spec in reversed(rules):
        result = spec.check_file(path[len(prefix) :])
        if result.include is not None:
            return result.include
    return False
