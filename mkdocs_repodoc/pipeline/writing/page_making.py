"""Makes all pages of a build, and the data beside them, in several processes.

A host says how one of its pages is made and written. Everything around that is here: which process
makes what, what becomes of a page over which a process is lost, and the order of what is logged.
"""

from __future__ import annotations

import logging
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeVar

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.processes.attempts import NoResult
from mkdocs_repodoc.processes.containment import BUG_LOG, tell_traceback
from mkdocs_repodoc.processes.limits import Limits, Loss
from mkdocs_repodoc.processes.workers import UnorderedRecovery, map_unordered
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.printable_text import terminal_line

Result = TypeVar("Result")
Made_co = TypeVar("Made_co", covariant=True)

CHUNK = 16
"""Pages that a process makes before it asks for more; a file's two pages stay together."""
_CHUNKS_PER_POOL = 128
"""Chunks after which processes are made anew: each page that one makes leaves it with a larger
copy of what it shares with this one."""

_Task = range | None
"""Positions of pages to make; `None` is to write the data."""

_LOG = "mkdocs.plugins.repodoc"


class PageMaker(Protocol[Made_co]):
    """Makes and writes the pages of one build; what it returns is handed to whoever asked."""

    @property
    def uris(self) -> Sequence[str]:
        """Source URIs of the pages."""

    @property
    def unsaid(self) -> Mapping[str, NoResult]:
        """What could not be worked out in this process, and pages lack → why."""

    def make(self, positions: range) -> Sequence[Made_co]:
        """Write some pages, as an earlier build has left them or made anew."""

    def withhold(self, position: int, reason: str) -> Sequence[Made_co]:
        """Write a page that says why it could not be made."""

    def write_data(self) -> Sequence[Made_co]:
        """Write what the site has beside its pages."""


class _LogLine(NamedTuple):
    logger: str
    level: int
    message: str


class _Done(NamedTuple, Generic[Result]):
    results: Sequence[Result]
    lines: list[_LogLine]
    unsaid: Mapping[str, NoResult]
    """What was worked out in vain meanwhile → why."""


def limits_of(settings: Settings) -> Limits:
    """Return what the making of a page may take."""
    return Limits(settings.time_limit, settings.memory_limit)


def lost_level(settings: Settings) -> int:
    """Return the level at which is logged what was lost; strict builds count warnings."""
    return logging.WARNING if settings.lost_files == "warn" else logging.INFO


def lost_page(uri: str, reason: str) -> str:
    """Return what is logged of a page that could not be made.

    Args:
        uri: Its source URI.
        reason: A clause that says why.
    """
    return f"The page {uri} could not be made: {reason}"


def unsaid_part(part: str, reason: str) -> str:
    """Return what is logged of what could not be worked out.

    Args:
        part: What that is, of the repository as a whole.
        reason: A clause that says why.
    """
    return terminal_line(f"No page shows {part}: {reason}")


def make_all(maker: PageMaker[Result], settings: Settings) -> list[Result]:
    """Write all pages and data.

    The data take one process a long time and much memory: others make pages meanwhile, and once
    the data are written, all processes are made anew.

    Args:
        maker: Makes them, in copies of this process.
        settings: How many processes share the work, and what a page may take there.

    Returns:
        What the maker has returned: of the data first, then of the pages in their order.

    Raises:
        RepodocError: The data could not be written, which the site can't do without.
    """
    count = len(maker.uris)
    chunks = (range(i, min(i + CHUNK, count)) for i in range(0, count, CHUNK))
    first = _DataAndPages(chunks)
    done: dict[_Task, _Done[Result]] = {}
    told = _Told(set(), set(maker.unsaid), lost_level(settings))
    for task, made in _run(maker, first, settings):
        first.data_is_written |= task is None
        done[task] = made
    results = _told_in_order(done, told)
    while some := list(islice(chunks, _CHUNKS_PER_POOL)):
        results += _told_in_order(dict(_run(maker, some, settings)), told)
    return results


class _DataAndPages:
    """The data, and chunks of pages for as long as the data are not written.

    Args:
        chunks: Where chunks are taken from; those that are not needed stay there.
    """

    def __init__(self, chunks: Iterator[range]) -> None:
        self._chunks = chunks
        self.data_is_written = False

    def __iter__(self) -> Iterator[_Task]:
        yield None
        while not self.data_is_written and (chunk := next(self._chunks, None)) is not None:
            yield chunk


def _run(
    maker: PageMaker[Result], tasks: Iterable[_Task], settings: Settings
) -> Iterator[tuple[_Task, _Done[Result]]]:
    level = lost_level(settings)
    return map_unordered(
        _run_task,
        maker,
        tasks,
        settings.jobs,
        seconds=lambda task: None if task is None else settings.time_limit,
        memory=settings.memory_limit,
        recovery=UnorderedRecovery(
            _single_pages, lambda task, loss: _withheld(maker, task, loss, level)
        ),
    )


def _run_task(maker: PageMaker[Result], task: _Task) -> _Done[Result]:
    """Do some work in a worker and return what is to be told of it, to be logged in the parent."""
    before = set(maker.unsaid)
    with _captured_log() as lines:
        results = maker.write_data() if task is None else maker.make(task)
    return _Done(results, lines, _without(maker.unsaid, before))


def _without(unsaid: Mapping[str, NoResult], known: Container[str]) -> dict[str, NoResult]:
    return {part: why for part, why in unsaid.items() if part not in known}


def _single_pages(task: _Task) -> list[_Task]:
    if task is None or len(task) == 1:
        return []
    return [range(index, index + 1) for index in task]


def _withheld(maker: PageMaker[Result], task: _Task, loss: Loss, level: int) -> _Done[Result]:
    """Write a page that says why it could not be made.

    Raises:
        RepodocError: It is the data that could not be written.
    """
    if task is None:
        raise RepodocError(f"the data beside the pages could not be written: {loss.reason}")
    with _captured_log() as lines:
        results = maker.withhold(task.start, loss.reason)
    message = lost_page(maker.uris[task.start], loss.reason)
    return _Done(results, [*lines, _LogLine(_LOG, level, message)], {})


class _Told(NamedTuple):
    """What was logged before: each process meets the same."""

    bugs: set[str]
    """Tracebacks."""
    unsaid: set[str]
    """What could not be worked out."""
    level: int
    """How that is logged."""


def _told_in_order(done: Mapping[_Task, _Done[Result]], told: _Told) -> list[Result]:
    """Log what tasks have logged, and return their results: the data's, then those of pages.

    Args:
        done: What has become of each task.
        told: What was logged before.
    """
    results: list[Result] = []
    for task in sorted(done, key=lambda task: -1 if task is None else task.start):
        results += done[task].results
        for name, level, message in done[task].lines:
            if name == BUG_LOG:
                if message in told.bugs:
                    continue
                told.bugs.add(message)
            logging.getLogger(name).log(level, "%s", message)
        for part, why in _without(done[task].unsaid, told.unsaid).items():
            told.unsaid.add(part)
            logging.getLogger(_LOG).log(told.level, "%s", unsaid_part(part, why.reason))
            tell_traceback(why.traceback)
    return results


@contextmanager
def _captured_log() -> Iterator[list[_LogLine]]:
    lines: list[_LogLine] = []

    class Capture(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(_LogLine(record.name, record.levelno, record.getMessage()))

    root = logging.getLogger(_LOG.partition(".")[0])
    handlers, propagate = root.handlers, root.propagate
    root.handlers, root.propagate = [Capture()], False
    try:
        yield lines
    finally:
        root.handlers, root.propagate = handlers, propagate
