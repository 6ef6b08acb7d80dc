"""Notes of the files that the last run has seen, for a run that finds them untouched."""

from __future__ import annotations

from pathlib import Path

import msgspec

from mkdocs_repodoc.cache.code_digest import code_digest
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.sources.seen_files import SeenFile, SeenFiles

_ROOMS = ("sources", "languages", "model", "paths")
_LIBRARIES = ("identify",)
"""What decides the kind, the language and the origin of a file."""

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[SeenFile]).decode


class KeptSightings:
    """The files of one folder in the cache: one entry, which each run with others replaces.

    Args:
        cache: Where they are.
        root: The folder.
    """

    def __init__(self, cache: Cache, root: Path) -> None:
        self._cache = cache
        self._key = f"{root}:{code_digest(_ROOMS, _LIBRARIES)}"
        self._seen: SeenFiles | None = None

    def seen(self) -> SeenFiles:
        """Return what is known of the files; the same for as long as this object lasts."""
        if self._seen is None:
            self._seen = SeenFiles(self._cache.get(Cached.SIGHTINGS, self._key, _decode) or ())
        return self._seen

    def keep(self) -> None:
        """Keep what is known now, if it is not what the last run has kept."""
        if self._seen is None or not self._seen.is_new:
            return
        try:
            packed = _encode(self._seen.all())
        except UnicodeEncodeError:  # a name that is no Unicode
            return
        self._cache.put_many(Cached.SIGHTINGS, [(self._key, packed)])
