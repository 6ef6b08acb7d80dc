"""The work of a process that resolves files: one that fails costs none of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

import msgspec

from mkdocs_repodoc.linking import (
    IndexedMeanings,
    RepositoryNames,
    ResolvedFile,
    resolve_file,
)
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.processes.containment import (
    DEEPEST_LINKING,
    fault,
    recursion_bound,
    traceback_of,
)
from mkdocs_repodoc.processes.limits import Loss

encode = msgspec.msgpack.Encoder().encode
SharedNames: TypeAlias = tuple[RepositoryNames, Callable[[str], FileDetail], IndexedMeanings]
"""What all files are resolved with: the names of all, details by path, what indexes say."""


class EncodedFile(NamedTuple):
    """A resolved file as the cache keeps it, and why nothing could be looked up in it."""

    path: str
    encoded: bytes
    problem: Diagnostic | None = None


def resolve_chunk(shared: SharedNames, paths: Sequence[str]) -> list[EncodedFile]:
    """Resolve some files.

    Args:
        shared: What all files are resolved with.
        paths: The files.
    """
    return [_resolve(*shared, path) for path in paths]


def _resolve(
    names: RepositoryNames,
    details: Callable[[str], FileDetail],
    indexed: IndexedMeanings,
    path: str,
) -> EncodedFile:
    try:
        with recursion_bound(DEEPEST_LINKING):
            resolved = resolve_file(names.of(path), path, details(path), indexed.get(path))
            return EncodedFile(path, encode(resolved))
    except Exception as error:  # noqa: BLE001 - one file must not cost the others
        problem = _unresolved(path, fault(error), traceback_of(error))
    return EncodedFile(path, encode(_without_links(path)), problem)


def give_up(path: str, loss: Loss) -> EncodedFile:
    """Return a file without links, of which a process was lost."""
    return EncodedFile(path, encode(_without_links(path)), _unresolved(path, loss.reason))


def _without_links(path: str) -> ResolvedFile:
    return ResolvedFile.of(path, (), b"", b"")


def _unresolved(path: str, reason: str, traceback: str = "") -> Diagnostic:
    said = f"The names in the file could not be looked up, and lead nowhere: {reason}."
    return Diagnostic("error", path, 0, said, traceback)
