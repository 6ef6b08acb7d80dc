"""Under which keys the palette finds an entry.

Three kinds of keys share the order: `/` leads files and folders, `<` and `>` types that a function
takes and returns, and a letter or digit everything that is found by its name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from mkdocs_repodoc.data.entries import FILE, FOLDER, Entry
from mkdocs_repodoc.data.words import KEY_LENGTH, fold, keys_of, types_of

_MOST_OF_A_TYPE = 1000
"""Functions that are found by one type; who asks for `str` alone wants an example."""
_COMMON = 40
"""Entries of one name, from which on it is also found together with what it belongs to."""
_INNER = 3.0
"""What an entry loses in a top where a key is not its beginning."""


class Posting(NamedTuple):
    """An entry under one of its keys."""

    key: str
    order: float
    """The lower, the earlier among those with the same key."""
    entry: int


def postings_of(entries: Sequence[Entry]) -> list[Posting]:
    """Return the postings of all entries, sorted; an entry's number is its place."""
    return sorted([*_by_name(entries), *_by_type(entries)])


def is_type(key: str) -> bool:
    """Whether a key leads to functions by what they take or return."""
    return key[:1] in {"<", ">"}


def by_order(posting: Posting) -> tuple[float, int]:
    """Sort the best first, whatever their keys."""
    return posting.order, posting.entry


def _by_name(entries: Sequence[Entry]) -> Iterator[Posting]:
    names = Counter(entry.name for entry in entries)
    for number, entry in enumerate(entries):
        lead = "/" if entry.kind in {FILE, FOLDER} else ""
        order = len(entry.name) / 16 - entry.weight
        inner = order + _INNER
        for place, key in enumerate(keys_of(entry.name)):
            yield Posting(lead + key, inner if place else order, number)
        if names[entry.name] > _COMMON and (owner := _owner(entry)):
            key = fold(f"{owner}{entry.name}")[:KEY_LENGTH]
            yield Posting(lead + key, inner, number)


def _by_type(entries: Sequence[Entry]) -> Iterator[Posting]:
    """Yield what is found by its types; of a common type the best."""
    users: dict[str, list[Posting]] = {}
    for number, entry in enumerate(entries):
        if entry.signature:
            taken, returned = types_of(entry.signature)
            keys = {f"<{word}" for words in taken for word in words}
            order = -entry.weight
            for key in keys | {f">{word}" for word in returned}:
                posting = Posting(key[: KEY_LENGTH + 1], order, number)
                users.setdefault(key, []).append(posting)
    while users:
        _, postings = users.popitem()
        yield from nsmallest(_MOST_OF_A_TYPE, postings, key=by_order)


def _owner(entry: Entry) -> str:
    """Return what a name belongs to: a class, a module or a folder."""
    return re.split(r"[./:]+", (entry.scope or entry.module).rstrip("./:"))[-1]
