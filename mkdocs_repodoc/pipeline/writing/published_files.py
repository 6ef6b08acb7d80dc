"""Publishes what is no page: the data that the pages' scripts fetch, and files for other programs.

Making them takes as long as making hundreds of pages, so that a build leaves them to one of its
processes, and takes them from the cache where nothing has changed.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b, sha256
from itertools import chain, islice
from typing import Protocol

import msgspec

from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.sealed_values import Unpacking
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.client.bundles import FOLDER
from mkdocs_repodoc.client.data_files import DataFiles
from mkdocs_repodoc.processes.attempts import NoResult
from mkdocs_repodoc.processes.chunks import batches

DATA_FOLDER = f"{FOLDER}/data"
"""Beside the scripts, which find it from their own address."""

_BATCH = 256
"""Files that are in memory at the same time."""

_LEVEL = 1
_SIZE = 16
_STRANGE = re.compile(r"[\\:\0]")
"""What leads elsewhere on some systems, or what none has in a name."""


def _nothing(_: Iterable[str]) -> None:
    pass


def _never(_path: str, _key: str) -> bool:
    return False


_decode_keys = msgspec.msgpack.Decoder(dict[str, str]).decode
_encode = msgspec.msgpack.Encoder().encode


class FilesBesidePages(Protocol):
    """What a site has beside its pages."""

    def data_files(self) -> Mapping[str, bytes]:
        """Return what the pages' scripts fetch: name → content."""

    def outputs(self) -> Mapping[str, bytes]:
        """Return the files for other programs: path in the site → content."""

    @property
    def losses(self) -> Mapping[str, str]:
        """What could not be found out in time, which the files lack → why."""

    @property
    def unsaid(self) -> Mapping[str, NoResult]:
        """What could not be worked out, likewise."""

    @property
    def is_overtaken(self) -> bool:
        """Whether a text was read that is no longer what was analysed."""


class PublishedFiles(Mapping[str, bytes]):
    """Path in the site → content, made when it is looked up.

    Args:
        site: What the files are about.
        taken: Paths of outputs that the site has from elsewhere.
    """

    def __init__(self, site: FilesBesidePages, taken: Collection[str] = ()) -> None:
        self._site = site
        self._data = site.data_files()
        self._made = site.outputs()
        self.outputs = dict.fromkeys(path for path in self._made if path not in taken)

    @property
    def are_lasting(self) -> bool:
        """Whether a later build would make the same files of the same site.

        It would not where they lack what could not be found out in time, or have a text that is
        no longer what was analysed.
        """
        return not (self._site.losses or self._site.unsaid or self._site.is_overtaken)

    def origin(self, path: str) -> str:
        """Return what stands for all that a file follows from; empty if that is all of the site."""
        if path in self.outputs or not isinstance(self._data, DataFiles):
            return ""
        return self._data.origin(_data_file_name(path))

    def __getitem__(self, path: str) -> bytes:
        """Return a file's content.

        Raises:
            KeyError: There is no such file.
        """
        if path in self.outputs:
            return self._made[path]
        return self._data[_data_file_name(path)]

    def __iter__(self) -> Iterator[str]:
        # Outputs first, because the memory that they take for a moment is then free for the data.
        return chain(self.outputs, (f"{DATA_FOLDER}/{name}" for name in self._data))

    def __len__(self) -> int:
        return len(self.outputs) + len(self._data)


