"""The pieces that a file's lines are cut into, which the blocks of the index are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b

import msgspec

from mkdocs_repodoc.client.source_search.trigrams import trigrams
from mkdocs_repodoc.text.source_text import without_reordering

BLOCK_LENGTH = 100_000
"""Characters of text in a block: few requests for what is frequent, little text for what is rare,
and an index of a tenth of the text."""
_SIZE = 16


class SourcePiece(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Lines of a file that are in one block."""

    start: int
    """Index of the first line."""
    end: int
    """Index after the last line."""
    length: int
    """Characters, with the ends of lines."""
    digest: bytes
    """Of the text."""
    trigrams: str
    """All of them in order, without anything in between."""

    @property
    def is_full(self) -> bool:
        """Whether nothing else goes into its block."""
        return self.length >= BLOCK_LENGTH


def pieces_of(lines: Sequence[str]) -> Iterator[SourcePiece]:
    """Yield the pieces of a file: one, if it fits into a block, or cut between two of its lines.

    How a file is cut depends on no other one.
    """
    start = length = 0
    for end, line in enumerate(lines, 1):
        length += len(line) + 1
        if length >= BLOCK_LENGTH:
            yield _piece(lines, start, end, length)
            start, length = end, 0
    if start < len(lines):
        yield _piece(lines, start, len(lines), length)


def text_of(lines: Sequence[str]) -> str:
    """Return lines as they are published."""
    text = without_reordering("\n".join(lines))
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _piece(lines: Sequence[str], start: int, end: int, length: int) -> SourcePiece:
    text = text_of(lines[start:end])
    digest = blake2b(text.encode(), digest_size=_SIZE).digest()
    return SourcePiece(start, end, length, digest, "".join(sorted(trigrams(text))))
