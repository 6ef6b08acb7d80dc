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
from functools import partial
from hashlib import blake2b, file_digest
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.pages.planning.unique_names import folded
from mkdocs_repodoc.sources.came_along import came_along
from mkdocs_repodoc.sources.git import GitError
from mkdocs_repodoc.text.source_text import open_named

LIST = ".repodoc-files.json"
"""Name of the file with the list."""

_DIGEST_SIZE = 16


class Written(NamedTuple):
    """A file of the site.

    Attributes:
        path: Relative to the folder.
        digest: Of its content.
        size: Bytes.
        changed: Whether it had to be written.
    """

    path: str
    digest: str
    size: int
    changed: bool


class _Entry(msgspec.Struct, frozen=True, array_like=True):
    digest: str
    size: int
    time: int


_UNKNOWN = _Entry("", -1, 0)
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
        self._known: dict[str, _Entry] = _read(folder / LIST)
        self._doubtful: frozenset[str] = frozenset()
        if self._known and _may_be_of_others(folder / LIST):
            listed = self._known
            self._known = {
                path: entry for path, entry in listed.items() if _is_as_noted(folder / path, entry)
            }
            self._doubtful = frozenset(listed) - frozenset(self._known)
        self._claimed: dict[str, _Entry] = {}
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
        for folder in sorted({parent for path in paths for parent in PurePosixPath(path).parents}):
            if folder.parts and (self.folder / folder).is_symlink():
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

    def write(self, path: str, content: bytes) -> Written:
        """Write a file of the site, unless it is there as it should be."""
        digest = blake2b(content, digest_size=_DIGEST_SIZE).hexdigest()
        target = self.folder / path
        known = self._known.get(path)
        if known is not None and known.digest == digest and _is_as_left(target, known):
            return Written(path, digest, len(content), changed=False)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_symlink():
            target.unlink()  # what it leads to is not ours
        target.write_bytes(content)
        return Written(path, digest, len(content), changed=True)

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
            path: _Entry(each.digest, each.size, _time(self.folder / path))
            for path, each in sorted(files.items())
        }
        self._note(entries)
        return Tally(
            files=len(files),
            size=sum(each.size for each in files.values()),
            written=sum(each.changed for each in files.values()),
            removed=len(gone),
        )

    def _note(self, entries: Mapping[str, _Entry]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / LIST).write_bytes(msgspec.json.encode(entries))

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


def _read(file: Path) -> dict[str, _Entry]:
    """Return the list; paths that lead out of the folder are nobody's.

    Raises:
        RepodocError: It is damaged.
    """
    try:
        entries = msgspec.json.decode(file.read_bytes(), type=dict[str, _Entry])
    except FileNotFoundError:
        return {}
    except msgspec.DecodeError as error:
        raise RepodocError(
            f"{file} is damaged, so that nobody knows which files may be overwritten; remove the "
            f"folder {file.parent}"
        ) from error
    return {path: entry for path, entry in entries.items() if _is_inside(path)}


def _may_be_of_others(file: Path) -> bool:
    try:
        return came_along(file)
    except GitError:
        return True


def _is_inside(path: str) -> bool:
    return os.path.normpath(path) == path and not path.startswith(("/", "..")) and ":" not in path


def _is_as_noted(target: Path, known: _Entry) -> bool:
    """Whether a file has the content that a list tells of, or is gone.

    Git may have checked it out with other ends of lines.
    """
    try:
        with open_named(target) as content:
            digest = file_digest(content, partial(blake2b, digest_size=_DIGEST_SIZE))
            longer = content.seek(0, os.SEEK_END) - known.size
            if not 0 < longer <= known.size:
                return digest.hexdigest() == known.digest
            content.seek(0)
            as_written = content.read().replace(b"\r\n", b"\n")
    except OSError:
        return not os.path.lexists(target)
    return blake2b(as_written, digest_size=_DIGEST_SIZE).hexdigest() == known.digest


def _is_same(folder: Path, one: str, other: str) -> bool:
    try:
        return (folder / one).samefile(folder / other)
    except OSError:
        return False


def _is_as_left(target: Path, known: _Entry) -> bool:
    try:
        status = os.lstat(target)
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (known.size, known.time)


def _time(target: Path) -> int:
    return os.lstat(target).st_mtime_ns
