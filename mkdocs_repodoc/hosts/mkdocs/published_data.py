"""Publishes what is no page: the data that the pages' scripts fetch, and the site's inventory.

Making them takes as long as making hundreds of pages, so that a build leaves them to one of its
processes, and takes them from the cache where nothing has changed.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from mkdocs.utils import write_file

from mkdocs_repodoc.cache.store import Cache

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_repodoc.pipeline.site import Site

DATA = "data"

_FOLDER = "assets/repodoc/data"
"""Beside the scripts, which find it from their own address."""

_INVENTORY = "objects.inv"

_BATCH = 256
"""Files that are in memory at the same time."""

_COARSEST_CLOCK = 1.0
"""Seconds to which a file system may round the time of a change."""

_LEVEL = 1
_decode_names = msgspec.msgpack.Decoder(list[str]).decode
_encode = msgspec.msgpack.Encoder().encode


@dataclass(frozen=True)
class DataWriter:
    """Writes the data files of one build.

    Attributes:
        site: What they are about.
        folder: The built site.
        cache: Where they are kept for a later build of the same site.
        inventory: Whether the site's inventory is among them.
    """

    site: Site
    folder: Path
    cache: Cache
    inventory: bool

    def write(self) -> None:
        """Write all files, as an earlier build has left them or made anew."""
        if not self._restore():
            names: list[str] = []
            contents = self._contents()
            while made := dict(islice(contents, _BATCH)):
                names += made
                self._write(made)
                packed = [
                    (self._key(name), zlib.compress(content, _LEVEL))
                    for name, content in made.items()
                ]
                self.cache.put_many(DATA, packed)
            # Last, so that the list is only there when all that it names is.
            self.cache.put_many(DATA, [(self._key(), _encode(names))])

    def _restore(self) -> bool:
        listed = self.cache.get(DATA, self._key(), _names)
        if listed is None:
            return False
        for batch in _batches(listed):
            kept = self.cache.get_many(DATA, map(self._key, batch), zlib.decompress)
            if len(kept) < len(batch):
                return False
            self._write({name: kept[self._key(name)] for name in batch})
        return True

    def _contents(self) -> Iterator[tuple[str, bytes]]:
        """Yield paths in the site and what to write there, each when it is asked for."""
        # First, because the memory that it takes for a moment is then free for what takes more.
        if self.inventory:
            yield _INVENTORY, self.site.inventory()
        data = self.site.data_files()
        for name in data:
            yield f"{_FOLDER}/{name}", data[name]

    def _write(self, contents: Mapping[str, bytes]) -> None:
        for name, content in contents.items():
            write_file(content, str(self.folder / name))

    def _key(self, name: str = "") -> str:
        return f"{self.site.digests.site}:{self.inventory}:{name}"


def data_writer(
    site: Site, cache: Cache, files: Files, config: MkDocsConfig, started: float
) -> DataWriter:
    """Return the writer of a build's data files.

    To be called once other plugins have written what they write: where one of them, or the user,
    has put an inventory into the site, that one stays. What an earlier build has left, as a dirty
    one does, is written anew.

    Args:
        site: What the data are about.
        cache: Where they are kept.
        files: The site's files.
        config: MkDocs' configuration.
        started: When the build began, in seconds since the epoch.
    """
    folder = Path(config.site_dir)
    is_users = files.get_file_from_path(_INVENTORY) is not None
    is_taken = is_users or _is_written_since(folder / _INVENTORY, started)
    return DataWriter(site, folder, cache, inventory=not is_taken)


def _is_written_since(path: Path, time: float) -> bool:
    try:
        return path.stat().st_mtime >= time - _COARSEST_CLOCK
    except FileNotFoundError:
        return False


def data_file_name(path: str) -> str:
    """Return the name of the data file at a path of the site; empty if there can be none."""
    return path.removeprefix(f"{_FOLDER}/") if path.startswith(f"{_FOLDER}/") else ""


def _names(listed: bytes) -> list[str]:
    """Decode a list of files, none of which may lead out of the data's folder."""
    names = _decode_names(listed)
    for name in names:
        if name != _INVENTORY and posixpath.normpath(name) != f"{_FOLDER}/{data_file_name(name)}":
            raise ValueError(name)
    return names


def _batches(names: list[str]) -> list[list[str]]:
    return [names[start : start + _BATCH] for start in range(0, len(names), _BATCH)]
