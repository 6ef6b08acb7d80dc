"""The files of one build in a preview, each made when somebody asks for it.

Where they can, deputies make them: other processes, in which a file of the repository that hangs or
kills its page costs that page only. Elsewhere, one thread at a time does.
"""

from __future__ import annotations

import posixpath
import threading
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_repodoc.pipeline.page_making import limits_of
from mkdocs_repodoc.pipeline.twins import FilesOnRequest
from mkdocs_repodoc.preview.made_once import MadeOnce
from mkdocs_repodoc.processes.answers import Work
from mkdocs_repodoc.processes.deputies import Deputies, can_have_deputies
from mkdocs_repodoc.processes.workers import processes

if TYPE_CHECKING:
    from mkdocs_repodoc.hosts.mkdocs.page_builds import PageBuilder
    from mkdocs_repodoc.pipeline.site import Site
    from mkdocs_repodoc.processes.limits import Loss
    from mkdocs_repodoc.settings import Settings


class RequestedFiles:
    """Generated pages, and what is beside them.

    Args:
        builder: Makes pages; `None` before there is a site.
        files: Path in the site → content, which is made when it is looked up.
        settings: The limits for what makes a file, and how many are made at a time.
    """

    def __init__(
        self,
        builder: PageBuilder | None = None,
        files: Mapping[str, bytes] = MappingProxyType({}),
        settings: Settings | None = None,
    ) -> None:
        self._builder = builder
        self._files = files
        self._settings = settings
        pages = builder.pages if builder is not None else ()
        self._pages = {page.file.dest_uri: page for page in pages}
        self._names = frozenset((*self._pages, *files))
        self._once: MadeOnce[bytes] = MadeOnce()
        self._making = threading.Lock()
        self._deputies: Deputies[str, bytes] | None = None

    def get_ready(self) -> None:
        """Let other processes make the files, while nothing else goes on in this one."""
        settings = self._settings
        if self._deputies is None and settings is not None and can_have_deputies():
            work = Work(_make, self, limits_of(settings))
            self._deputies = Deputies(work, self._withhold, processes(settings.jobs))

    def retire(self) -> None:
        """Make nothing any more."""
        if self._deputies is not None:
            self._deputies.close()

    def name_of(self, path: str) -> str | None:
        """Return the file that stands for a path of the site; `None` if there is none."""
        names = (path, posixpath.join(path, "index.html"))
        return next((name for name in names if name in self._names), None)

    def content(self, name: str) -> bytes:
        """Return what is in a file. Any thread may ask.

        Args:
            name: As `name_of` returns it.

        Raises:
            RetiredError: The site is not shown any more.
        """
        return self._once.get(name, lambda: self._ask(name))

    def make(self, name: str) -> bytes:
        """Return what is in a file, made in this thread."""
        if (page := self._pages.get(name)) is None:
            return self._files[name]
        assert self._builder is not None  # noqa: S101 - it has the pages
        return self._builder.content(page)

    def _ask(self, name: str) -> bytes:
        if self._deputies is not None:
            return self._deputies.ask(name)
        with self._making:
            return self.make(name)

    def _withhold(self, name: str, loss: Loss) -> bytes:
        """Return what stands for a file that could not be made."""
        if (page := self._pages.get(name)) is None:
            return f"This file could not be made: {loss.reason}.\n".encode()
        page.withheld = loss.reason
        return self.make(name)


def requested_files(builder: PageBuilder, site: Site) -> RequestedFiles:
    """Return the files of a site.

    Args:
        builder: Makes its pages.
        site: What they are pages of.
    """
    return RequestedFiles(builder, FilesOnRequest(site), site.context.settings)


def _make(files: RequestedFiles, name: str) -> bytes:
    return files.make(name)
