"""The index of the source: its text in blocks, and which blocks hold each trigram.

Whoever searches fetches the head, the shards that have the trigrams of what is sought, and the
blocks that may hold it. The text is that which the files' pages list, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.source_search.known_trigrams import KnownTrigrams
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


class _Piece(NamedTuple):
    """Lines of a file that are in one block.

    Attributes:
        path: The file.
        start: Index of the first line.
        end: Index after the last line.
    """

    path: str
    start: int
    end: int


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
        self._whole: set[str] = set()
        self._lines = lines
        self._addresses = addresses
        self._blocks: list[tuple[_Piece, ...]] = []
        hashed = sha256()
        holders: dict[str, list[int]] = {}
        for number, pieces in enumerate(self._cut(paths)):
            self._blocks.append(pieces)
            texts = [self._text(piece) for piece in pieces]
            text = "\n".join(texts)
            hashed.update(f"{pieces!r}{text}".encode())
            for trigram in self._trigrams(pieces, texts):
                holders.setdefault(trigram, []).append(number)
        self._shards = list(_shards(holders, len(self._blocks)))
        blocks = (f"{_BLOCK}{number}" for number in range(len(self._blocks)))
        shards = (f"{_SHARD}{number}" for number in range(len(self._shards)))
        super().__init__([HEAD, *shards, *blocks], hashed.hexdigest()[:10])

    def _trigrams(self, pieces: Sequence[_Piece], texts: Sequence[str]) -> set[str]:
        """Return the trigrams in a block; those of whole files are kept."""
        found: set[str] = set()
        whole = [piece.path for piece in pieces if piece.path in self._whole]
        known = self._known.of(whole) if self._known is not None else {}
        new: dict[str, set[str]] = {}
        for piece, text in zip(pieces, texts, strict=True):
            if (of_piece := known.get(piece.path)) is None:
                of_piece = trigrams(text)
                if piece.path in self._whole:
                    new[piece.path] = of_piece
            found |= of_piece
        if self._known is not None and new:
            self._known.keep(new)
        return found

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

    def _block(self, pieces: Sequence[_Piece]) -> dict[str, object]:
        """Return pieces of text, with the addresses of pages that do not follow from the path."""
        unusual = {
            position: address
            for position, piece in enumerate(pieces)
            if (address := self._addresses.file(piece.path))
        }
        return {
            "paths": [readable(piece.path) for piece in pieces],
            "starts": [piece.start for piece in pieces],
            "texts": [self._text(piece) for piece in pieces],
            "unusual": unusual,
        }

    def _cut(self, paths: Sequence[str]) -> Iterator[tuple[_Piece, ...]]:
        """Yield what is in each block; a file is cut between two of its lines."""
        pieces: list[_Piece] = []
        length = 0
        for path in paths:
            start = end = 0
            for end, line in enumerate(self._lines(path), 1):
                length += len(line) + 1
                if length >= _BLOCK_LENGTH:
                    yield (*pieces, _Piece(path, start, end))
                    pieces, length, start = [], 0, end
            if start < end:
                pieces.append(_Piece(path, start, end))
                if start == 0:
                    self._whole.add(path)
        if pieces:
            yield tuple(pieces)

    def _text(self, piece: _Piece) -> str:
        text = without_reordering("\n".join(self._lines(piece.path)[piece.start : piece.end]))
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
