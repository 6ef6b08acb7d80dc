"""What git knows: which files it tracks, when each one last changed, which change together.

Every command is read-only and runs none of the repository's own programs (hooks, monitors,
filters, signers). Where git is missing or declines, history is empty; a site without it is
complete, only poorer.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.model.files import Change, GitHistory

MOST_COMMITS = 30_000
"""How many commits are searched for the last change of each file."""
RECENT_COMMITS = 1_000
"""How many of them tell which files change together."""
MOST_FILES = 30
"""A commit of more files is a sweep over the repository and says nothing about two of them."""
LEAST_COMMON = 2
"""How often two files must have changed together to be worth a word."""
MOST_COUNTED = 200_000
"""How many commits are counted by month."""

_CHUNK = 1 << 16
_COMMIT = re.compile(rb"\n?\x01([0-9a-f]{40,64})")
_HEAD_FIELDS = 5
_GIT = (
    "git",
    "--no-pager",
    "--no-optional-locks",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "log.showSignature=false",
    "-c",
    "core.quotePath=false",
)


class GitError(RepodocError):
    """Git is missing, or will not do what it was asked; the text is its own first line."""


class Tracked(NamedTuple):
    """An entry of git's index."""

    mode: str
    """`100644`, `100755`, `120000` for a symlink, `160000` for a submodule."""
    blob: str
    path: str
    """Relative to the folder that was asked about."""


