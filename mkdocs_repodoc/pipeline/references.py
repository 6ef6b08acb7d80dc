"""References of all files, resolved: from the cache where nothing that they depend on changed.

What a file's identifiers mean depends on its own record and on the names that the other files
define, which is what the symbol table's digest stands for. An edit inside a function changes one
record and leaves the digest alone, so that one file is resolved again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from mkdocs_repodoc.cache import Cache
from mkdocs_repodoc.linking import ResolvedFile, Resolver, SymbolTable, resolve_file
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.pipeline.records import Progress
from mkdocs_repodoc.workers import can_fork, map_chunks

RESOLVED = "resolved"

_CHUNK_FILES = 32
_WORTH_A_PROCESS = 2 * _CHUNK_FILES
"""With fewer files than these, starting processes takes longer than the work."""

_decode = msgspec.msgpack.Decoder(ResolvedFile).decode
_encode = msgspec.msgpack.Encoder().encode


class References:
    """Resolved files, kept between the builds of a preview and in the cache.

    Args:
        cache: Where they are kept.
        jobs: How many processes resolve.
    """

    def __init__(self, cache: Cache, jobs: int) -> None:
        self._cache = cache
        self._jobs = jobs
        self._resolved: dict[str, ResolvedFile] = {}

    def resolve_all(
        self,
        table: SymbolTable,
        paths: Sequence[str],
        *,
        keys: dict[str, str],
        details: Callable[[str], FileDetail],
        progress: Progress,
    ) -> list[ResolvedFile]:
        """Resolve files against a symbol table.

        Args:
            table: Names of the whole repository.
            paths: The files, in order.
            keys: Path → key of the file's record.
            details: Reads the other half of a record by path, in any process.
            progress: Told how far it is.
        """
        keyed = {path: f"{keys[path]}:{path}:{table.digest}" for path in paths}
        unknown = [key for key in keyed.values() if key not in self._resolved]
        for key, content in self._cache.get_many(RESOLVED, unknown).items():
            self._resolved[key] = _decode(content)
        missing = [path for path in paths if keyed[path] not in self._resolved]
        # Processes that are no copies of this one would have to be sent the whole table.
        jobs = self._jobs if len(missing) >= _WORTH_A_PROCESS and can_fork() else 1
        chunks = [missing[i : i + _CHUNK_FILES] for i in range(0, len(missing), _CHUNK_FILES)]
        done = 0
        for encoded in map_chunks(_resolve_chunk, (Resolver(table), details), chunks, jobs):
            files = [_decode(content) for content in encoded]
            self._cache.put_many(
                RESOLVED,
                ((keyed[file.path], content) for file, content in zip(files, encoded, strict=True)),
            )
            self._resolved.update((keyed[file.path], file) for file in files)
            done += len(files)
            progress("Linking", done, len(missing))
        self._resolved = {key: self._resolved[key] for key in keyed.values()}
        return list(self._resolved.values())


def _resolve_chunk(
    shared: tuple[Resolver, Callable[[str], FileDetail]], paths: Sequence[str]
) -> list[bytes]:
    resolver, details = shared
    return [_encode(resolve_file(resolver, path, details(path))) for path in paths]
