"""One file of the repository as it is found on the disk: its content, or why it has none."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

import msgspec

from mkdocs_repodoc.model.clues import OutputFolderClue
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.sources.compiler_outputs import output_evidence
from mkdocs_repodoc.sources.file_origin import Marks, origin_of
from mkdocs_repodoc.sources.file_types import HEAD, classify
from mkdocs_repodoc.sources.seen_files import SeenFiles

_BLOCK = 1 << 20
EXECUTABLE = "100755"
_SYMLINK = "120000"
_SUBMODULE = "160000"


class Candidate(NamedTuple):
    """A path at which git, or the disk, has a file."""

    path: str
    mode: str = ""
    """Git's mode; empty outside git."""
    commit: str = ""
    """The commit of a submodule."""
    marks: Marks = MappingProxyType({})
    """What `.gitattributes` declares of its origin."""


def read_file(
    root: Path, candidate: Candidate, outputs: Mapping[str, OutputFolderClue], seen: SeenFiles
) -> SourceFile | None:
    """Return the file, or `None` for what is no file (a socket, a folder in a file's place).

    Args:
        root: The documented folder.
        candidate: Where the file is.
        outputs: The folders that compilers write into.
        seen: The files that need not be read; takes what is read.

    Raises:
        FileNotFoundError: A folder has taken the file's place.
    """
    path = candidate.path
    if candidate.mode == _SUBMODULE:
        digest = hashlib.sha256(candidate.commit.encode()).hexdigest()
        return SourceFile(path, "submodule", "submodule", 0, digest, candidate.commit)
    full = f"{root}/{path}"
    status = os.lstat(full)
    if stat.S_ISLNK(status.st_mode):
        return _symlink(path, os.fsencode(Path(full).readlink()))
    if stat.S_ISDIR(status.st_mode) and candidate.mode:
        raise FileNotFoundError(path)
    if not stat.S_ISREG(status.st_mode):
        return None
    compiled = output_evidence(path, outputs)
    is_plain = not candidate.marks and compiled is None and candidate.mode != _SYMLINK
    if is_plain and (known := seen.known(path, candidate.mode, status)) is not None:
        return known
    with Path(full).open("rb") as stream:
        if candidate.mode == _SYMLINK:  # checked out where there are no symlinks
            return _symlink(path, stream.read(_BLOCK))
        found = _regular(path, stream, candidate.marks, compiled)
    if _is_executable(candidate.mode, status.st_mode):
        found = msgspec.structs.replace(found, executable=True)
    if is_plain:
        seen.note(found, candidate.mode, status)
    return found


def _is_executable(mode: str, on_disk: int) -> bool:
    """Tell by git's mode, else by that of the file."""
    return mode == EXECUTABLE if mode else bool(on_disk & stat.S_IXUSR)


def _symlink(path: str, target: bytes) -> SourceFile:
    digest = hashlib.sha256(target).hexdigest()
    shown = os.fsdecode(target).replace(os.sep, "/")
    return SourceFile(path, "symlink", "symlink", len(target), digest, shown)


def _regular(
    path: str, stream: BinaryIO, marks: Marks, compiled: OutputFolderClue | None
) -> SourceFile:
    data = stream.read(_BLOCK)
    kind, language = classify(name_of(path), data[:HEAD])
    origin, evidence = origin_of(path, language, data[:HEAD], marks, compiled)
    digest = hashlib.sha256(data)
    size = len(data)
    while len(data) == _BLOCK:
        data = stream.read(_BLOCK)
        digest.update(data)
        size += len(data)
    return SourceFile(
        path,
        kind,
        language,
        size,
        digest.hexdigest(),
        origin=origin,
        origin_evidence=evidence,
    )
