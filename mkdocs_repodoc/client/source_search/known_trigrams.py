"""Trigrams of files, kept from one build for the next."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.sealed_values import decompressed
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.client.source_search.trigrams import LENGTH
from mkdocs_repodoc.model.repository import RepoFile

_LEVEL = 1


class SourcePiece(NamedTuple):
    """Lines of a file that are in one block.

    Attributes:
        path: The file.
        start: Index of the first line.
        end: Index after the last line.
    """

    path: str
    start: int
    end: int


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

    def of(self, pieces: Iterable[SourcePiece]) -> dict[SourcePiece, set[str]]:
        """Return the trigrams of those pieces of which they are known."""
        keys: dict[str, list[SourcePiece]] = {}
        for piece in pieces:
            keys.setdefault(self._key(piece), []).append(piece)
        found = self._cache.get_many(Cached.TRIGRAMS, keys, _unpacked)
        return {piece: trigrams for key, trigrams in found.items() for piece in keys[key]}

    def keep(self, found: Mapping[SourcePiece, Collection[str]]) -> None:
        """Keep the trigrams of pieces."""
        packed = [
            (self._key(piece), zlib.compress("".join(sorted(trigrams)).encode(), _LEVEL))
            for piece, trigrams in found.items()
        ]
        self._cache.put_many(Cached.TRIGRAMS, packed)

    def _key(self, piece: SourcePiece) -> str:
        """Return what stands for these of the lines that a file's page lists."""
        file = self._files[piece.path]
        lines = f"{piece.start}-{piece.end}"
        return f"{self._shared}:{file.key}:{file.source.origin}:{lines}"


def _unpacked(packed: bytes) -> set[str]:
    text = decompressed(packed).decode("ascii")
    return {text[start : start + LENGTH] for start in range(0, len(text), LENGTH)}
