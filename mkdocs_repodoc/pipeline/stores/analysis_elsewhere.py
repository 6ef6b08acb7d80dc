"""Analysis by the workers of an executor: bytes of files there, encoded records back.

A worker needs no checkout, no git and no folder of ours: it is sent what is in the files, and
what it makes of them depends on nothing else but on code, which has to be the same there. Each
worker works in an interpreter of its own, with the limits that a worker of this machine has, so
that a file that kills its parser costs neither the executor's process nor other files.
"""

from __future__ import annotations

import os
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from mkdocs_repodoc import __version__
from mkdocs_repodoc.analysis.analyse import Content, analyse_all
from mkdocs_repodoc.analysis.record_keys import record_code, record_versions
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.records import FileDetail, FileOutline
from mkdocs_repodoc.processes.elsewhere import Elsewhere
from mkdocs_repodoc.processes.interpreters import Standby
from mkdocs_repodoc.processes.limits import Limits, Loss
from mkdocs_repodoc.processes.workers import map_chunks
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.english import count, enumeration

_MARGIN = 30.0
"""Seconds beyond the time limit of a file before a silent executor is given up."""


class _Request(msgspec.Struct, frozen=True, array_like=True):
    product: str
    options: tuple[str, int, tuple[str, ...]]
    limits: tuple[float | None, int | None]
    files: tuple[tuple[str, str, bytes], ...]
    """Base name, language and content of each."""


_Said = Annotated[str, msgspec.Meta(max_length=1_000)]
"""What a worker says that messages repeat."""


class EncodedRecord(msgspec.Struct, frozen=True, array_like=True):
    """What a worker has made of a file."""

    outline: bytes
    detail: bytes
    loss: _Said = ""
    """Why it could not be analysed, if a process was lost over it."""


class _Reply(msgspec.Struct, frozen=True, array_like=True):
    worker: _Said
    code: str
    """Digest of the code that has made the records."""
    versions: dict[_Said, _Said]
    records: tuple[EncodedRecord, ...] = ()


_encode = msgspec.msgpack.Encoder().encode
_decode_request = msgspec.msgpack.Decoder(_Request).decode
_decode_reply = msgspec.msgpack.Decoder(_Reply).decode
_decode_outline = msgspec.msgpack.Decoder(FileOutline).decode
_decode_detail = msgspec.msgpack.Decoder(FileDetail).decode

_kept = threading.local()
_one_at_a_time = threading.Lock()


class AnalysisElsewhere:
    """Files analysed by an executor, as far as it manages to.

    Args:
        executor: The executor, as the option has it.
        options: What changes a record.
        limits: What a worker may take for a file.
        root: The documented folder.
    """

    def __init__(self, executor: str, options: AnalysisOptions, limits: Limits, root: Path) -> None:
        self._name = executor
        self._options = options
        self._limits = limits
        silence = (limits.seconds or 0.0) + _MARGIN
        self._elsewhere = Elsewhere(executor, analyse_here, root, silence)
        self._files: Counter[str] = Counter()

    def analyse(
        self, chunks: int, contents: Callable[[int], Sequence[Content]]
    ) -> Iterator[tuple[int, Sequence[EncodedRecord]]]:
        """Yield numbers of chunks with the records of their files, in any order.

        Args:
            chunks: How many chunks there are; those that nobody brings back are left out.
            contents: Reads a chunk when it is about to be sent.

        Raises:
            SettingsError: The option names nothing that makes an executor.
        """
        expected = record_code(self._options)
        sizes: dict[int, int] = {}

        def piece(number: int) -> bytes:
            files = contents(number)
            sizes[number] = len(files)
            options, limits = self._options, self._limits
            return _encode(
                _Request(
                    __version__,
                    (options.docstring_style, options.analysis_limit, options.extensions),
                    (limits.seconds, limits.memory),
                    tuple((each.name, each.language, each.data) for each in files),
                )
            )

        for number, packed in self._elsewhere.run(chunks, piece):
            reply = _read(packed)
            if reply is None or len(reply.records) != sizes[number]:
                self._elsewhere.refuse("its workers answer what can't be read")
            elif reply.code != expected:
                self._elsewhere.refuse(_difference(reply, record_versions()))
            else:
                self._files[reply.worker] += len(reply.records)
                yield number, reply.records

    def diagnostics(self, missing: int) -> Iterator[Diagnostic]:
        """Yield what there is to say: who has done what, and why this machine did the rest.

        Args:
            missing: How many files this machine had to analyse.
        """
        if self._files:
            workers = sorted(self._files.items())
            shares = enumeration([f"{files:,} by {worker}" for worker, files in workers])
            done = count(self._files.total(), "file")
            yield _said("info", f"The executor {self._name} analysed {done}: {shares}.")
        if missing:
            reason = self._elsewhere.trouble or self._elsewhere.reason
            yield _said(
                "warning",
                f"The executor {self._name} left {count(missing, 'file')} to this machine: "
                f"{reason}.",
            )


def analyse_here(packed: bytes) -> bytes:
    """On a worker: analyse what was sent, in an interpreter of its own.

    Args:
        packed: A request.

    Returns:
        A reply.
    """
    request = _decode_request(packed)
    options = AnalysisOptions(*request.options)  # type: ignore[arg-type] # as it was packed
    contents = [Content(*file) for file in request.files]
    standby = getattr(_kept, "standby", None)
    if standby is None:  # a thread works on one request at a time
        standby = _kept.standby = Standby()
    (records,) = map_chunks(
        _analyse_chunk,
        options,
        [contents],
        2,
        Path.cwd(),  # a checkout perhaps, in which nothing must look for a module
        limits=Limits(*request.limits),
        give_up=_give_up,
        standby=standby,
        apart=True,
    )
    worker = f"{socket.gethostname()}:{os.getpid()}"
    with _one_at_a_time:  # which extensions are in use belongs to the process
        code, versions = record_code(options), record_versions()
    return _encode(_Reply(worker, code, versions, tuple(records)))


def _analyse_chunk(options: AnalysisOptions, contents: Sequence[Content]) -> list[EncodedRecord]:
    return [
        EncodedRecord(_encode(record.outline), _encode(record.detail))
        for record in analyse_all(contents, options)
    ]


def _give_up(_content: Content, loss: Loss) -> EncodedRecord:
    return EncodedRecord(b"", b"", loss.reason)


def _read(packed: bytes) -> _Reply | None:
    """Return a reply whose records can be decoded; `None` if it is none."""
    try:
        reply = _decode_reply(packed)
        for record in reply.records:
            if not record.loss:
                _decode_outline(record.outline)
                _decode_detail(record.detail)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return reply


def _difference(reply: _Reply, here: dict[str, str]) -> str:
    """Say in what a worker differs from this machine."""
    there = reply.versions
    names = [name for name in here | there if here.get(name) != there.get(name)]
    if not names:
        return f"the worker {reply.worker} has other code of mkdocs-repodoc or of an extension"
    name = names[0]
    ours, theirs = here.get(name, "none"), there.get(name, "none")
    return f"the worker {reply.worker} has {name} {theirs} instead of {ours}"


def unconfirmed(executor: str) -> Diagnostic:
    """Say that an executor isn't used.

    Args:
        executor: The executor, as the option has it.
    """
    return _said(
        "info",
        f"The executor {executor} of the configuration is not used, since the variable "
        "REPODOC_EXECUTOR does not confirm it; this machine analyses all files.",
    )


def _said(severity: str, message: str) -> Diagnostic:
    return Diagnostic(severity, "", 0, message)  # type: ignore[arg-type] # one of its severities