@dataclass(frozen=True)
class DataWriter:
    """Writes the files of one build that are no pages.

    Attributes:
        files: The files.
        shared: Digest of what all files of all sites depend on.
        site: Digest of the site that they are about.
        write_file: Puts a file into the built site: path there, content, key of all that this
            follows from; the key is empty where a later build would make another content of that.
        cache: Where they are kept for a later build of the same site.
        claim: Told which files are about to be written, for those who note that.
        is_left: Tells by path and key whether a file is in the site that was made of the same.
    """

    files: PublishedFiles
    shared: str
    site: str
    write_file: Callable[[str, bytes, str], None]
    cache: Cache
    claim: Callable[[Iterable[str]], None] = _nothing
    is_left: Callable[[str, str], bool] = _never

    def write(self) -> None:
        """Write all files, as an earlier build has left them or made anew."""
        if not self._restore():
            keys: dict[str, str] = {}
            paths = iter(self.files)
            while some := list(islice(paths, _BATCH)):
                keys |= self._make(some)
            if self.files.are_lasting:  # else the next run may have more luck
                # Last, so that the list is only there when all that it names is.
                self.cache.put_many(Cached.DATA, [(self._key(), _encode(keys))])

    @property
    def is_kept(self) -> bool:
        """Whether an earlier build of the same site has left the files."""
        return self.cache.get(Cached.DATA, self._key(), bool) is not None

    def _make(self, paths: Sequence[str]) -> Mapping[str, str]:
        """Write some files, those of other sites that follow from the same; return their keys.

        What a file follows from may be all of the site. Such a one is made, and kept by what is in
        it: an edit changes few of them.
        """
        origins = {path: origin for path in paths if (origin := self.files.origin(path))}
        made = {path: self.files[path] for path in paths if path not in origins}
        origins |= {path: f"content:{_digest(content)}" for path, content in made.items()}
        keys = {path: f"{self.shared}:{origins[path]}" for path in paths}
        wanted = {path: key for path, key in keys.items() if not self.is_left(path, key)}
        known = [key for path, key in wanted.items() if path not in made]
        kept = self.cache.get_many(Cached.DATA, known, Unpacking().unpack)
        contents = {
            path: made.get(path) or kept.get(key) or self.files[path]
            for path, key in wanted.items()
        }
        is_lasting = self.files.are_lasting
        self._write(contents, keys if is_lasting else dict.fromkeys(keys, ""))
        if is_lasting:
            new = {key: path for path, key in wanted.items() if key not in kept}
            for key in self.cache.get_many(Cached.DATA, [keys[path] for path in made], len):
                new.pop(key, None)
            packed = [(key, zlib.compress(contents[path], _LEVEL)) for key, path in new.items()]
            self.cache.put_many(Cached.DATA, packed)
        return keys

    def _restore(self) -> bool:
        listed = self.cache.get(Cached.DATA, self._key(), self._listed_keys)
        if listed is None:
            return False
        wanted = [name for name, key in listed.items() if not self.is_left(name, key)]
        for batch in batches(wanted, _BATCH):
            keys = {listed[name] for name in batch}  # of equal contents there is one
            kept = self.cache.get_many(Cached.DATA, keys, Unpacking().unpack)
            if len(kept) < len(keys):
                return False
            self._write({name: kept[listed[name]] for name in batch}, listed)
        return True

    def _listed_keys(self, listed: bytes) -> dict[str, str]:
        return decode_keys(listed, self.files.outputs)

    def _write(self, contents: Mapping[str, bytes], keys: Mapping[str, str]) -> None:
        self.claim(contents)
        for name, content in contents.items():
            self.write_file(name, content, keys[name])

    def _key(self) -> str:
        """Return the key of the list of the site's files."""
        return f"{self.site}:{self._listed}:"

    @cached_property
    def _listed(self) -> str:
        """Stands for the list of outputs, which may be long."""
        return sha256("\0".join(self.files.outputs).encode()).hexdigest()


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=_SIZE).hexdigest()


def _data_file_name(path: str) -> str:
    """Return the name of the data file at a path of the site; empty if there can be none."""
    return path.removeprefix(f"{DATA_FOLDER}/") if path.startswith(f"{DATA_FOLDER}/") else ""


def decode_keys(listed: bytes, outputs: Collection[str]) -> dict[str, str]:
    """Decode a list of files with their keys; none of them may lead out of the data's folder.

    Args:
        listed: The list as it was kept.
        outputs: Paths that may be in it beside those in the folder.

    Raises:
        ValueError: One of them leads elsewhere.
    """
    keys = _decode_keys(listed)
    for name in keys:
        is_inside = posixpath.normpath(name) == f"{DATA_FOLDER}/{_data_file_name(name)}"
        if name not in outputs and (not is_inside or _STRANGE.search(name)):
            raise ValueError(name)
    return keys
