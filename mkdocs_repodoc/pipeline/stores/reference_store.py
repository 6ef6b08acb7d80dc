"""References of all files, resolved: anew only where something that they depend on changed.

What a file's identifiers mean depends on its own record, on the names that the other files define,
which is what the digest of its language's names stands for, on what an index says of it, and on
the code that resolves them.
An edit inside a function changes one record and leaves the digest alone, so that one file is
resolved again. An edit that adds or removes a name changes the digest; the files that mention none
of the changed names are carried over from the last build.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec
from msgspec.structs import force_setattr

from mkdocs_repodoc.cache.code_digest import code_digest
from mkdocs_repodoc.cache.kinds_of_results import Cached
from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.linking import (
    AnalysedFile,
    IndexedMeanings,
    RepositoryNames,
    ResolvedFile,
)
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.pipeline.stores.earlier_resolution import (
    RESOLVING_ROOMS,
    KeptResolution,
    Resolution,
)
from mkdocs_repodoc.pipeline.stores.record_store import Progress
from mkdocs_repodoc.pipeline.stores.resolving_work import (
    SharedNames,
    encode,
    give_up,
    resolve_chunk,
)
from mkdocs_repodoc.processes.attempts import NoResult, attempt
from mkdocs_repodoc.processes.chunks import batches
from mkdocs_repodoc.processes.containment import tell_traceback
from mkdocs_repodoc.processes.limits import Limits
from mkdocs_repodoc.processes.workers import can_fork, map_chunks
from mkdocs_repodoc.settings import Settings

Result = TypeVar("Result")

_CHUNK_FILES = 32
_WORTH_SEVERAL = 2 * _CHUNK_FILES
"""With fewer files than these, starting more than one process takes longer than the work."""

_decode_resolved = msgspec.msgpack.Decoder(ResolvedFile).decode


class ReferenceStore:
    """Resolved files, kept between the builds of a preview and in the cache.

    Args:
        cache: Where they are kept.
        settings: Where the files are, and what may be taken to resolve them.

    Attributes:
        problems: Path of a file whose names could not be resolved the last time → why.
    """

    def __init__(self, cache: Cache, settings: Settings) -> None:
        self._cache = cache
        self._jobs = settings.jobs
        self._root = settings.root
        self._limits = Limits(settings.time_limit, settings.memory_limit)
        self.problems: dict[str, Diagnostic] = {}
        self._kept = KeptResolution(cache, settings.root)
        # Of the last build, as the table is:
        self._last: Resolution | None = None
        self._sources: Sequence[SourceFile] = ()
        self._uncached: set[str] = set()
        self._is_new = False

    def resolve(
        self,
        names: RepositoryNames,
        paths: Sequence[str],
        *,
        files: Sequence[AnalysedFile],
        details: Callable[[str], FileDetail],
        indexed: IndexedMeanings,
        progress: Progress,
    ) -> list[ResolvedFile]:
        """Resolve files against the names of all.

        Args:
            names: Names of the whole repository.
            paths: The files, in order; each has a language with names, or is indexed.
            files: All files of the repository.
            details: Reads the other half of a record by path, in any process.
            indexed: What indexes say.
            progress: Told how far it is.
        """
        records = {source.path: key for source, _, key in files}
        keyed = _keyed(names, paths, records, indexed)
        found = self._carried(names, records, keyed, indexed)
        self.problems = {path: one for path, one in self.problems.items() if path in found}
        unknown = {keyed[path]: path for path in paths if path not in found}
        for key, file in self._cache.get_many(Cached.RESOLVED, list(unknown), _decode).items():
            found[unknown[key]] = file
        missing = {path: keyed[path] for path in paths if path not in found}
        if missing and self._last is None:
            self._last = self._compared(lambda: self._kept.of(files, names, missing, _decode), None)
            found |= self._carried(names, records, {path: keyed[path] for path in missing}, indexed)
            missing = {path: key for path, key in missing.items() if path not in found}
        self._is_new |= bool(missing or self._uncached)
        found.update(
            (file.path, file)
            for file in self._resolve_anew((names, details, indexed), missing, progress)
        )
        resolved = {path: found[path] for path in paths}
        self._last = Resolution(names, records, keyed, resolved, frozenset(indexed))
        self._sources = [source for source, _, _ in files]
        return list(resolved.values())

    def close(self) -> None:
        """Keep in the cache what was carried over, and what the build was, for the next start."""
        if self._last is None or not self._is_new:
            return
        keys, files = self._last.keys, self._last.files
        carried = sorted(self._uncached - self.problems.keys())
        self._cache.put_many(
            Cached.RESOLVED, ((keys[path], encode(files[path])) for path in carried)
        )
        self._kept.keep(self._sources, self._last)
        self._uncached, self._is_new = set(), False

    def _carried(
        self,
        names: RepositoryNames,
        records: Mapping[str, str],
        keyed: Mapping[str, str],
        indexed: Collection[str],
    ) -> dict[str, ResolvedFile]:
        """Return which of some files mean the same as in the last build, as far as that is known.

        Args:
            names: The names of now.
            records: Path → key of the record of now.
            keyed: Path of a file → all that what its identifiers mean depends on.
            indexed: Files of which an index tells something.
        """
        if (last := self._last) is None:
            return {}
        found = {
            path: last.files[path]
            for path, key in keyed.items()
            if last.keys.get(path) == key and path in last.files
        }
        self._uncached &= found.keys()
        alone = [
            path
            for path in keyed
            if path not in found
            and path in last.files
            and last.records[path] == records[path]
            and path not in indexed
            and path not in last.indexed
        ]
        carried = self._compared(lambda: last.carried(names, alone), dict[str, ResolvedFile]())
        self._uncached.update(carried)
        return found | carried

    def _compared(self, work: Callable[[], Result], nothing: Result) -> Result:
        """Return what a comparison with an earlier build yields; nothing if it fails.

        What can't be compared is resolved anew: no page lacks anything.
        """
        outcome = attempt(work, self._limits)
        if isinstance(outcome, NoResult):
            tell_traceback(outcome.traceback)
            return nothing
        return outcome

    def _resolve_anew(
        self,
        shared: SharedNames,
        missing: Mapping[str, str],
        progress: Progress,
    ) -> Iterator[ResolvedFile]:
        """Resolve files and keep them in the cache under the keys given with their paths."""
        # Processes that are no copies of this one would have to be sent all the names.
        jobs = self._jobs if len(missing) >= _WORTH_SEVERAL and can_fork() else 1
        paths = list(missing)
        chunks = list(batches(paths, _CHUNK_FILES))
        done = 0
        resolved = map_chunks(
            resolve_chunk,
            shared,
            chunks,
            jobs,
            self._root,
            limits=self._limits,
            give_up=give_up,
        )
        for some in resolved:
            self._cache.put_many(
                Cached.RESOLVED,
                ((missing[each.path], each.encoded) for each in some if each.problem is None),
            )
            done += len(some)
            progress("Linking", done, len(missing))
            for each in some:
                if each.problem is not None:
                    self.problems[each.path] = each.problem
                yield _decode(each.encoded)


def _keyed(
    names: RepositoryNames,
    paths: Sequence[str],
    keys: Mapping[str, str],
    indexed: IndexedMeanings,
) -> dict[str, str]:
    """Return path → all that what the file's identifiers mean depends on."""
    code = code_digest(RESOLVING_ROOMS, ())
    digests = {path: own.digest for path in paths if (own := names.of(path)) is not None}
    keyed = {path: f"{keys[path]}:{path}:{digests.get(path, '')}:{code}" for path in paths}
    for path in indexed:
        keyed[path] += f":{indexed[path].digest}"
    return keyed


def _decode(content: bytes) -> ResolvedFile:
    """Decode a resolved file; the paths of its targets are in memory once for all files."""
    file = _decode_resolved(content)
    force_setattr(file, "paths", tuple(map(sys.intern, file.paths)))
    return file
