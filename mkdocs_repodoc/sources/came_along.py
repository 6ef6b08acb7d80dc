"""Files and links that came with a repository: git tracks them.

Anybody may have written these, in a pull request for instance. Where git declines to answer, as in
a repository that belongs to another user, nobody knows, and nothing is taken for the user's own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs_repodoc.sources.git_process import GitError, run
from mkdocs_repodoc.sources.work_tree import open_work_tree

_MOST_LINKS = 40
"""Links that an operating system follows on the way to a file."""


def came_along(file: Path, suffixes: Sequence[str] = ("",)) -> bool:
    """Return whether git tracks a file, or a link on the way to it.

    Args:
        file: An absolute path; it need not be there, and may be anywhere.
        suffixes: Endings of its name with each of which git may track it.

    Raises:
        GitError: Git declines to say.
        GitTimeoutError: Git did not end in time.
    """
    links = any(is_tracked(link) for link in links_on_the_way(file))
    return links or is_tracked(Path(os.path.realpath(file)), suffixes)


def links_on_the_way(path: Path) -> Iterator[Path]:
    """Yield each link that is followed on the way to a path, those behind links too.

    Args:
        path: An absolute path; it need not be there.
    """
    at, left, followed = Path(path.anchor), list(reversed(path.parts[1:])), 0
    while left and followed < _MOST_LINKS:
        part = left.pop()
        if part == os.pardir:
            at = at.parent
        elif os.path.islink(at / part):  # noqa: PTH114 - false where nobody may look
            yield at / part
            followed += 1
            target = (at / part).readlink()
            at /= target.anchor
            left += reversed(target.parts[1:] if target.is_absolute() else target.parts)
        else:
            at /= part


def is_tracked(path: Path, suffixes: Sequence[str] = ("",)) -> bool:
    """Return whether a repository around a path tracks it, itself and not what is in it.

    Args:
        path: An absolute path on the way to which is no link.
        suffixes: As for `came_along`.

    Raises:
        GitError: Git declines to say.
        GitTimeoutError: Git did not end in time.
    """
    for top in path.parents:
        if not _is_repository(top):
            continue
        names = {path.relative_to(top).as_posix() + suffix for suffix in suffixes}
        try:
            listed = run(open_work_tree(top).top, "ls-files", "-z", "--", *sorted(names))
        except GitError as error:
            problem = f"git doesn't say whether {path} came with the repository in {top}: {error}"
            raise GitError(problem) from error
        if not names.isdisjoint(os.fsdecode(listed).split("\0")):
            return True
    return False


def untracked_in(folder: Path, suffix: str) -> list[Path]:
    """Return the files in a folder that its repository does not track, ignored ones included.

    Args:
        folder: A folder in a work tree, every link followed.
        suffix: Ending of their names.

    Raises:
        GitError: Git declines to say.
        GitTimeoutError: Git did not end in time.
    """
    tree = open_work_tree(folder)
    listed = os.fsdecode(run(tree.top, "ls-files", "--others", "-z", *tree.scope)).split("\0")
    found = (each for each in listed if each.endswith(suffix) and each.startswith(tree.prefix))
    return sorted(tree.top / each for each in found)


def _is_repository(folder: Path) -> bool:
    """Tell whether a folder holds a `.git` that git itself doesn't pass over for want of a HEAD."""
    inside = folder / ".git"
    return os.path.lexists(inside) and (not inside.is_dir() or os.path.lexists(inside / "HEAD"))
