"""Keys of structured files as symbols: the top levels only, and not too many of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_repodoc.format_readers.preceding_comments import comment_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.model.kinds import Kind

DEPTH = 3
"""How many levels of keys are symbols."""
MOST_BELOW_TOP = 40
"""A mapping of more keys below the top level is data, and its keys are no names."""

_BARE = re.compile(r"[\w\-/@ $+:]+")


class Key(NamedTuple):
    """A key of a mapping."""

    path: tuple[str, ...]
    line: int
    end_line: int
    value: str = ""
    """Its value where that is short and no mapping."""
    kind: Kind = Kind.KEY


def dotted(path: Iterable[str]) -> str:
    """Join the parts of a key; parts that hold dots themselves are quoted."""
    return ".".join(part if _BARE.fullmatch(part) else f'"{part}"' for part in path)


def add_keys(draft: RecordBuilder, keys: Iterable[Key]) -> None:
    """Add keys as symbols, with the comment above each as its summary."""
    for key in keys:
        if key.path[-1].strip():
            draft.add(
                dotted(key.path),
                key.kind,
                key.line,
                end_line=key.end_line,
                shown=key.path[-1],
                value=key.value,
                summary=comment_above(draft, key.line),
            )
