"""Records of all files: from the cache where the content is known, from the analysers otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mkdocs_repodoc.analysis.record_keys import record_key
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileDetail, FileOutline
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.pipeline.stores.decoded_outlines import decoded_outline
from mkdocs_repodoc.pipeline.stores.present_files import read_now
from mkdocs_repodoc.processes.answers import Work
from mkdocs_repodoc.processes.chunks import chunked
from mkdocs_repodoc.processes.interpreters import Standby
from mkdocs_repodoc.processes.limits import Limits, Loss
from mkdocs_repodoc.processes.workers import map_chunks
from mkdocs_repodoc.settings import AnalysisOptions, Settings

if TYPE_CHECKING:
    from mkdocs_repodoc.analysis.analyse import Content
    from mkdocs_repodoc.pipeline.stores.analysis_elsewhere import EncodedRecord

_CHUNK_BYTES = 500_000
_FILE_COST = 2_000
"""Bytes that an empty file counts as when work is cut into chunks."""

Progress = Callable[[str, int, int], None]
"""Called with the name of a step, how many of its items are done, and how many there are."""


class _Analysed(NamedTuple):
    source: SourceFile
    """The file as it was when it was read."""
    key: str
    outline: bytes
    detail: bytes
    is_kept: bool = True
    """Whether the same would come of it again; not so for what went wrong with a process."""


_decode_detail = msgspec.msgpack.Decoder(FileDetail).decode
_encode = msgspec.msgpack.Encoder().encode


class RecordStore:
    """Outlines in memory, details in the cache.

    Kept between the builds of a preview, it analyses a content only once.

    Args:
        settings: Where the files are and what changes a record.
        cache: Where encoded records are kept.

    Attributes:
        analysed: How many files the last `load` had to analyse.
        diagnostics: What there is to say of the executor that has analysed them.
    """

    def __init__(self, settings: Settings, cache: Cache) -> None:
        self._root = settings.root
        self._jobs = settings.jobs
        self._executor = settings.executor
        self._unconfirmed = settings.unconfirmed_executor
        self._options = settings.analysis
        self._limits = Limits(settings.time_limit, settings.memory_limit)
        self._cache = cache
        self._standby = Standby()
        self._outlines: dict[str, FileOutline] = {}
        self._sources: dict[str, SourceFile] = {}
        # Of files that could not be analysed, for as long as this process lasts:
        self._failed_keys: dict[str, str] = {}
        self._failed_details: dict[str, bytes] = {}
        self.analysed = 0
        self.diagnostics: tuple[Diagnostic, ...] = ()

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

    def expect_changes(self) -> None:
        """Get ready to analyse single files that will have changed."""
        shared = (self._root, self._options)
        self._standby.start_ahead(Work(_analyse_chunk, shared, self._limits), self._root)

    def close(self) -> None:
        """End what waits for changes."""
        self._standby.close()

    def detail(self, key: str) -> FileDetail:
        """Return the other half of a record; analyses the file again if the cache lost it."""
        if (failed := self._failed_details.get(key)) is not None:
            return _decode_detail(failed)
        kept = self._cache.get(Cached.DETAIL, key, _decode_detail)
        if kept is not None:
            return kept
        (analysed,) = _analyse_chunk((self._root, self._options), (self._sources[key],))
        return _decode_detail(analysed.detail)

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
        for chunk, results in self._analysed(chunks):
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

    def _analysed(
        self, chunks: Sequence[Sequence[SourceFile]]
    ) -> Iterator[tuple[Sequence[SourceFile], Sequence[_Analysed]]]:
        """Yield each chunk with what has become of it: elsewhere, or else here."""
        self.diagnostics = ()
        done: set[int] = set()
        if self._executor and len(chunks) > 1:
            for number, results in self._analysed_elsewhere(chunks):
                done.add(number)
                yield chunks[number], results
        elif self._unconfirmed and len(chunks) > 1:
            from mkdocs_repodoc.pipeline.stores.analysis_elsewhere import unconfirmed  # noqa: PLC0415 - most runs analyse here

            self.diagnostics = (unconfirmed(self._unconfirmed),)
        left = [chunk for number, chunk in enumerate(chunks) if number not in done]
        shared = (self._root, self._options)
        analysed = map_chunks(
            _analyse_chunk,
            shared,
            left,
            self._jobs,
            self._root,
            limits=self._limits,
            give_up=partial(_give_up, shared, self._limits),
            standby=self._standby,
        )
        yield from zip(left, analysed, strict=True)

    def _analysed_elsewhere(
        self, chunks: Sequence[Sequence[SourceFile]]
    ) -> Iterator[tuple[int, Sequence[_Analysed]]]:
        """Yield numbers of chunks with what the workers of the executor have made of them."""
        from mkdocs_repodoc.analysis.analyse import Content  # noqa: PLC0415 - as below
        from mkdocs_repodoc.pipeline.stores.analysis_elsewhere import AnalysisElsewhere  # noqa: PLC0415 - most runs analyse here

        elsewhere = AnalysisElsewhere(self._executor, self._options, self._limits, self._root)
        read: dict[int, list[SourceFile]] = {}

        def contents(number: int) -> list[Content]:
            now = [read_now(self._root, file) for file in chunks[number]]
            read[number] = [file for file, _ in now]
            return [Content(name_of(file.path), file.language, data) for file, data in now]

        missing = sum(map(len, chunks))
        for number, records in elsewhere.analyse(len(chunks), contents):
            missing -= len(records)
            pairs = zip(read.pop(number), records, strict=True)
            yield number, [self._taken(file, record) for file, record in pairs]
        self.diagnostics = tuple(elsewhere.diagnostics(missing))

    def _taken(self, file: SourceFile, record: EncodedRecord) -> _Analysed:
        if record.loss:
            shared = (self._root, self._options)
            return _give_up(shared, self._limits, file, Loss(record.loss))
        return _Analysed(file, record_key(file, self._options), record.outline, record.detail)

    def _keep_only(self, loaded: Sequence[tuple[SourceFile, FileOutline, str]]) -> None:
        self._outlines = {key: outline for _, outline, key in loaded}
        self._sources = {key: source for source, _, key in loaded}


def _analyse_chunk(
    shared: tuple[Path, AnalysisOptions], files: Sequence[SourceFile]
) -> list[_Analysed]:
    from mkdocs_repodoc.analysis.analyse import Content, analyse_all  # noqa: PLC0415 - a question mostly finds all analysed

    root, options = shared
    read = [read_now(root, file) for file in files]
    contents = [Content(name_of(now.path), now.language, data) for now, data in read]
    records = analyse_all(contents, options)
    return [
        _Analysed(now, record_key(now, options), _encode(record.outline), _encode(record.detail))
        for (now, _), record in zip(read, records, strict=True)
    ]


def _give_up(
    shared: tuple[Path, AnalysisOptions], limits: Limits, file: SourceFile, loss: Loss
) -> _Analysed:
    """Return the record of a file over which a process has died or has taken too long.

    It has a key of its own: what is kept of pages that show it must not be taken for what another
    run, which may have more luck, makes of the same content.
    """
    from mkdocs_repodoc.analysis.analyse import unanalysed  # noqa: PLC0415 - as above

    root, options = shared
    now, data = read_now(root, file)
    record = unanalysed(name_of(now.path), data, loss.reason, limits)
    outline = _encode(record.outline)
    key = sha256(record_key(now, options).encode() + outline).hexdigest()
    return _Analysed(now, key, outline, _encode(record.detail), is_kept=False)
