"""The folder that a site is written into, and the list of what was written there.

Only what has changed is written, so that a program that copies the site has little to do; what is
gone is removed; and no file is touched that this program has not written itself. The list says
which those are: it is a file of the folder, so that it goes where the folder goes. One that git
tracks may have been written by anybody, to have other files removed; it counts for files with the
content that it tells of. So does one of which git doesn't say whether it tracks it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.pages.planning.unique_names import folded
from mkdocs_repodoc.paths import ancestors
from mkdocs_repodoc.pipeline.writing.file_list import (
    DIGEST_SIZE,
    LIST,
    ListedFile,
    is_as_left,
    is_as_noted,
    may_be_of_others,
    read_list,
    write_list,
)


class Written(NamedTuple):
    """A file of the site.

    Attributes:
        path: Relative to the folder.
        digest: Of its content.
        size: Bytes.
        changed: Whether it had to be written.
        origin: What stands for all that its content follows from; empty if nobody said.
    """

    path: str
    digest: str
    size: int
    changed: bool
    origin: str = ""


_UNKNOWN = ListedFile("", -1, 0)
"""Of a file that is about to be written."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of a site's files.

    Attributes:
        files: How many there are.
        size: Bytes of all of them.
        written: How many had to be written.
        removed: How many were there that are no longer of the site.
    """

    files: int
    size: int
    written: int
    removed: int


class OutputFolder:
    """A folder of a site.

    Args:
        folder: The folder; made when something is written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, ListedFile] = read_list(folder / LIST)
        self._doubtful: frozenset[str] = frozenset()
        if self._known and may_be_of_others(folder / LIST):
            listed = self._known
            self._known = {
                path: entry for path, entry in listed.items() if is_as_noted(folder / path, entry)
            }
            self._doubtful = frozenset(listed) - frozenset(self._known)
        self._claimed: dict[str, ListedFile] = {}
        self._by_folded = {folded(path): path for path in self._known}

    def claim(self, paths: Iterable[str]) -> None:
        """Note that these files are about to be written, so that a build that is broken off counts.

        A later call adds to what was claimed before, in this process or in one that this is a copy
        of. No two processes may claim at a time.

        Args:
            paths: Files of the site, relative to the folder.

        Raises:
            RepodocError: One of them is somebody else's.
        """
        wanted = list(paths)
        self._refuse_links(wanted)
        self._drop_other_spellings(wanted)
        for path in wanted:
            is_ours = path in self._known or path in self._claimed
            if is_ours or not os.path.lexists(self.folder / path):
                continue
            if path in self._doubtful:
                raise RepodocError(
                    f"{self.folder / path} is not as {LIST} of its site tells, which may have come "
                    "with the repository and removes nothing then; remove the site that was built "
                    "before, or choose another folder with --site-dir"
                )
            raise RepodocError(
                f"{self.folder / path} was not written by mkdocs-repodoc, and stays as it is; "
                "choose another folder with --site-dir, or remove the file"
            )
        self._claimed |= dict.fromkeys(wanted, _UNKNOWN)
        self._note(self._claimed | self._known)

    def _refuse_links(self, paths: Iterable[str]) -> None:
        """See that no folder of the site is a link: files behind it are not the site's.

        Raises:
            RepodocError: One of them is.
        """
        for folder in sorted(_folders_of(paths)):
            if Path(f"{self.folder}/{folder}").is_symlink():
                raise RepodocError(
                    f"{self.folder / folder} is a link, behind which nothing is written; remove it"
                )

    def _drop_other_spellings(self, paths: Iterable[str]) -> None:
        """Remove files of ours that are about to be written under a name in another case.

        Where the file system ignores case, a page of `Tool.py` has the place of one of `tool.py`:
        it would keep its old name, and be removed as that of a page that is gone.
        """
        for path in paths:
            known = self._by_folded.get(folded(path), path)
            if known != path and known in self._known and _is_same(self.folder, known, path):
                self._remove(known)
                del self._known[known]
                self._claimed[path] = _UNKNOWN

    def left(self, path: str, origin: str) -> Written | None:
        """Return a file that is there as it was written; `None` if it was made of something else.

        Args:
            path: The file.
            origin: What stands for all that its content follows from.
        """
        known = self._known.get(path)
        if known is None or known.origin != origin or not is_as_left(self.folder / path, known):
            return None
        return Written(path, known.digest, known.size, changed=False, origin=origin)

    def write(self, path: str, content: bytes, origin: str = "") -> Written:
        """Write a file of the site, unless it is there as it should be.

        Args:
            path: The file.
            content: What is to be in it.
            origin: What stands for all that this follows from, for `left` of a later build.
        """
        digest = blake2b(content, digest_size=DIGEST_SIZE).hexdigest()
        target = self.folder / path
        known = self._known.get(path)
        if known is not None and known.digest == digest and is_as_left(target, known):
            return Written(path, digest, len(content), changed=False, origin=origin)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_symlink():
            target.unlink()  # what it leads to is not ours
        target.write_bytes(content)
        return Written(path, digest, len(content), changed=True, origin=origin)

    def finish(self, written: Iterable[Written]) -> Tally:
        """Remove what is no longer of the site, and note what is.

        Args:
            written: All files of the site.
        """
        files = {each.path: each for each in written}
        gone = [path for path in self._known if path not in files]
        for path in gone:
            self._remove(path)
        entries = {
            path: ListedFile(each.digest, each.size, _time(self.folder / path), each.origin)
            for path, each in sorted(files.items())
        }
        self._note(entries)
        return Tally(
            files=len(files),
            size=sum(each.size for each in files.values()),
            written=sum(each.changed for each in files.values()),
            removed=len(gone),
        )

    def _note(self, entries: Mapping[str, ListedFile]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        write_list(self.folder / LIST, entries)

    def _remove(self, path: str) -> None:
        """Remove a file, and the folders that are empty without it; what is behind a link stays."""
        if any((self.folder / each).is_symlink() for each in PurePosixPath(path).parents[:-1]):
            return
        target = self.folder / path
        target.unlink(missing_ok=True)
        for folder in target.parents:
            if folder == self.folder or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def _folders_of(paths: Iterable[str]) -> set[str]:
    """Return all folders around some files, relative to the same folder as they are."""
    found: set[str] = set()
    for path in paths:
        for folder in ancestors(path):
            if not folder or folder in found:
                break
            found.add(folder)
    return found


def _is_same(folder: Path, one: str, other: str) -> bool:
    try:
        return (folder / one).samefile(folder / other)
    except OSError:
        return False


def _time(target: Path) -> int:
    return os.lstat(target).st_mtime_ns
