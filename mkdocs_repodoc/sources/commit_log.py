"""Commits as `git log` prints them, one after the other, with the files that each has touched."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mkdocs_repodoc.model.files import Change
from mkdocs_repodoc.sources.git_process import streamed
from mkdocs_repodoc.sources.work_tree import WorkTree

_CHUNK = 1 << 16
_HEAD_FIELDS = 5
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Commit(NamedTuple):
    """A commit, and the paths that it touched."""

    change: Change
    is_merge: bool
    paths: list[str]


def calendar_day(written: str) -> str:
    """Return a date as git writes it; nothing where it is none.

    A commit may have any number as its date. Git prints one before 1970 as the name of what it was
    asked for, and one of a far future with as many digits as it needs.
    """
    try:
        return date.fromisoformat(written).isoformat() if _DAY.fullmatch(written) else ""
    except ValueError:
        return ""


def commits(tree: WorkTree, most: int) -> Iterator[Commit]:
    """Yield commits with the files that they touched, the youngest first.

    Args:
        tree: A folder in a work tree.
        most: How many commits are read.

    Raises:
        GitError: Git is missing.
        GitTimeoutError: Git did not end in time.
    """
    mark = secrets.token_hex(16)  # that no file is called so, whoever named it
    arguments = (
        "log",
        "-z",
        "--name-only",
        "--no-renames",
        "-c",  # of a merge, the files that differ from all its parents
        "--no-ext-diff",
        "--no-textconv",
        *((f"--relative={tree.prefix}",) if tree.prefix else ()),
        "--encoding=UTF-8",
        f"--max-count={most}",
        f"--format={mark}%H%x00%aN%x00%cs%x00%s%x00%P%x00",
        *tree.scope,
    )
    with streamed(tree.top, *arguments) as output:
        yield from _parse(iter(lambda: output.read(_CHUNK), b""), mark.encode())


def _parse(chunks: Iterator[bytes], mark: bytes) -> Iterator[Commit]:
    head: list[bytes] = []
    paths: list[str] = []
    rest = b""
    for chunk in chunks:
        *fields, rest = (rest + chunk).split(b"\0")
        for field in fields:
            name = field.removeprefix(b"\n")
            if head and len(head) < _HEAD_FIELDS:
                head.append(field)
            elif name.startswith(mark):
                if head:
                    yield _commit(head, paths)
                head, paths = [name.removeprefix(mark)], []
            elif name:
                paths.append(os.fsdecode(name))
    if len(head) == _HEAD_FIELDS:
        yield _commit(head, paths)


def _commit(head: list[bytes], paths: list[str]) -> Commit:
    commit, author, day, subject, parents = (part.decode("utf-8", "replace") for part in head)
    return Commit(Change(commit, author, calendar_day(day), subject), " " in parents, paths)
