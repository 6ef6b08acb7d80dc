"""The site of one build in a preview: its files are made when they are asked for."""

from __future__ import annotations

import threading
from collections import OrderedDict

from mkdocs_repodoc.hosts.static.static_site import StaticSite
from mkdocs_repodoc.pipeline.twins import FilesOnRequest

_MOST_BYTES = 32_000_000
"""Of made files that are kept in memory: readers go back and forth, and load the same data."""


class ShownSite:
    """All files of a site that stays as it is.

    Any thread may ask; one at a time makes a file.

    Args:
        static: The site.
    """

    def __init__(self, static: StaticSite) -> None:
        self._static = static
        self._pages = {page.dest_uri: page for page in static.site.plan.pages.values()}
        self._images = static.images()
        self._small = static.small_files()
        self._files = FilesOnRequest(static.site)
        self._making = threading.Lock()
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0

    @property
    def home(self) -> str:
        """URL of the repository's index page, relative to the site's top."""
        return self._static.facts.home

    def find(self, path: str) -> bytes | None:
        """Return the content of a file of the site; `None` if there is none at this path."""
        if (small := self._small.get(path)) is not None:
            return small
        if (image := self._images.get(path)) is not None:
            return image.read_bytes() if image.is_file() else None
        with self._making:
            if path not in self._made:
                content = self._make(path)
                if content is None:
                    return None
                self._keep(path, content)
            self._made.move_to_end(path)
            return self._made[path]

    def _make(self, path: str) -> bytes | None:
        if (plan := self._pages.get(path)) is not None:
            page = self._static.site.render(plan.uri)
            return self._static.whole(plan, page).encode()
        return self._files.get(path)

    def _keep(self, path: str, content: bytes) -> None:
        self._made[path] = content
        self._size += len(content)
        while self._size > _MOST_BYTES and len(self._made) > 1:
            _, dropped = self._made.popitem(last=False)
            self._size -= len(dropped)
