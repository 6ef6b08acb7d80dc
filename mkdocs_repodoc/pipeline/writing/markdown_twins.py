"""The pages in Markdown, each beside its page in the built site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.pipeline.stores.page_store import PageStore
from mkdocs_repodoc.pipeline.writing.published_files import PublishedFiles

Written = TypeVar("Written")

_VARIANT = "markdown twin"


class TwinMaker(Generic[Written]):
    """Writes twins, those of earlier builds where they are as they would be now.

    Args:
        site: Makes them.
        cache: Where they are kept for a later build.
        write: Puts a file into the built site, by its path there; what it returns is handed on.
    """

    def __init__(self, site: Site, cache: Cache, write: Callable[[str, bytes], Written]) -> None:
        self._site = site
        self._write_file = write
        self._store = PageStore(cache, site, _VARIANT, bytes.decode)

    def make(self, uris: Sequence[str]) -> list[Written]:
        """Write the twins of some pages, as far as these have any."""
        wanted = [uri for uri in uris if self._site.plan.pages[uri].twin]
        if not wanted:
            return []
        kept = self._store.restore(wanted)
        return [self._write(uri, kept.get(uri) or self._made(uri)) for uri in wanted]

    def withhold(self, uri: str, reason: str) -> list[Written]:
        """Write a twin that says why a page could not be made, if the page has one."""
        if not self._site.plan.pages[uri].twin:
            return []
        return [self._write(uri, self._site.withheld_twin(uri, reason).content)]

    def _made(self, uri: str) -> str:
        draft = self._site.draft_twin(uri)
        self._store.keep(uri, draft.page.content.encode(), draft.fingerprint)
        return draft.page.content

    def _write(self, uri: str, text: str) -> Written:
        content = self._site.revision.fill_in(text).encode()
        return self._write_file(self._site.plan.pages[uri].twin, content)


class Twins(Mapping[str, bytes]):
    """Path in the site → twin, made when it is looked up, for previews.

    Args:
        site: Makes them.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def _uris(self) -> Mapping[str, str]:
        return {page.twin: uri for uri, page in self._site.plan.pages.items() if page.twin}

    def __getitem__(self, path: str) -> bytes:
        """Return a twin.

        Raises:
            KeyError: There is none at this path.
        """
        content = self._site.draft_twin(self._uris[path]).page.content
        return self._site.revision.fill_in(content).encode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._uris)

    def __len__(self) -> int:
        return len(self._uris)


class FilesOnRequest(Mapping[str, bytes]):
    """Path in the site → content of all that is beside the pages, made when it is looked up.

    Args:
        site: What the files are about.
    """

    def __init__(self, site: Site) -> None:
        self._parts = (Twins(site), PublishedFiles(site))

    def __getitem__(self, path: str) -> bytes:
        """Return a file's content.

        Raises:
            KeyError: There is no such file.
        """
        for part in self._parts:
            if (content := part.get(path)) is not None:
                return content
        raise KeyError(path)

    def __iter__(self) -> Iterator[str]:
        return chain(*self._parts)

    def __len__(self) -> int:
        return sum(map(len, self._parts))
