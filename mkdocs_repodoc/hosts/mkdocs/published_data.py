"""Publishes in MkDocs' site what is no page, where nobody else has put a file of that name."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import write_file

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.hosts.mkdocs.earlier_pages import EarlierPages, write_if_changed
from mkdocs_repodoc.pipeline.writing.markdown_twins import TwinMaker
from mkdocs_repodoc.pipeline.writing.published_files import DataWriter, PublishedFiles

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_repodoc.pipeline.site import Site

_COARSEST_CLOCK = 1.0
"""Seconds to which a file system may round the time of a change."""


def data_writer(
    site: Site,
    cache: Cache,
    files: Files,
    config: MkDocsConfig,
    *,
    started: float,
    earlier: EarlierPages | None = None,
) -> DataWriter:
    """Return the writer of a build's data files.

    To be called once other plugins have written what they write: where one of them, or the user,
    has put a file into the site at the path of an output, that one stays. What an earlier build has
    left, as a dirty one does, is written anew.

    Args:
        site: What the data are about.
        cache: Where they are kept.
        files: The site's files.
        config: MkDocs' configuration.
        started: When the build began, in seconds since the epoch.
        earlier: Has what the build before has left; `None` if that is still in the site.
    """
    folder = Path(config.site_dir)
    taken = [
        path
        for path in site.outputs()
        if files.get_file_from_path(path) is not None
        or ((folder / path).exists() and (earlier or _is_written_since(folder / path, started)))
    ]

    def write(path: str, content: bytes, _key: str) -> None:
        if earlier is None or not earlier.take_back(folder / path, content):
            write_file(content, str(folder / path))

    digests = site.digests
    return DataWriter(PublishedFiles(site, taken), digests.shared, digests.site, write, cache)


def twin_maker(site: Site, cache: Cache, config: MkDocsConfig) -> TwinMaker[None]:
    """Return what writes the pages' twins.

    Args:
        site: Makes them.
        cache: Where they are kept.
        config: MkDocs' configuration.
    """
    folder = Path(config.site_dir)

    def write(path: str, content: bytes) -> None:
        write_if_changed(content, folder / path)

    return TwinMaker(site, cache, write)


def _is_written_since(path: Path, start: float) -> bool:
    """Whether a file was written between a time and now; one of a time to come was not.

    The clock was set back since somebody has written that.
    """
    written = path.stat().st_mtime
    return start - _COARSEST_CLOCK <= written <= time.time() + _COARSEST_CLOCK
