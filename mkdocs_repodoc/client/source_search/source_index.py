"""The index of the source: its text in blocks, and which blocks hold each trigram.

Whoever searches fetches the head, the shards that have the trigrams of what is sought, and the
blocks that may hold it. The text is that which the files' pages list, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.source_search.known_trigrams import KnownTrigrams, SourcePiece
from mkdocs_repodoc.client.source_search.trigrams import packed, trigrams
from mkdocs_repodoc.client.versioned_scripts import VersionedScripts
from mkdocs_repodoc.paths import readable
from mkdocs_repodoc.text.source_text import without_reordering

FOLDER = "source/"
HEAD = f"{FOLDER}head"
_BLOCK, _SHARD = f"{FOLDER}b", f"{FOLDER}t"
_BLOCK_LENGTH = 100_000
"""Characters of text in a block: few requests for what is frequent, little text for what is rare,
and an index of a tenth of the text."""
_SHARD_LENGTH = 24_000
"""Characters of trigrams and numbers in a shard: a search needs five or ten."""


class SourceIndex(VersionedScripts):
    """All files of the index.

    Args:
        paths: The files that are searched, those first that readers want first.
        lines: Returns the lines that the page of a file lists.
        addresses: Where the pages are.
        known: Trigrams of an earlier build; those of other files are added.
    """

    def __init__(
        self,
        paths: Sequence[str],
        lines: Callable[[str], Sequence[str]],
        addresses: PageAddresses,
        known: KnownTrigrams | None = None,
    ) -> None:
        self._known = known
        self._lines = lines
        self._addresses = addresses
        self._blocks: list[tuple[SourcePiece, ...]] = []
        hashed = sha256()
        holders: dict[str, list[int]] = {}
        for number, block in enumerate(self._cut(paths)):
            pieces = tuple(block)
            self._blocks.append(pieces)
            text = "\n".join(block.values())
            hashed.update(f"{pieces!r}{text}".encode())
            for trigram in self._trigrams(block):
                holders.setdefault(trigram, []).append(number)
        self._shards = list(_shards(holders, len(self._blocks)))
        blocks = (f"{_BLOCK}{number}" for number in range(len(self._blocks)))
        shards = (f"{_SHARD}{number}" for number in range(len(self._shards)))
        super().__init__([HEAD, *shards, *blocks], hashed.hexdigest()[:10])

    def _trigrams(self, block: Mapping[SourcePiece, str]) -> set[str]:
        """Return the trigrams in a block; those of each piece are kept."""
        known = self._known.of(block) if self._known is not None else {}
        new = {piece: trigrams(text) for piece, text in block.items() if piece not in known}
        if self._known is not None and new:
            self._known.keep(new)
        return set().union(*known.values(), *new.values())

    def value(self, name: str) -> dict[str, object]:
        """Return the head, a shard or a block."""
        if name == HEAD:
            return {
                "base": self._addresses.base,
                "file": self._addresses.file_suffix,
                "blocks": len(self._blocks),
                "shards": [next(iter(shard)) for shard in self._shards],
            }
        if name.startswith(_SHARD):
            shard = self._shards[int(name.removeprefix(_SHARD))]
            return {"trigrams": "".join(shard), "blocks": ",".join(shard.values())}
        return self._block(self._blocks[int(name.removeprefix(_BLOCK))])

    def _block(self, pieces: Sequence[SourcePiece]) -> dict[str, object]:
        """Return pieces of text, with the addresses of pages that do not follow from the path."""
        unusual = {
            position: address
            for position, piece in enumerate(pieces)
            if (address := self._addresses.file(piece.path))
        }
        return {
            "paths": [readable(piece.path) for piece in pieces],
            "starts": [piece.start for piece in pieces],
            "texts": [_text(self._lines(path)[start:end]) for path, start, end in pieces],
            "unusual": unusual,
        }

    def _cut(self, paths: Sequence[str]) -> Iterator[dict[SourcePiece, str]]:
        """Yield what is in each block, with its text.

        A file that fits into a block is whole; a longer one begins a block, and is cut between two
        of its lines: how a file is cut depends on no other one.
        """
        block: dict[SourcePiece, str] = {}
        length = 0
        for path in paths:
            lines = self._lines(path)
            size = sum(map(len, lines)) + len(lines)
            if block and length + size >= _BLOCK_LENGTH:
                yield block
                block, length = {}, 0
            start = 0
            for end, line in enumerate(lines, 1):
                length += len(line) + 1
                if length >= _BLOCK_LENGTH:
                    yield block | {SourcePiece(path, start, end): _text(lines[start:end])}
                    block, length, start = {}, 0, end
            if start < len(lines):
                block[SourcePiece(path, start, len(lines))] = _text(lines[start:])
        if block:
            yield block


def _text(lines: Sequence[str]) -> str:
    text = without_reordering("\n".join(lines))
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _shards(holders: Mapping[str, Sequence[int]], blocks: int) -> Iterator[dict[str, str]]:
    """Yield trigrams with the blocks that hold them, in order, so many as make up a shard."""
    shard: dict[str, str] = {}
    length = 0
    for trigram in sorted(holders):
        shard[trigram] = packed(holders[trigram], blocks)
        length += len(trigram) + len(shard[trigram]) + 1
        if length >= _SHARD_LENGTH:
            yield shard
            shard, length = {}, 0
    if shard:
        yield shard
