"""Makes the pages and the data of a finished site; a `PageMaker`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.hosts.static.static_site import StaticSite
from mkdocs_repodoc.pipeline.stores.page_store import PageStore, content_name
from mkdocs_repodoc.pipeline.writing.markdown_twins import TwinMaker
from mkdocs_repodoc.pipeline.writing.origin_seal import OriginSeal
from mkdocs_repodoc.pipeline.writing.output_folder import OutputFolder, Written
from mkdocs_repodoc.pipeline.writing.published_files import DataWriter, PublishedFiles
from mkdocs_repodoc.processes.attempts import NoResult


class StaticPages:
    """Writes pages, those of earlier builds where they are as they would be now.

    Args:
        static: The site.
        output: Where it is written.
        cache: Where pages and data are kept for a later build.
        files: The data.
    """

    def __init__(
        self, static: StaticSite, output: OutputFolder, cache: Cache, files: PublishedFiles
    ) -> None:
        self._static = static
        self._site = static.site
        self._output = output
        self._seal = OriginSeal(cache)
        static.site.keep_parts(cache)
        self._store = PageStore(cache, static.site, static.variant, bytes.decode, static.frame)
        self._twins = TwinMaker(static.site, cache, output.write)
        self._data_written: list[Written] = []
        digests = static.site.digests
        self._data = DataWriter(
            files,
            digests.shared,
            digests.site,
            self._write_data,
            cache,
            claim=output.claim,
            is_left=self._is_left,
        )
        self.uris: Sequence[str] = list(static.site.plan.pages)

    def settle(self) -> None:
        """Find out of earlier pages what takes as long in each process that makes some."""
        self._store.settle(self.uris)

    def make(self, positions: range) -> list[Written]:
        """Write some pages, as an earlier build has left them or made anew."""
        uris = self.uris[positions.start : positions.stop]
        holding = self._store.holding(uris)
        left = {uri: file for uri, name in holding.items() if (file := self._left(uri, name))}
        kept = self._store.contents({uri: holding[uri] for uri in holding if uri not in left})
        written = [
            left.get(uri) or self._write(uri, kept.get(uri) or self._made(uri)) for uri in uris
        ]
        return written + self._twins.make(uris)

    def withhold(self, position: int, reason: str) -> list[Written]:
        """Write a page that says why it could not be made."""
        uri = self.uris[position]
        page = self._site.withheld(uri, reason)
        whole = self._static.whole(self._site.plan.pages[uri], page)
        return [self._write(uri, whole), *self._twins.withhold(uri, reason)]

    def write_data(self) -> list[Written]:
        """Write what the site has beside its pages."""
        self._data.write()
        return self._data_written

    @property
    def unsaid(self) -> Mapping[str, NoResult]:
        """What could not be worked out in this process, and pages lack → why."""
        return self._site.unsaid

    @property
    def is_unchanged(self) -> bool:
        """Whether an earlier build was of the same site, so that its files can be used again."""
        return self._data.is_kept

    def _made(self, uri: str) -> str:
        draft = self._site.draft(uri)
        whole = self._static.whole(self._site.plan.pages[uri], draft.page)
        self._store.keep(uri, whole.encode(), draft.fingerprint)
        return whole

    def _write_data(self, path: str, content: bytes, key: str) -> None:
        origin = self._seal.of(key) if key else ""
        self._data_written.append(self._output.write(path, content, origin))

    def _is_left(self, path: str, key: str) -> bool:
        """Tell whether a data file is in the site as it would be written now."""
        left = self._output.left(path, self._seal.of(key))
        if left is not None:
            self._data_written.append(left)
        return left is not None

    def _left(self, uri: str, name: str) -> Written | None:
        """Return a page that is in the site as it would be written now, if it is."""
        return self._output.left(self._site.plan.pages[uri].dest_uri, self._origin(name))

    def _write(self, uri: str, whole: str) -> Written:
        content = self._site.revision.fill_in(whole).encode()
        origin = self._origin(content_name(whole.encode()))
        return self._output.write(self._site.plan.pages[uri].dest_uri, content, origin)

    def _origin(self, name: str) -> str:
        """Return what stands for a page with the documented commit in it.

        Args:
            name: Stands for the page with a placeholder for the commit.
        """
        return self._seal.of(f"{name} {self._site.revision.commit}")
