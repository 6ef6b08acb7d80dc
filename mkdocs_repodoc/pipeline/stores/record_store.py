"""Records of all files: from the cache where the content is known, from the analysers otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from mkdocs_repodoc.analysis.record_keys import record_key
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileDetail, FileOutline
from mkdocs_repodoc.pipeline.stores.decoded_outlines import decoded_outline
from mkdocs_repodoc.processes.chunks import chunked
from mkdocs_repodoc.settings import Settings

if TYPE_CHECKING:
    from mkdocs_repodoc.pipeline.stores.fresh_records import FreshRecords

_CHUNK_BYTES = 500_000
_FILE_COST = 2_000
"""Bytes that an empty file counts as when work is cut into chunks."""

Progress = Callable[[str, int, int], None]
"""Called with the name of a step, how many of its items are done, and how many there are."""


_decode_detail = msgspec.msgpack.Decoder(FileDetail).decode


class RecordStore:
    """Outlines in memory, details in the cache.

    Kept between the builds of a preview, it analyses a content only once.

    Args:
        settings: Where the files are and what changes a record.
        cache: Where encoded records are kept.

    Attributes:
        analysed: How many files the last `load` had to analyse.
    """

    def __init__(self, settings: Settings, cache: Cache) -> None:
        self._settings = settings
        self._options = settings.analysis
        self._cache = cache
        self._outlines: dict[str, FileOutline] = {}
        self._sources: dict[str, SourceFile] = {}
        # Of files that could not be analysed, for as long as this process lasts:
        self._failed_keys: dict[str, str] = {}
        self._failed_details: dict[str, bytes] = {}
        self.analysed = 0

    def load(
        self, files: Sequence[SourceFile], progress: Progress
    ) -> list[tuple[SourceFile, FileOutline, str]]:
        """Return each file with its outline and the key of its record, in the order given.

        A file that changed since it was discovered comes back as it is now.
        """
        keyed = [(file, self._key(file)) for file in files]
        self._read_cached(key for _, key in keyed)
        missing = {key: file for file, key in keyed if key not in self._outlines}
        current = self._analyse(list(missing.values()), progress)
        self.analysed = len(missing)
        loaded = []
        for file, key in keyed:
            now, now_key = current.get(key, (file, key))
            if now.path != file.path:  # the same content under the same name elsewhere
                now, now_key = file, key
            loaded.append((now, self._outlines[now_key], now_key))
        self._keep_only(loaded)
        return loaded

    @cached_property
    def _fresh(self) -> FreshRecords:
        from mkdocs_repodoc.pipeline.stores.fresh_records import FreshRecords  # noqa: PLC0415 - a question mostly finds all analysed

        return FreshRecords(self._settings)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of the executor that has analysed files."""
        return self._fresh.diagnostics if "_fresh" in vars(self) else ()

    def expect_changes(self) -> None:
        """Get ready to analyse single files that will have changed."""
        self._fresh.expect_changes()

    def close(self) -> None:
        """End what waits for changes."""
        if "_fresh" in vars(self):
            self._fresh.close()

    def detail(self, key: str) -> FileDetail:
        """Return the other half of a record; analyses the file again if the cache lost it."""
        if (failed := self._failed_details.get(key)) is not None:
            return _decode_detail(failed)
        kept = self._cache.get(Cached.DETAIL, key, _decode_detail)
        if kept is not None:
            return kept
        return _decode_detail(self._fresh.again(self._sources[key]).detail)

    def _key(self, file: SourceFile) -> str:
        key = record_key(file, self._options)
        return self._failed_keys.get(key, key)

    def _read_cached(self, keys: Iterable[str]) -> None:
        unknown = [key for key in keys if key not in self._outlines]
        self._outlines.update(self._cache.get_many(Cached.OUTLINE, unknown, decoded_outline))
        self._cache.bring(Cached.DETAIL, [key for key in unknown if key in self._outlines])

    def _analyse(
        self, files: Sequence[SourceFile], progress: Progress
    ) -> dict[str, tuple[SourceFile, str]]:
        """Analyse files and store their records; return what each expected key has become."""
        current: dict[str, tuple[SourceFile, str]] = {}
        if not files:
            return current
        chunks = chunked(files, lambda file: file.size + _FILE_COST, _CHUNK_BYTES)
        for chunk, results in self._fresh.made(chunks):
            kept = [each for each in results if each.is_kept]
            self._cache.put_many(Cached.OUTLINE, ((each.key, each.outline) for each in kept))
            self._cache.put_many(Cached.DETAIL, ((each.key, each.detail) for each in kept))
            for expected, each in zip(chunk, results, strict=True):
                expected_key = record_key(expected, self._options)
                if not each.is_kept:
                    self._failed_keys[expected_key] = each.key
                    self._failed_details[each.key] = each.detail
                self._outlines[each.key] = decoded_outline(each.outline)
                current[expected_key] = (each.source, each.key)
            progress("Analysing", len(current), len(files))
        return current

    def _keep_only(self, loaded: Sequence[tuple[SourceFile, FileOutline, str]]) -> None:
        self._outlines = {key: outline for _, outline, key in loaded}
        self._sources = {key: source for source, _, key in loaded}
