"""Trigrams of whole files, kept from one build for the next."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Mapping

from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.sealed_values import decompressed
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.client.source_search.trigrams import LENGTH
from mkdocs_repodoc.model.repository import RepoFile

_LEVEL = 1


class KnownTrigrams:
    """The trigrams of files whose lists of lines have been searched before.

    Args:
        cache: Where they are kept.
        shared: Digest of the settings and the code.
        files: The files, by path.
    """

    def __init__(self, cache: Cache, shared: str, files: Mapping[str, RepoFile]) -> None:
        self._cache = cache
        self._shared = shared
        self._files = files

    def of(self, paths: Iterable[str]) -> dict[str, set[str]]:
        """Return the trigrams of those files of which they are known."""
        keys = {self._key(path): path for path in paths}
        found = self._cache.get_many(Cached.TRIGRAMS, keys, _unpacked)
        return {keys[key]: trigrams for key, trigrams in found.items()}

    def keep(self, found: Mapping[str, Collection[str]]) -> None:
        """Keep the trigrams of files, by path."""
        packed = [
            (self._key(path), zlib.compress("".join(sorted(trigrams)).encode(), _LEVEL))
            for path, trigrams in found.items()
        ]
        self._cache.put_many(Cached.TRIGRAMS, packed)

    def _key(self, path: str) -> str:
        """Return what stands for the lines that a file's page lists."""
        file = self._files[path]
        return f"{self._shared}:{file.key}:{file.source.origin}"


def _unpacked(packed: bytes) -> set[str]:
    text = decompressed(packed).decode("ascii")
    return {text[start : start + LENGTH] for start in range(0, len(text), LENGTH)}
