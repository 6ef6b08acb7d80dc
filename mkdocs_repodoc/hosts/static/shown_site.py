"""The site of one build in a preview: its files are made when they are asked for."""

from __future__ import annotations

import threading
from collections import OrderedDict

from mkdocs_repodoc.hosts.static.static_site import StaticSite
from mkdocs_repodoc.pipeline.writing.markdown_twins import FilesOnRequest
from mkdocs_repodoc.pipeline.writing.page_making import limits_of
from mkdocs_repodoc.preview.made_file import MadeFile, lost_file
from mkdocs_repodoc.preview.made_once import MadeOnce
from mkdocs_repodoc.processes.answers import Work
from mkdocs_repodoc.processes.deputies import Deputies
from mkdocs_repodoc.processes.limits import Loss
from mkdocs_repodoc.processes.workers import processes
from mkdocs_repodoc.settings import Settings

_MOST_BYTES = 32_000_000
"""Of made files that are kept in memory: readers go back and forth, and load the same data."""


class ShownSite:
    """All files of a site that stays as it is.

    Any thread may ask. Where they can, other processes make what is asked for; else one thread at a
    time does.

    Args:
        static: The site.
        settings: The limits for what makes a file, and how many are made at a time.
    """

    def __init__(self, static: StaticSite, settings: Settings) -> None:
        self._static = static
        self._images = static.images
        self._small = static.small_files()
        maker = _Maker(static)
        self._names = frozenset(maker.names())
        work = Work(_make, maker, limits_of(settings))
        self._deputies: Deputies[str, MadeFile] = Deputies(
            work, maker.withhold, processes(settings.jobs)
        )
        self._once: MadeOnce[bytes] = MadeOnce()
        self._keeping = threading.Lock()
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0

    @property
    def home(self) -> str:
        """URL of the repository's index page, relative to the site's top."""
        return self._static.facts.home

    def find(self, path: str) -> bytes | None:
        """Return the content of a file of the site; `None` if there is none at this path.

        Raises:
            RetiredError: The site is not shown any more.
        """
        if (small := self._small.get(path)) is not None:
            return small
        if (image := self._images.get(path)) is not None:
            return self._static.image(image)
        if path not in self._names:
            return None
        with self._keeping:
            if path in self._made:
                self._made.move_to_end(path)
                return self._made[path]
        return self._once.get(path, lambda: self._make(path))

    def retire(self) -> None:
        """Show it no more: let go of what makes its files."""
        self._deputies.close()

    def _make(self, path: str) -> bytes:
        made = self._deputies.ask(path)
        if not made.is_withheld:
            with self._keeping:
                self._keep(path, made.content)
        return made.content

    def _keep(self, path: str, content: bytes) -> None:
        if path in self._made:
            return
        self._made[path] = content
        self._size += len(content)
        while self._size > _MOST_BYTES and len(self._made) > 1:
            _, dropped = self._made.popitem(last=False)
            self._size -= len(dropped)


class _Maker:
    """Makes the files of a site that are neither small nor the repository's own."""

    def __init__(self, static: StaticSite) -> None:
        self._static = static
        self._pages = {page.dest_uri: page for page in static.site.plan.pages.values()}
        self._files = FilesOnRequest(static.site)

    def names(self) -> list[str]:
        return [*self._pages, *self._files]

    def make(self, path: str) -> MadeFile:
        if (plan := self._pages.get(path)) is not None:
            page = self._static.site.render(plan.uri)
            return MadeFile(self._static.whole(plan, page).encode())
        return MadeFile(self._files[path])

    def withhold(self, path: str, loss: Loss) -> MadeFile:
        """Return what stands for a file that could not be made."""
        if (plan := self._pages.get(path)) is not None:
            page = self._static.site.withheld(plan.uri, loss.reason)
            return MadeFile(self._static.whole(plan, page).encode(), is_withheld=True)
        return lost_file(loss)


def _make(maker: _Maker, path: str) -> MadeFile:
    return maker.make(path)
