"""Files that commits have renamed: what was done to them before was done under another name."""

from __future__ import annotations

import os
import re
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from mkdocs_repodoc.sources.git_process import GitError, GitTimeoutError, run
from mkdocs_repodoc.sources.work_tree import WorkTree

MOST_COMMITS = 5_000
"""How many commits are searched for renames; git compares contents for it."""
_MOST_COMPARED = 400
"""Of a commit with more files that came and went, only those are known that are still the same."""
_SECONDS = 60.0
_STATUS = re.compile(rb"R[0-9]{1,3}")

Renames = Mapping[str, Sequence[tuple[str, str]]]
"""Commit → the names before and after of the files that it renamed."""


def renames(tree: WorkTree) -> Renames:
    """Return what commits have renamed, as git recognises it.

    Args:
        tree: A folder in a work tree.

    Returns:
        Nothing where git can't compare contents: a partial clone does not have those of the past.
    """
    mark = secrets.token_hex(16)  # that no file is called so, whoever named it
    arguments = (
        "log",
        "-z",
        "--name-status",
        "--find-renames",
        f"-l{_MOST_COMPARED}",
        "--diff-filter=R",
        "--no-merges",
        "--no-ext-diff",
        "--no-textconv",
        *((f"--relative={tree.prefix}",) if tree.prefix else ()),
        f"--max-count={MOST_COMMITS}",
        f"--format={mark}%H",
        *tree.scope,
    )
    try:
        fields = iter(run(tree.top, *arguments, seconds=_SECONDS).split(b"\0"))
    except (GitError, GitTimeoutError):
        return {}
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    commit = ""
    for field in fields:
        name = field.removeprefix(b"\n")
        if name.startswith(mark.encode()):
            commit = name.removeprefix(mark.encode()).decode("ascii")
        elif _STATUS.fullmatch(name):
            old, new = os.fsdecode(next(fields, b"")), os.fsdecode(next(fields, b""))
            found[commit].append((old, new))
    return found


class PresentNames:
    """The names that files have now, by those that they had, while commits go by backwards.

    Args:
        found: What commits have renamed.
    """

    def __init__(self, found: Renames) -> None:
        self._renames = found
        self._names: dict[str, str] = {}

    def of(self, commit: str, paths: Iterable[str]) -> list[str]:
        """Return what the files are called now that a commit touched, each once.

        Args:
            commit: The next commit, older than all that were asked about.
            paths: The files under the names that they had after it.
        """
        renamed = self._renames.get(commit, ())
        known = {old: self._names.get(new, new) for old, new in renamed}
        gone = {old for old, _ in renamed} - {new for _, new in renamed}
        present = [self._names.get(path, path) for path in paths if path not in gone]
        self._names |= known
        return list(dict.fromkeys(present))
