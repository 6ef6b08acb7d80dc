"""The index of the source: its text in blocks, and which blocks hold each trigram.

Whoever searches fetches the head, the shards that have the trigrams of what is sought, and the
blocks that may hold it. The text is that which the files' pages list, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from mkdocs_repodoc import __version__
from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.source_search.known_pieces import KnownPieces, Pieces
from mkdocs_repodoc.client.source_search.source_pieces import (
    BLOCK_LENGTH,
    SourcePiece,
    pieces_of,
    text_of,
)
from mkdocs_repodoc.client.source_search.trigrams import LENGTH, packed
from mkdocs_repodoc.client.stable_cuts import ends_before
from mkdocs_repodoc.client.versioned_scripts import VersionedScripts
from mkdocs_repodoc.paths import readable
from mkdocs_repodoc.processes.chunks import batches

FOLDER = "source/"
HEAD = f"{FOLDER}head"
_BLOCK, _SHARD = f"{FOLDER}b", f"{FOLDER}t"
_FILES_PER_CUT = 3
_SHARD_LENGTH = 28_000
"""Characters of trigrams and numbers in a shard: a search needs five or ten."""
_TRIGRAMS_PER_CUT = 256
_BATCH = 64
"""Files whose trigrams are in memory at the same time."""


class _BlockPart(NamedTuple):
    path: str
    start: int
    end: int


class SourceIndex(VersionedScripts):
    """All files of the index.

    Args:
        paths: The files that are searched, those first that readers want first.
        lines: Returns the lines that the page of a file lists.
        addresses: Where the pages are.
        known: Pieces of an earlier build; those of other files are added.
    """

    def __init__(
        self,
        paths: Sequence[str],
        lines: Callable[[str], Sequence[str]],
        addresses: PageAddresses,
        known: KnownPieces | None = None,
    ) -> None:
        self._known = known
        self._lines = lines
        self._addresses = addresses
        self._blocks: list[tuple[_BlockPart, ...]] = []
        self._digests: dict[str, str] = {HEAD: ""}
        holders: dict[str, list[int]] = {}
        for number, block in enumerate(_blocks(self._pieces(paths))):
            parts = tuple(_BlockPart(path, piece.start, piece.end) for path, piece in block)
            self._blocks.append(parts)
            said = [
                (path, addresses.file(path), piece.start, piece.digest) for path, piece in block
            ]
            self._digests[f"{_BLOCK}{number}"] = _digest(said)
            for trigram in set().union(*(_split(piece.trigrams) for _, piece in block)):
                holders.setdefault(trigram, []).append(number)
        self._shards = list(_shards(holders, len(self._blocks)))
        for number, shard in enumerate(self._shards):
            self._digests[f"{_SHARD}{number}"] = _digest(list(shard.items()))
        super().__init__(self._digests)

    def digest(self, name: str) -> str:
        """Return a digest of all that a shard or a block is made from; the head's is empty."""
        return self._digests[name]

    def value(self, name: str) -> dict[str, object]:
        """Return the head, a shard or a block."""
        if name == HEAD:
            shards, blocks = len(self._shards), len(self._blocks)
            return {
                "base": self._addresses.base,
                "file": self._addresses.file_suffix,
                "blocks": blocks,
                "shards": [next(iter(shard)) for shard in self._shards],
                "shardVersions": self.versions(f"{_SHARD}{number}" for number in range(shards)),
                "blockVersions": self.versions(f"{_BLOCK}{number}" for number in range(blocks)),
            }
        if name.startswith(_SHARD):
            shard = self._shards[int(name.removeprefix(_SHARD))]
            return {"trigrams": "".join(shard), "blocks": ",".join(shard.values())}
        return self._block(self._blocks[int(name.removeprefix(_BLOCK))])

    def _block(self, parts: Sequence[_BlockPart]) -> dict[str, object]:
        """Return pieces of text, with the addresses of pages that do not follow from the path."""
        unusual = {
            position: address
            for position, part in enumerate(parts)
            if (address := self._addresses.file(part.path))
        }
        return {
            "paths": [readable(part.path) for part in parts],
            "starts": [part.start for part in parts],
            "texts": [text_of(self._lines(path)[start:end]) for path, start, end in parts],
            "unusual": unusual,
        }

    def _pieces(self, paths: Sequence[str]) -> Iterator[tuple[str, Pieces]]:
        """Yield the files with their pieces; those that are not known are kept."""
        known = self._known
        for some in batches(paths, _BATCH):
            found = {} if known is None else known.of(some)
            new: dict[str, Pieces] = {}
            for path in some:
                if path not in found:
                    stale_reads = 0 if known is None else len(known.stale_reads)
                    found[path] = tuple(pieces_of(self._lines(path)))
                    if known is not None and len(known.stale_reads) == stale_reads:
                        new[path] = found[path]
            if known is not None and new:
                known.keep(new)
            yield from ((path, found[path]) for path in some)


def _blocks(files: Iterable[tuple[str, Pieces]]) -> Iterator[list[tuple[str, SourcePiece]]]:
    """Yield what is in each block.

    A file that fits into a block is whole; one that is cut begins a block. Where a block ends
    otherwise depends on few files, so that most stay as they are after a change.
    """
    block: list[tuple[str, SourcePiece]] = []
    length = 0
    for path, pieces in files:
        size = sum(piece.length for piece in pieces)
        is_full = length + size >= BLOCK_LENGTH
        if block and (is_full or ends_before(path, length, BLOCK_LENGTH, _FILES_PER_CUT)):
            yield block
            block, length = [], 0
        for piece in pieces:
            block.append((path, piece))
            length += piece.length
            if piece.is_full:
                yield block
                block, length = [], 0
    if block:
        yield block


def _shards(holders: Mapping[str, Sequence[int]], blocks: int) -> Iterator[dict[str, str]]:
    """Yield trigrams with the blocks that hold them, in order, so many as make up a shard."""
    shard: dict[str, str] = {}
    length = 0
    for trigram in sorted(holders):
        if shard and ends_before(trigram, length, _SHARD_LENGTH, _TRIGRAMS_PER_CUT):
            yield shard
            shard, length = {}, 0
        shard[trigram] = packed(holders[trigram], blocks)
        length += len(trigram) + len(shard[trigram]) + 1
    if shard:
        yield shard


def _split(trigrams: str) -> set[str]:
    return {trigrams[start : start + LENGTH] for start in range(0, len(trigrams), LENGTH)}


def _digest(said: object) -> str:
    return sha256(f"{__version__}\n{said!r}".encode("utf-8", "backslashreplace")).hexdigest()
