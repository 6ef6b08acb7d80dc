"""The repository's history: read from git once for each commit that is checked out."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from mkdocs_repodoc import __version__
from mkdocs_repodoc.cache import Cache
from mkdocs_repodoc.model.files import GitHistory
from mkdocs_repodoc.sources import git

HISTORY = "history"

_decode = msgspec.msgpack.Decoder(GitHistory).decode
_encode = msgspec.msgpack.Encoder().encode


def read_history(cache: Cache, root: Path, paths: Sequence[str]) -> GitHistory:
    """Return what git knows about the documented files.

    Args:
        cache: Where the history of the last commit is kept: reading 100,000 commits takes seconds.
        root: The documented folder.
        paths: The documented files.
    """
    head = git.head(root)
    names = sha256("\0".join(paths).encode("utf-8", "surrogateescape")).hexdigest()
    key = f"{__version__}:{root}:{head}:{git.branch(root)}:{names}"
    if (content := cache.get(HISTORY, key)) is not None:
        return _decode(content)
    history = git.history(root, paths)
    if head and all(map(_is_text, history.last_changes)):
        cache.put_many(HISTORY, [(key, _encode(history))])
    return history


def _is_text(path: str) -> bool:
    """Whether a path has no bytes that are not UTF-8, which MessagePack can't hold."""
    return not any("\udc80" <= character <= "\udcff" for character in path)
