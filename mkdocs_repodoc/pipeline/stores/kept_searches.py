"""Results of searches through single files, kept from one build for the next.

All results of one search are one entry, each beside the key of the record of its file: where that
is the same, so is what is found.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sized
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from mkdocs_repodoc.cache.code_digest import code_digest, libraries
from mkdocs_repodoc.cache.file_searches import FileSearch, FileSearches
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.sealed_values import decompressed
from mkdocs_repodoc.cache.store import Cache

Found = TypeVar("Found")

_ALL_CODE = ("",)
_LEVEL = 1
_SIZE = 16


class _Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    path: str
    record: str
    """Key of the file's record."""
    found: msgspec.Raw


_encode = msgspec.msgpack.Encoder().encode
_decode_rows = msgspec.msgpack.Decoder(list[_Row]).decode


class KeptSearches(FileSearches):
    """Looks through files that have changed since an earlier build.

    Args:
        cache: Where results are kept.
        root: The repository's folder, which tells its results from those of others.
        records: Path → key of the file's record.
        stale_reads: Grows when a text is read that is not the one of the record.
    """

    def __init__(
        self, cache: Cache, root: Path, records: Mapping[str, str], stale_reads: Sized
    ) -> None:
        self._cache = cache
        self._root = root
        self._records = records
        self._stale_reads = stale_reads

    def results(self, search: FileSearch[Found], paths: Iterable[str]) -> dict[str, Found]:
        """Return what is found in each of some files, by path, in the order of the paths."""
        key = self._key(search)
        kept = {row.path: row for row in self._cache.get(Cached.SEARCH, key, _unpacked) or ()}
        decode = msgspec.msgpack.Decoder(search.kind).decode
        found: dict[str, Found] = {}
        rows: list[_Row] = []
        for path in paths:
            row = kept.get(path)
            if row is not None and row.record == self._records[path]:
                found[path] = decode(row.found)
            else:
                stale_reads = len(self._stale_reads)
                found[path] = search.find(path)
                row = None
                if len(self._stale_reads) == stale_reads:
                    row = _row(path, self._records[path], found[path])
            if row is not None:
                rows.append(row)
        if rows != list(kept.values()):
            packed = zlib.compress(_encode(rows), _LEVEL)
            self._cache.put_many(Cached.SEARCH, [(key, packed)])
        return found

    def _key(self, search: FileSearch[Found]) -> str:
        code = code_digest(_ALL_CODE, libraries())
        about = repr((str(self._root), code, search.name, search.given))
        return blake2b(about.encode("utf-8", "backslashreplace"), digest_size=_SIZE).hexdigest()


def _row(path: str, record: str, found: object) -> _Row | None:
    try:
        path.encode()
        return _Row(path, record, msgspec.Raw(_encode(found)))
    except UnicodeEncodeError:  # a name that is no Unicode
        return None


def _unpacked(packed: bytes) -> list[_Row]:
    return _decode_rows(decompressed(packed))
