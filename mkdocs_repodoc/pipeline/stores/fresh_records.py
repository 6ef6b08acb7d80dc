"""Records of files as they are now: made here, in other processes or by an executor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from mkdocs_repodoc.analysis.analyse import Content, analyse_all, unanalysed
from mkdocs_repodoc.analysis.record_keys import record_key
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.pipeline.stores.analysis_elsewhere import (
    AnalysisElsewhere,
    EncodedRecord,
    unconfirmed,
)
from mkdocs_repodoc.pipeline.stores.present_files import read_now
from mkdocs_repodoc.processes.answers import Work
from mkdocs_repodoc.processes.interpreters import Standby
from mkdocs_repodoc.processes.limits import Limits, Loss
from mkdocs_repodoc.processes.workers import map_chunks
from mkdocs_repodoc.settings import AnalysisOptions, Settings


class FreshRecord(NamedTuple):
    """The encoded halves of a record, and the file that it was made of."""

    source: SourceFile
    """The file as it was when it was read."""
    key: str
    outline: bytes
    detail: bytes
    is_kept: bool = True
    """Whether the same would come of it again; not so for what went wrong with a process."""


_encode = msgspec.msgpack.Encoder().encode


class FreshRecords:
    """Makes records.

    Args:
        settings: Where the files are, who analyses them, and within which limits.

    Attributes:
        diagnostics: What there is to say of the executor after the last `made`.
    """

    def __init__(self, settings: Settings) -> None:
        self._root = settings.root
        self._jobs = settings.jobs
        self._executor = settings.executor
        self._unconfirmed = settings.unconfirmed_executor
        self._options = settings.analysis
        self._limits = Limits(settings.time_limit, settings.memory_limit)
        self._standby = Standby()
        self.diagnostics: tuple[Diagnostic, ...] = ()

    def expect_changes(self) -> None:
        """Get ready to analyse single files that will have changed."""
        shared = (self._root, self._options)
        self._standby.start_ahead(Work(_analyse_chunk, shared, self._limits), self._root)

    def close(self) -> None:
        """End what waits for changes."""
        self._standby.close()

    def again(self, file: SourceFile) -> FreshRecord:
        """Return the record of a file that has been analysed before, in this process."""
        (record,) = _analyse_chunk((self._root, self._options), (file,))
        return record

    def made(
        self, chunks: Sequence[Sequence[SourceFile]]
    ) -> Iterator[tuple[Sequence[SourceFile], Sequence[FreshRecord]]]:
        """Yield each chunk with what has become of it: elsewhere, or else here."""
        self.diagnostics = ()
        done: set[int] = set()
        if self._executor and len(chunks) > 1:
            for number, results in self._made_elsewhere(chunks):
                done.add(number)
                yield chunks[number], results
        elif self._unconfirmed and len(chunks) > 1:
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

    def _made_elsewhere(
        self, chunks: Sequence[Sequence[SourceFile]]
    ) -> Iterator[tuple[int, Sequence[FreshRecord]]]:
        """Yield numbers of chunks with what the workers of the executor have made of them."""
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

    def _taken(self, file: SourceFile, record: EncodedRecord) -> FreshRecord:
        if record.loss:
            shared = (self._root, self._options)
            return _give_up(shared, self._limits, file, Loss(record.loss))
        return FreshRecord(file, record_key(file, self._options), record.outline, record.detail)


def _analyse_chunk(
    shared: tuple[Path, AnalysisOptions], files: Sequence[SourceFile]
) -> list[FreshRecord]:
    root, options = shared
    read = [read_now(root, file) for file in files]
    contents = [Content(name_of(now.path), now.language, data) for now, data in read]
    records = analyse_all(contents, options)
    return [
        FreshRecord(now, record_key(now, options), _encode(record.outline), _encode(record.detail))
        for (now, _), record in zip(read, records, strict=True)
    ]


def _give_up(
    shared: tuple[Path, AnalysisOptions], limits: Limits, file: SourceFile, loss: Loss
) -> FreshRecord:
    """Return the record of a file over which a process has died or has taken too long.

    It has a key of its own: what is kept of pages that show it must not be taken for what another
    run, which may have more luck, makes of the same content.
    """
    root, options = shared
    now, data = read_now(root, file)
    record = unanalysed(name_of(now.path), data, loss.reason, limits)
    outline = _encode(record.outline)
    key = sha256(record_key(now, options).encode() + outline).hexdigest()
    return FreshRecord(now, key, outline, _encode(record.detail), is_kept=False)
