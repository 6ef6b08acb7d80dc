"""The list of what a site's folder holds: digests, sizes and times of the files as written.

It is a file of the folder, so that it goes where the folder goes.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from functools import partial
from hashlib import blake2b, file_digest
from pathlib import Path

import msgspec

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.paths import WRITTEN_FILES
from mkdocs_repodoc.sources.came_along import came_along
from mkdocs_repodoc.sources.git import GitError
from mkdocs_repodoc.text.source_text import open_named

LIST = WRITTEN_FILES
"""Name of the file with the list."""

DIGEST_SIZE = 16


class ListedFile(msgspec.Struct, frozen=True, array_like=True):
    """A file as it was written."""

    digest: str
    size: int
    time: int
    """Of the last change, in nanoseconds since the epoch."""
    origin: str = ""
    """What stands for all that its content follows from; empty if nobody said."""


def read_list(file: Path) -> dict[str, ListedFile]:
    """Return the list; paths that lead out of the folder are nobody's.

    Raises:
        RepodocError: It is damaged.
    """
    try:
        entries = msgspec.json.decode(file.read_bytes(), type=dict[str, ListedFile])
    except FileNotFoundError:
        return {}
    except msgspec.DecodeError as error:
        raise RepodocError(
            f"{file} is damaged, so that nobody knows which files may be overwritten; remove the "
            f"folder {file.parent}"
        ) from error
    return {path: entry for path, entry in entries.items() if _is_inside(path)}


def write_list(file: Path, entries: Mapping[str, ListedFile]) -> None:
    """Write the list: whole, or it stays as it was.

    Half a list, as a full disk or the end of the process leaves it, would keep every later build
    from the folder.

    Raises:
        OSError: It can't be written.
    """
    draft = file.with_name(f"{file.name}.draft")
    try:
        draft.unlink(missing_ok=True)  # it may be a link that came with the repository
        draft.write_bytes(msgspec.json.encode(entries))
        draft.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def may_be_of_others(file: Path) -> bool:
    """Whether a list came along with the repository, as far as git can tell."""
    try:
        return came_along(file)
    except GitError:
        return True


def _is_inside(path: str) -> bool:
    return os.path.normpath(path) == path and not path.startswith(("/", "..")) and ":" not in path


def is_as_noted(target: Path, known: ListedFile) -> bool:
    """Whether a file has the content that a list tells of, or is gone.

    Git may have checked it out with other ends of lines.
    """
    try:
        with open_named(target) as content:
            digest = file_digest(content, partial(blake2b, digest_size=DIGEST_SIZE))
            longer = content.seek(0, os.SEEK_END) - known.size
            if not 0 < longer <= known.size:
                return digest.hexdigest() == known.digest
            content.seek(0)
            as_written = content.read().replace(b"\r\n", b"\n")
    except OSError:
        return not os.path.lexists(target)
    return blake2b(as_written, digest_size=DIGEST_SIZE).hexdigest() == known.digest


def is_as_left(target: Path, known: ListedFile) -> bool:
    """Whether a file has not been written since the list was."""
    try:
        status = os.lstat(target)
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (known.size, known.time)