def top_level(folder: Path) -> Path | None:
    """Return the top folder of the work tree that holds a folder, or `None` outside git."""
    try:
        line = _run(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")
    except GitError:
        return None
    return Path(os.fsdecode(line)) if line else None


def tracked(folder: Path) -> list[Tracked]:
    """Return what git tracks in a folder and below, sorted by path.

    Raises:
        GitError: If git is missing, declines, or the folder is in no work tree.
    """
    entries: dict[str, Tracked] = {}
    for entry in _run(folder, "ls-files", "-z", "--stage").split(b"\0"):
        if entry:
            mode, blob, rest = entry.split(b" ", 2)
            path = os.fsdecode(rest.partition(b"\t")[2])
            entries.setdefault(path, Tracked(mode.decode(), blob.decode(), path))  # unmerged: one
    return sorted(entries.values(), key=lambda entry: entry.path)


def head(folder: Path) -> str:
    """Return the full hash of the commit that is checked out; empty outside git or before one."""
    try:
        return _run(folder, "rev-parse", "--verify", "--quiet", "HEAD").decode().strip()
    except GitError:
        return ""


def branch(folder: Path) -> str:
    """Return the branch that is checked out; empty outside git or when there is none."""
    try:
        return _run(folder, "branch", "--show-current").decode("utf-8", "replace").strip()
    except GitError:
        return ""


def history(root: Path, paths: Collection[str]) -> GitHistory:
    """Return what the commits say about the documented files.

    Args:
        root: The documented folder; it may lie below the work tree's top.
        paths: The documented files, relative to it.

    Returns:
        Everything empty outside git, without git, and before the first commit. In a shallow clone
        the commits at the edge are left out, since they seem to have changed every file.
    """
    try:
        edge = _shallow_edge(root)
        below = _scope(root)
        commits = _commits(root, below)
        last_changes, together = _read_commits(commits, frozenset(paths), edge)
        return GitHistory(
            revision=head(root),
            branch=branch(root),
            last_changes=last_changes,
            co_changes=_symmetric(together),
            activity=_activity(root, below),
        )
    except GitError:
        return GitHistory()


def _environment() -> dict[str, str]:
    """The environment without what ties git to another repository (we may run in its hook)."""
    dropped = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
    kept = {key: value for key, value in os.environ.items() if key not in dropped}
    return kept | {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",  # a partial clone must not go to the network for old trees
        "LC_ALL": "C",
    }


def _run(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            [*_GIT, *arguments], cwd=folder, env=_environment(), capture_output=True, check=False
        )
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        message = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise GitError(message or f"git {arguments[0]} failed")
    return done.stdout


def _shallow_edge(root: Path) -> frozenset[str]:
    file = root / os.fsdecode(_run(root, "rev-parse", "--git-path", "shallow").rstrip(b"\n"))
    try:
        return frozenset(file.read_text("ascii").split())
    except FileNotFoundError:
        return frozenset()


def _scope(root: Path) -> tuple[str, ...]:
    """Arguments that keep to the root where it is a part of the work tree; git is slower then."""
    return ("--", ".") if _run(root, "rev-parse", "--show-prefix").strip() else ()


class _Commit(NamedTuple):
    change: Change
    is_merge: bool
    paths: list[str]


def _commits(root: Path, scope: tuple[str, ...]) -> Iterator[_Commit]:
    """Yield commits with the files that they touched, the youngest first."""
    command = [
        *_GIT,
        "log",
        "-z",
        "--name-only",
        "--no-renames",
        "-c",  # of a merge, the files that differ from all its parents
        "--no-ext-diff",
        "--relative",
        "--encoding=UTF-8",
        f"--max-count={MOST_COMMITS}",
        "--format=%x01%H%x00%aN%x00%cs%x00%s%x00%P%x00",
        *scope,
    ]
    with subprocess.Popen(
        command, cwd=root, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        output = process.stdout
        assert output is not None  # noqa: S101 - a pipe was asked for
        try:
            yield from _parse(iter(lambda: output.read(_CHUNK), b""))
        finally:
            process.kill()  # the rest of the history is not wanted


def _parse(chunks: Iterator[bytes]) -> Iterator[_Commit]:
    head: list[bytes] = []
    paths: list[str] = []
    rest = b""
    for chunk in chunks:
        *fields, rest = (rest + chunk).split(b"\0")
        for field in fields:
            if head and len(head) < _HEAD_FIELDS:
                head.append(field)
            elif match := _COMMIT.fullmatch(field):
                if head:
                    yield _commit(head, paths)
                head, paths = [match[1]], []
            elif name := field.removeprefix(b"\n"):
                paths.append(os.fsdecode(name))
    if len(head) == _HEAD_FIELDS:
        yield _commit(head, paths)


def _commit(head: list[bytes], paths: list[str]) -> _Commit:
    commit, author, date, subject, parents = (part.decode("utf-8", "replace") for part in head)
    return _Commit(Change(commit, author, date, subject), " " in parents, paths)


def _read_commits(
    commits: Iterator[_Commit], paths: frozenset[str], edge: frozenset[str]
) -> tuple[dict[str, Change], Counter[tuple[str, str]]]:
    last_changes: dict[str, Change] = {}
    together: Counter[tuple[str, str]] = Counter()
    missing = set(paths)
    for number, commit in enumerate(commits):
        if number >= RECENT_COMMITS and not missing:
            break
        if commit.change.commit in edge:
            continue
        if found := missing.intersection(commit.paths):
            last_changes |= dict.fromkeys(sorted(found), commit.change)
            missing -= found
        recent = number < RECENT_COMMITS and not commit.is_merge
        if recent and 1 < len(commit.paths) <= MOST_FILES:
            together.update(combinations(sorted(paths.intersection(commit.paths)), 2))
    return last_changes, together


def _symmetric(together: Counter[tuple[str, str]]) -> dict[str, dict[str, int]]:
    both: dict[str, dict[str, int]] = {}
    for (one, other), count in sorted(together.items()):
        if count >= LEAST_COMMON:
            both.setdefault(one, {})[other] = count
            both.setdefault(other, {})[one] = count
    return both


def _activity(root: Path, scope: tuple[str, ...]) -> dict[str, int]:
    limit = f"--max-count={MOST_COUNTED}"
    dates = _run(root, "log", limit, "--format=%cs", *scope).decode("ascii", "replace").split()
    months = Counter(date[:7] for date in dates)
    return dict(sorted(months.items()))
