"""The files of one build in a preview, each made when somebody asks for it.

Where they can, deputies make them: other processes, in which a file of the repository that hangs or
kills its page costs that page only. Elsewhere, one thread at a time does.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs_repodoc.pipeline.writing.markdown_twins import FilesOnRequest
from mkdocs_repodoc.pipeline.writing.page_making import limits_of
from mkdocs_repodoc.preview.made_file import MadeFile, lost_file
from mkdocs_repodoc.preview.made_once import MadeOnce
from mkdocs_repodoc.processes.answers import Work
from mkdocs_repodoc.processes.deputies import Deputies
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
        self._once: MadeOnce[MadeFile] = MadeOnce()
        self._deputies: Deputies[str, MadeFile] | None = None

    def get_ready(self) -> None:
        """Let other processes make the files, while nothing else goes on in this one."""
        settings = self._settings
        if self._deputies is None and settings is not None:
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

    def content(self, name: str) -> MadeFile:
        """Return a file, once it is ready for that. Any thread may ask.

        Args:
            name: As `name_of` returns it.

        Raises:
            RetiredError: The site is not shown any more.
        """
        deputies = self._deputies
        assert deputies is not None  # noqa: S101 - `get_ready` was called
        return self._once.get(name, lambda: deputies.ask(name))

    def make(self, name: str) -> MadeFile:
        """Return a file, made in this thread."""
        if (page := self._pages.get(name)) is None:
            return MadeFile(self._files[name])
        assert self._builder is not None  # noqa: S101 - it has the pages
        return MadeFile(self._builder.content(page))

    def _withhold(self, name: str, loss: Loss) -> MadeFile:
        """Return what stands for a file that could not be made."""
        if (page := self._pages.get(name)) is None:
            return lost_file(loss)
        page.withheld = loss.reason
        try:
            return self.make(name)._replace(is_withheld=True)
        finally:
            page.withheld = None  # workers that are started later are copies, and try it again


def requested_files(builder: PageBuilder, site: Site) -> RequestedFiles:
    """Return the files of a site.

    Args:
        builder: Makes its pages.
        site: What they are pages of.
    """
    return RequestedFiles(builder, FilesOnRequest(site), site.context.settings)


def _make(files: RequestedFiles, name: str) -> MadeFile:
    return files.make(name)
