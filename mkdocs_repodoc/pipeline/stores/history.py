"""The repository's history: read from git once for each commit that is checked out."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from mkdocs_repodoc import __version__
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import GitHistory
from mkdocs_repodoc.paths import is_text
from mkdocs_repodoc.sources import git, git_history

_decode = msgspec.msgpack.Decoder(GitHistory).decode
_encode = msgspec.msgpack.Encoder().encode


def read_history(
    cache: Cache, root: Path, paths: Sequence[str]
) -> tuple[GitHistory, tuple[Diagnostic, ...]]:
    """Return what git knows about the documented files, and what was wrong if it is nothing.

    Args:
        cache: Where the history of the last commit is kept: reading 100,000 commits takes seconds.
        root: The documented folder.
        paths: The documented files.
    """
    try:
        return _kept_or_new(cache, root, paths), ()
    except git.GitTimeoutError as error:
        return GitHistory(), (Diagnostic("warning", "", 0, f"History is not available: {error}"),)


def _kept_or_new(cache: Cache, root: Path, paths: Sequence[str]) -> GitHistory:
    here = git.checkout(root)
    names = sha256("\0".join(paths).encode("utf-8", "surrogateescape")).hexdigest()
    fields = ",".join(GitHistory.__struct_fields__)
    versions = ",".join(each.name for each in here.releases)
    key = f"{__version__}:{fields}:{root}:{here.revision}:{here.branch}:{versions}:{names}"
    if (kept := cache.get(Cached.HISTORY, key, _decode)) is not None:
        return kept
    history = git_history.history(root, paths, here)
    if here.revision and all(map(is_text, history.last_changes)):
        cache.put_many(Cached.HISTORY, [(key, _encode(history))])
    return history
