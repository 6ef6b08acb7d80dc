"""Makes generated pages apart from MkDocs' own loop: several at a time, one on request, or again.

Each page is built with the function that the loop would have called, so that every theme and
plugin works on it as usual.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from mkdocs.commands.build import _build_page, get_context

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.hosts.mkdocs.virtual_files import VirtualPage
from mkdocs_repodoc.processes.chunks import batches
from mkdocs_repodoc.processes.containment import BUG_LOG
from mkdocs_repodoc.processes.limits import Loss
from mkdocs_repodoc.processes.workers import UnorderedRecovery, map_unordered

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation

    from mkdocs_repodoc.hosts.mkdocs.page_reuse import WholePages
    from mkdocs_repodoc.pipeline.published_files import DataWriter

_CHUNK = 16
"""Pages that a process builds before it asks for more; a file's two pages stay together."""
_CHUNKS_PER_POOL = 128
"""Chunks after which processes are made anew: each page that one builds leaves it with a larger
copy of what it shares with this one."""

_Task = range | None
"""Indexes of pages to build; `None` is to write the data."""

_LogLine = tuple[str, int, str]


@dataclass(frozen=True)
class PageBuilder:
    """All that MkDocs needs to build a page of one build of the site.

    Attributes:
        config: MkDocs' configuration.
        listed: The files that themes see as the site's pages.
        navigation: Navigation of the hand-written pages.
        environment: The theme's templates.
        pages: The generated pages.
        store: Pages of earlier builds; `None` where whole ones can't be used again.
        data: Writes what the site has beside its pages; `None` if it is made on request.
        time_limit: Seconds that may be spent on a page in another process.
    """

    config: MkDocsConfig
    listed: Sequence[File]
    navigation: Navigation
    environment: jinja2.Environment
    pages: Sequence[VirtualPage]
    store: WholePages | None = None
    data: DataWriter | None = None
    time_limit: float | None = None

    def build(self, page: VirtualPage) -> None:
        """Write one page into the site."""
        _build_page(page, self.config, self.listed, self.navigation, self.environment)

    def build_all(self, jobs: int) -> None:
        """Write all pages and data.

        The data take one process a long time and much memory: others build pages meanwhile, and
        once the data are written, all processes are made anew.

        Args:
            jobs: How many processes, copies of this one, share the work.
        """
        count = len(self.pages)
        chunks = (range(i, min(i + _CHUNK, count)) for i in range(0, count, _CHUNK))
        first = _DataAndPages(chunks)
        logged: dict[_Task, list[_LogLine]] = {}
        bugs: set[str] = set()
        for task, lines in self._run(first, jobs):
            first.data_is_written |= task is None
            logged[task] = lines
        _log_in_order(logged, bugs)
        while some := list(islice(chunks, _CHUNKS_PER_POOL)):
            _log_in_order(dict(self._run(some, jobs)), bugs)

    def _run(self, tasks: Iterable[_Task], jobs: int) -> Iterator[tuple[_Task, list[_LogLine]]]:
        return map_unordered(
            _run_task,
            self,
            tasks,
            jobs,
            seconds=lambda task: None if task is None else self.time_limit,
            recovery=UnorderedRecovery(_single_pages, self._withhold),
        )

    def _withhold(self, task: _Task, loss: Loss) -> list[_LogLine]:
        """Write a page that says why it could not be made; return what is to be logged.

        Raises:
            RepodocError: It is the data that could not be written, which the site can't do without.
        """
        if task is None:
            raise RepodocError(f"the data beside the pages could not be written: {loss.reason}")
        with _captured_log() as lines:
            page = self.pages[task.start]
            page.withheld = loss.reason
            self.build(page)
        message = f"The page {page.plan.uri} could not be made: {loss.reason}"
        return [*lines, ("mkdocs.plugins.repodoc", logging.INFO, message)]

    def write_data(self) -> None:
        """Write what the site has beside its pages."""
        if self.data is not None:
            self.data.write()

    def restore(self, pages: Sequence[VirtualPage]) -> list[VirtualPage]:
        """Write the pages that are as an earlier build has left them; return the others."""
        return list(pages) if self.store is None else self.store.restore(pages)

    def restore_all(self) -> bool:
        """Write what is as an earlier build has left it; return whether that is all pages."""
        return not sum(len(self.restore(part)) for part in batches(self.pages, _CHUNK))

    def announce(self) -> None:
        """Send the event of a page's context for each page, without its body.

        What other plugins collect there (search entries) was lost with the processes that built
        the pages. MkDocs' own loop would come to generated pages last, so this has to as well.
        """
        for page in self.pages:
            page.shows_body = False
            context = get_context(self.navigation, self.listed, self.config, page)
            self.config.plugins.on_page_context(
                context, page=page, config=self.config, nav=self.navigation
            )
            page.shows_body = True


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


def _run_task(builder: PageBuilder, task: _Task) -> list[_LogLine]:
    """Do some work in a worker and return what was logged, to be logged in the parent."""
    with _captured_log() as lines:
        if task is None:
            builder.write_data()
        else:
            for page in builder.restore(builder.pages[task.start : task.stop]):
                builder.build(page)
    return lines


def _single_pages(task: _Task) -> list[_Task]:
    if task is None or len(task) == 1:
        return []
    return [range(index, index + 1) for index in task]


def _log_in_order(logged: Mapping[_Task, Sequence[_LogLine]], bugs: set[str]) -> None:
    """Log what tasks have logged: that of the data first, then that of pages in their order.

    Args:
        logged: The lines of each task.
        bugs: Tracebacks that were logged; each process meets the same ones.
    """
    for task in sorted(logged, key=lambda task: -1 if task is None else task.start):
        for name, level, message in logged[task]:
            if name == BUG_LOG:
                if message in bugs:
                    continue
                bugs.add(message)
            logging.getLogger(name).log(level, "%s", message)


@contextmanager
def _captured_log() -> Iterator[list[_LogLine]]:
    lines: list[_LogLine] = []

    class Capture(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append((record.name, record.levelno, record.getMessage()))

    root = logging.getLogger("mkdocs")
    handlers, propagate = root.handlers, root.propagate
    root.handlers, root.propagate = [Capture()], False
    try:
        yield lines
    finally:
        root.handlers, root.propagate = handlers, propagate
