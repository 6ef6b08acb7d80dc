"""Links that the last run of a folder has worked out, for a run that finds the same files.

Questions from a terminal are a run each: most of them find what the one before has found.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import msgspec

from mkdocs_repodoc.cache.code_digest import code_digest
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.linking import AnalysedFile, IndexedMeanings, KnownLinks, RepositoryIndex
from mkdocs_repodoc.pipeline.stores.earlier_resolution import RESOLVING_ROOMS

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(KnownLinks).decode


class KeptLinks:
    """The links of one folder in the cache: one entry, which each run with others replaces.

    Args:
        cache: Where they are.
        root: The folder.
    """

    def __init__(self, cache: Cache, root: Path) -> None:
        self._cache = cache
        self._key = f"{root}:{code_digest(RESOLVING_ROOMS, ())}"
        self._state = b""
        self._kept_state = b""

    def of(self, files: Iterable[AnalysedFile], indexed: IndexedMeanings) -> KnownLinks | None:
        """Return the links of files, if the last run had the same.

        Args:
            files: Every file with the key of its record.
            indexed: What indexes say.
        """
        state = self._state = _state_of(files, indexed)

        def decode(content: bytes) -> KnownLinks | None:
            is_same = content.startswith(state)
            return _decode(memoryview(content)[len(state) :]) if is_same else None

        known = self._cache.get(Cached.LINKS, self._key, decode)
        if known is not None:
            self._kept_state = state
        return known

    def keep(self, index: RepositoryIndex) -> None:
        """Keep the links of the files that were asked for last.

        Args:
            index: What they were linked to. Where something could not be worked out, the next run
                tries again.
        """
        losses = index.losses
        if self._kept_state == self._state or losses.files or losses.unresolved or losses.parts:
            return
        try:
            packed = _encode(KnownLinks.of(index))
        except UnicodeEncodeError:  # a name that is no Unicode
            return
        self._cache.put_many(Cached.LINKS, [(self._key, self._state + packed)])
        self._kept_state = self._state


def _state_of(files: Iterable[AnalysedFile], indexed: IndexedMeanings) -> bytes:
    digest = sha256()
    for source, _, key in sorted(files, key=lambda each: each[0].path):
        path = source.path
        said = indexed[path].digest if path in indexed else ""
        found = f"{path}\0{key}\0{said}\0{source.origin}\0{source.executable}\n"
        digest.update(found.encode("utf-8", "surrogateescape"))
    return digest.digest()
