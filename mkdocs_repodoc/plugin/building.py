"""Builds generated pages apart from MkDocs' own loop: several at a time, or one on request.

Both hide the pages from that loop by excluding their files once all plugins know them, and build
each page with the function that the loop would have called, so that every theme and plugin works
on it as usual.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs.commands.build import _build_page, get_context
from mkdocs.structure.files import InclusionLevel

from mkdocs_repodoc.plugin.files import VirtualPage
from mkdocs_repodoc.workers import map_chunks

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

_CHUNK = 32
"""Pages that a process builds before it asks for more; a file's two pages stay together."""

_LogLine = tuple[str, int, str]


@dataclass(frozen=True)
class PageBuilder:
    """All that MkDocs needs to build a page of one build of the site."""

    config: MkDocsConfig
    files: Files
    navigation: Navigation
    environment: jinja2.Environment
    pages: Sequence[VirtualPage]

    def take_over(self) -> None:
        """Hide the generated pages from MkDocs' own loop."""
        for page in self.pages:
            page.file.inclusion = InclusionLevel.EXCLUDED

    def build(self, page: VirtualPage) -> None:
        """Write one page into the site."""
        _build_page(page, self.config, self._other_pages, self.navigation, self.environment)

    def build_all(self, jobs: int) -> None:
        """Write all pages, in processes that are copies of this one."""
        chunks = [range(i, i + _CHUNK) for i in range(0, len(self.pages), _CHUNK)]
        for lines in map_chunks(_build_chunk, self, chunks, jobs):
            for name, level, message in lines:
                logging.getLogger(name).log(level, "%s", message)

    def announce(self) -> None:
        """Send the event of a page's context for each page, without its body.

        What other plugins collect there (search entries) was lost with the processes that built
        the pages. MkDocs' own loop would come to generated pages last, so this has to as well.
        """
        for page in self.pages:
            page.shows_body = False
            context = get_context(self.navigation, self._other_pages, self.config, page)
            self.config.plugins.on_page_context(
                context, page=page, config=self.config, nav=self.navigation
            )
            page.shows_body = True

    @property
    def _other_pages(self) -> Sequence[File]:
        return self.files.documentation_pages()


def _build_chunk(builder: PageBuilder, indexes: Sequence[int]) -> list[_LogLine]:
    """Build some pages in a worker and return what was logged, to be logged in the parent."""
    with _captured_log() as lines:
        for page in builder.pages[indexes[0] : indexes[-1] + 1]:
            builder.build(page)
    return lines


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
