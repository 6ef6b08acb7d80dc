"""Pieces of files, kept from one build for the next."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence, Sized

import msgspec

from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.sealed_values import decompressed
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.client.source_search.source_pieces import SourcePiece
from mkdocs_repodoc.model.repository import RepoFile

_LEVEL = 1

Pieces = Sequence[SourcePiece]

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[SourcePiece]).decode


class KnownPieces:
    """The pieces of files whose lists of lines have been cut before.

    Args:
        cache: Where they are kept.
        shared: Digest of the settings and the code.
        files: The files, by path.
        stale_reads: Grows when a text is read that is not the one of the record.
    """

    def __init__(
        self, cache: Cache, shared: str, files: Mapping[str, RepoFile], stale_reads: Sized
    ) -> None:
        self._cache = cache
        self._shared = shared
        self._files = files
        self.stale_reads = stale_reads

    def of(self, paths: Iterable[str]) -> dict[str, Pieces]:
        """Return the pieces of those files of which they are known."""
        paths_of: dict[str, list[str]] = {}
        for path in paths:
            paths_of.setdefault(self._key(path), []).append(path)
        found = self._cache.get_many(Cached.TRIGRAMS, paths_of, _unpacked)
        return {path: pieces for key, pieces in found.items() for path in paths_of[key]}

    def keep(self, found: Mapping[str, Pieces]) -> None:
        """Keep the pieces of files."""
        packed = [
            (self._key(path), zlib.compress(_encode(pieces), _LEVEL))
            for path, pieces in found.items()
        ]
        self._cache.put_many(Cached.TRIGRAMS, packed)

    def _key(self, path: str) -> str:
        """Return what stands for the lines that a file's page lists."""
        file = self._files[path]
        return f"{self._shared}:{file.key}:{file.source.origin}"


def _unpacked(packed: bytes) -> list[SourcePiece]:
    return _decode(decompressed(packed))
