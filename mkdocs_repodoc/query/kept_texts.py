"""Contents of files as they were analysed, read when they are needed and kept within a limit."""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from mkdocs_repodoc.text.source_text import decode, read_file

_MOST_BYTES = 96_000_000
"""Contents that are kept; together with their texts several times as many."""


class _Stamp(NamedTuple):
    modified: int
    changed: int
    size: int
    file: int


class KeptTexts:
    """Contents by the digest that they must have.

    A file is read and digested again only if its stamp (times, size, number) has changed.

    Args:
        root: The documented folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._digests: dict[str, tuple[_Stamp, str]] = {}
        self._contents: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0

    def content(self, path: str, digest: str) -> bytes | None:
        """Return the bytes of a regular file; `None` if they are not those with the digest."""
        if self.digest(path) != digest:
            return None
        if path in self._contents:
            self._contents.move_to_end(path)
            return self._contents[path]
        data = self._read(path)
        return data if data is not None and self._digests[path][1] == digest else None

    def lines(self, path: str, digest: str) -> Sequence[str] | None:
        """Return the lines of a file; `None` if its content is not that with the digest."""
        data = self.content(path, digest)
        return None if data is None else decode(data).lines

    def digest(self, path: str) -> str:
        """Return the digest of a file as it is on disk now; empty if it can't be read."""
        stamp = self._stamp(path)
        if stamp is None:
            return ""
        known = self._digests.get(path)
        if known is None or known[0] != stamp:
            self._read(path)
        return self._digests[path][1]

    def _read(self, path: str) -> bytes | None:
        stamp = self._stamp(path)
        if stamp is None:
            return None
        try:
            data = read_file(self._root, path)
        except OSError:
            self._digests[path] = stamp, self._digest_of_link(path)
            self._size -= len(self._contents.pop(path, b""))
            return None
        self._digests[path] = stamp, hashlib.sha256(data).hexdigest()
        self._size += len(data) - len(self._contents.pop(path, b""))
        self._contents[path] = data
        while self._size > _MOST_BYTES and len(self._contents) > 1:
            _, dropped = self._contents.popitem(last=False)
            self._size -= len(dropped)
        return data

    def _digest_of_link(self, path: str) -> str:
        """Return the digest of a link, which is that of its target; empty for what is none."""
        try:
            target = os.fsencode((self._root / path).readlink())
        except OSError:
            return ""
        return hashlib.sha256(target).hexdigest()

    def _stamp(self, path: str) -> _Stamp | None:
        try:
            status = os.lstat(f"{self._root}/{path}")
        except OSError:
            return None
        return _Stamp(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
