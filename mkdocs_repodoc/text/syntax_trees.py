"""Syntax trees by tree-sitter, at a bounded cost whatever stands in a file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tree_sitter import Language, Parser, Range, Tree

_CHUNK = 1 << 12
"""Bytes that a parser is given at once; it asks again whenever it goes back."""
_STEPS = 30
"""Progress reports of a parser for each KB; real code takes 1 to 3, with many errors 10."""
_LEAST_STEPS = 3_000
_READS = 100
"""Chunks that a parser asks for, for each KB; real code takes 1 to 10."""
_LEAST_READS = 10_000
"""As many may be asked for in any file: a short one full of errors takes half of them."""
_DEEPEST = 2_000
"""Brackets inside each other; people write 20, and a parser's cost may grow with the square."""
_FULL_STOPS = bytes(range(128)) + b"." * 128
_BRACKET = re.compile(rb"[(){}\[\]]")


def parse_bounded(
    language: Language, code: bytes, ranges: Sequence[Range] | None = None
) -> Tree | None:
    """Parse a file, or parts of it; broken code gives a tree with errors in it.

    Some nonsense costs a parser the square of its length. The effort is bounded in steps and in
    what is read again, not in time, so that the same file always gives the same result.

    Args:
        language: The grammar.
        code: The file in UTF-8.
        ranges: What is to be read of it, in order, as if nothing else were there; nodes have their
            places in the whole file. Everything by default.

    Returns:
        The tree; nothing if the parser gave up.
    """
    parts = [code[one.start_byte : one.end_byte] for one in ranges] if ranges else [code]
    if sum(map(_depth, parts)) > _DEEPEST:
        return None
    steps = reads = 0
    size = sum(map(len, parts))
    most_steps = _LEAST_STEPS + _STEPS * size // 1024
    most_reads = _LEAST_READS + _READS * size // 1024

    def count(_offset: int, _has_error: bool) -> bool:
        nonlocal steps
        steps += 1
        return steps > most_steps or reads > most_reads

    def read(offset: int, _point: object) -> bytes:
        nonlocal reads
        reads += 1
        return code[offset : offset + _CHUNK]

    try:
        return Parser(language, included_ranges=ranges).parse(read, progress_callback=count)
    except ValueError:  # the only sign of a parse that was stopped
        return None


def in_ascii(code: bytes) -> bytes:
    """Return code of the same length with a full stop for each byte that is no ASCII.

    For grammars that look characters up in the tables of C, which end at 255: what lies behind
    them is read for any other one, if the process may read it.
    """
    return code if code.isascii() else code.translate(_FULL_STOPS)


def _depth(code: bytes) -> int:
    """Return how deep brackets stand inside each other, strings and comments included."""
    opened = b"({["
    depth = deepest = 0
    for match in _BRACKET.finditer(code):
        if match[0] in opened:
            depth += 1
            deepest = max(deepest, depth)
        elif depth:
            depth -= 1
    return deepest
