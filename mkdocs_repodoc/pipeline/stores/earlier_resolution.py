"""References that an earlier build has resolved, most of which an edit leaves as they are.

A build that adds or removes a name changes the digest that all files of the language are resolved
under. In some languages the names before the edit tell which files mention none of the changed
ones: these are carried over, and of other languages nothing is looked at here. A preview has the
build before in memory; any other build finds in the cache which files that one had, and under which
keys their records and references are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from mkdocs_repodoc.cache.code_digest import code_digest
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.languages.resolution.name_changes import NameFilter
from mkdocs_repodoc.linking import AnalysedFile, RepositoryNames, ResolvedFile
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileOutline

RESOLVING_ROOMS = ("linking", "languages", "model", "paths")
"""Packages whose code decides what an identifier means, and how the answer is packed."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a build has resolved.

    Attributes:
        names: The names of its files.
        records: Path → key of the file's record.
        keys: Path of a file with references → all that these depend on.
        files: Path → these references; of the build before a start, only those of files that may
            be carried over.
        indexed: Paths of the files that an index told something of.
    """

    names: RepositoryNames
    records: Mapping[str, str]
    keys: Mapping[str, str]
    files: Mapping[str, ResolvedFile]
    indexed: frozenset[str]

    def carried(self, names: RepositoryNames, paths: Collection[str]) -> dict[str, ResolvedFile]:
        """Return which of some unchanged files mean the same as in that build.

        Args:
            names: The names of now.
            paths: Files whose records were the same then.
        """
        known = {path: file.mentions for path, file in self.files.items()}
        carried = {}
        kept = [path for path in paths if path in self.files]  # a file may have run out of time
        for family, changes in names.changes_since(self.names, known) if kept else ():
            mentions = NameFilter(changes.names)
            for path in kept:
                file = self.files[path]
                if names.of(path) is family and not mentions.any_in(file.mentions):
                    moved = file.moved(changes.moved)
                    if moved is not None:
                        carried[path] = moved
        return carried


class _File(msgspec.Struct, frozen=True, array_like=True, gc=False):
    source: SourceFile
    record: str
    resolved: str
    """Key of its references; empty if it can't have any."""


class _Kept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    files: list[_File]
    indexed: list[str]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Kept).decode
_decode_outline = msgspec.msgpack.Decoder(FileOutline).decode


class KeptResolution:
    """What the last build of a folder has resolved, in the cache.

    Args:
        cache: Where the parts of it are.
        root: The folder.
    """

    def __init__(self, cache: Cache, root: Path) -> None:
        self._cache = cache
        self._key = f"{root}:{code_digest(RESOLVING_ROOMS, ())}"

    def keep(self, sources: Sequence[SourceFile], resolution: Resolution) -> None:
        """Note what a build has resolved.

        Args:
            sources: All files of the build.
            resolution: What it has resolved, the parts of which are in the cache.
        """
        records, keys = resolution.records, resolution.keys
        files = [_File(each, records[each.path], keys.get(each.path, "")) for each in sources]
        try:
            packed = _encode(_Kept(files, sorted(resolution.indexed)))
        except UnicodeEncodeError:  # a name that is no Unicode
            return
        self._cache.put_many(Cached.RESOLUTION, [(self._key, packed)])

    def of(
        self,
        files: Sequence[AnalysedFile],
        names: RepositoryNames,
        paths: Collection[str],
        decode: Callable[[bytes], ResolvedFile],
    ) -> Resolution | None:
        """Return what the last build has resolved, if some files may be carried over from there.

        Args:
            files: The files of now.
            names: Their names.
            paths: Files that would have to be resolved.
            decode: Unpacks the references of a file.
        """
        kept = self._cache.get(Cached.RESOLUTION, self._key, _decode)
        records = {source.path: key for source, _, key in files}
        if kept is None or [each.source.path for each in kept.files] != list(records):
            return None  # where files come or go, anything may mean something else
        keys = {each.source.path: each.resolved for each in kept.files if each.resolved}
        telling = names.telling_changes()
        same = {
            each.source.path
            for each in kept.files
            if each.record == records[each.source.path]
            and names.of(each.source.path) in telling.values()
        }
        if same.isdisjoint(paths) or (before := self._files_of(kept, files)) is None:
            return None
        wanted = {key: path for path, key in keys.items() if path in same}
        resolved = self._cache.get_many(Cached.RESOLVED, list(wanted), decode)
        return Resolution(
            RepositoryNames(before, names, telling),
            {each.source.path: each.record for each in kept.files},
            keys,
            {wanted[key]: file for key, file in resolved.items()},
            frozenset(kept.indexed),
        )

    def _files_of(
        self, kept: _Kept, files: Sequence[AnalysedFile]
    ) -> list[tuple[SourceFile, FileOutline]] | None:
        """Return the files of that build; unchanged ones have the outlines of now."""
        known = {key: outline for _, outline, key in files}
        missing = [each.record for each in kept.files if each.record not in known]
        known.update(self._cache.get_many(Cached.OUTLINE, missing, _decode_outline))
        if any(each.record not in known for each in kept.files):
            return None
        return [(each.source, known[each.record]) for each in kept.files]
