"""The work tree that holds a folder, and whether git's data in it are its own.

The work tree is the folder that holds the `.git`, whatever the configuration in there says. An
archive that somebody unpacks may hold a `.git` that leads to another repository on the machine, as
a file, by links or by `alternates`: git would tell that one's files and history as if they were
this one's. So a `.git` elsewhere must know the folder: as one of its linked work trees, or by
`core.worktree`, as submodules are known.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mkdocs_repodoc.processes.isolation import repository
from mkdocs_repodoc.sources.git_process import GitError, run

_OWN_ENTRIES = ("HEAD", "commondir", "config", "config.worktree", "index", "packed-refs", "refs")
"""Of git's folder: what decides which files are tracked and which commits there are."""
_LONGEST_PATH = 8_192
_TRUSTING_SCOPES = ("system", "global", "command")
"""Of git's configuration: all that doesn't come with a repository."""


class WorkTree(NamedTuple):
    """A folder in git's work tree."""

    top: Path
    prefix: str
    """The folder's path below the top, with a slash at its end; empty for the top itself."""
    common: Path
    """Git's folder, which linked work trees have in common."""

    @property
    def scope(self) -> tuple[str, ...]:
        """Arguments that keep to the folder; git is slower then."""
        return ("--", self.prefix) if self.prefix else ()


def open_work_tree(folder: Path) -> WorkTree:
    """Find the work tree that holds a folder, and see that git agrees.

    Its configuration could name another folder (`core.worktree`), all of whose files would then
    seem to be this repository's.

    Args:
        folder: Any folder.

    Raises:
        GitError: Git is missing, declines, or takes another folder for the work tree; or its data
            belong to another repository.
        GitTimeoutError: Git did not end in time.
    """
    top = repository(folder)
    if top is None:
        raise GitError("the folder is not in a git repository")
    answer = run(top, "rev-parse", "--git-dir", "--git-common-dir", "--show-toplevel")
    told = [top / line for line in os.fsdecode(answer.removesuffix(b"\n")).split("\n", 2)]
    git_folder, common, tree = (*told, top, top)[:3]
    if not _is_same(tree, top) or _is_same(git_folder, top):
        raise GitError(
            f"git uses {tree} as the work tree of the repository in {top}; "
            "remove core.worktree from its configuration"
        )
    git_folder, common = git_folder.resolve(), common.resolve()
    if (elsewhere := _elsewhere(top, git_folder, common)) and not _is_trusted(top):
        raise GitError(
            f"the repository in {top} uses {elsewhere}, which may be another one's; if it is "
            f"yours, set core.worktree in there to {top}, or name that folder as "
            "safe.directory in the configuration of git of your account"
        )
    prefix = folder.resolve().relative_to(top).as_posix()
    return WorkTree(top, "" if prefix == "." else f"{prefix}/", common)


def borrowed_objects(tree: WorkTree) -> str:
    """Return what in git's folder leads to commits elsewhere; empty if nothing does.

    They may be those of any repository of the machine. Where the user trusts this one, they count.
    """
    found = next(_borrowed(tree.common), None)
    if found is None or _is_trusted(tree.top):
        return ""
    return found.relative_to(tree.common).as_posix()


def _elsewhere(top: Path, git_folder: Path, common: Path) -> Path | None:
    """Return what git uses though it is not known to be this work tree's."""
    own = top / ".git"
    if git_folder != common:
        if not _is_linked(own, git_folder, common):
            return common
    elif (own.is_symlink() or not own.is_dir()) and not _names_its_tree(top):
        return git_folder
    for folder in dict.fromkeys((git_folder, common)):
        for entry in (folder / name for name in _OWN_ENTRIES):
            if entry.is_symlink() and not _is_within(entry.resolve(), git_folder, common):
                return entry.resolve()
    return None


def _is_linked(own: Path, git_folder: Path, common: Path) -> bool:
    """Whether a linked work tree's folder is where git makes them, and names the tree."""
    back = git_folder / "gitdir"
    if git_folder.parent != common / "worktrees" or not back.is_file():
        return False
    with back.open("rb") as stream:
        named = os.fsdecode(stream.read(_LONGEST_PATH).removesuffix(b"\n"))
    return _is_same(git_folder / named, own)


def _names_its_tree(top: Path) -> bool:
    """Whether `core.worktree` is set; that it is the top is known."""
    try:
        return bool(run(top, "config", "--no-includes", "--get", "core.worktree"))
    except GitError:
        return False


def _is_trusted(top: Path) -> bool:
    """Whether the user's own configuration of git names the folder, and not only all of them."""
    ask = ("config", "--null", "--show-scope", "--get-all", "safe.directory")
    try:
        answer = os.fsdecode(run(top, *ask)).split("\0")
    except GitError:
        return False
    said = zip(answer[0::2], answer[1::2], strict=False)
    return any(scope in _TRUSTING_SCOPES and Path(value) == top for scope, value in said)


def _borrowed(common: Path) -> Iterator[Path]:
    objects = common / "objects"
    folders = [objects]
    for folder in folders:
        if folder.is_symlink():
            yield folder
            continue
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        folders += (Path(each.path) for each in entries if each.is_dir())
        yield from (Path(each.path) for each in entries if each.is_symlink())
    alternates = objects / "info/alternates"
    if alternates.is_file() and alternates.stat().st_size:
        yield alternates


def _is_within(path: Path, *folders: Path) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
