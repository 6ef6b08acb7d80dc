"""Under which keys the palette finds an entry.

Three kinds of keys share the order: `/` leads files and folders, `<` and `>` types that a function
takes and returns, and a letter or digit everything that is found by its name.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from mkdocs_repodoc.client.name_words import KEY_LENGTH, fold, keys_of, types_of
from mkdocs_repodoc.client.palette_entries import FILE, FOLDER, Entry

_MOST_OF_A_TYPE = 1000
"""Functions that are found by one type; who asks for `str` alone wants an example."""
_COMMON = 40
"""Entries of one name, from which on it is also found together with what it belongs to."""
_INNER = 3.0
"""What an entry loses in a top where a key is not its beginning."""


@dataclass(slots=True)
class Postings:
    """Entries under their keys, in columns: there are millions.

    Attributes:
        keys: Sorted.
        orders: The lower, the earlier among those with the same key, and in a top.
        entries: Numbers of the entries.
    """

    keys: list[str] = field(default_factory=list)
    orders: array[float] = field(default_factory=lambda: array("d"))
    entries: array[int] = field(default_factory=lambda: array("I"))

    def add(self, key: str, postings: Sequence[tuple[float, int]]) -> None:
        """Add what stands under the next key: pairs of order and entry, sorted."""
        self.keys += [key] * len(postings)
        for order, entry in postings:
            self.orders.append(order)
            self.entries.append(entry)


def postings_of(entries: Sequence[Entry]) -> Postings:
    """Return the postings of all entries; an entry's number is its position."""
    found = Postings()
    types = _by_type(entries)
    names = _by_name(entries)
    orders = [len(entry.name) / 16 - entry.weight for entry in entries]
    for key in sorted({*types, *names}):  # an operator's name may look like a type's key
        by_type = [(-entries[number].weight, number) for number in types.pop(key, ())]
        by_name = [
            (orders[index >> 1] + _INNER * (index & 1), index >> 1) for index in names.pop(key, ())
        ]
        found.add(key, sorted([*by_type, *by_name]))
    return found


def is_type(key: str) -> bool:
    """Whether a key leads to functions by what they take or return."""
    return key[:1] in {"<", ">"}


def longer_stretches(
    keys: Sequence[str], start: int, end: int, length: int
) -> Iterator[tuple[int, int]]:
    """Yield the stretches whose keys share one character more, keys that end here left out."""
    position = start
    while position < end:
        key = keys[position]
        if len(key) <= length:
            position += 1
            continue
        following = bisect_left(keys, key[: length + 1] + "\uffff", position, end)
        yield position, following
        position = following


def _by_name(entries: Sequence[Entry]) -> dict[str, array[int]]:
    """Return for each key the numbers of its entries, doubled, odd where it is an inner one."""
    found: dict[str, array[int]] = {}
    names = Counter(entry.name for entry in entries)
    for number, entry in enumerate(entries):
        lead = "/" if entry.kind in {FILE, FOLDER} else ""
        for index, key in enumerate(keys_of(entry.name)):
            found.setdefault(lead + key, array("I")).append(2 * number + bool(index))
        if names[entry.name] > _COMMON and (owner := _owner(entry)):
            key = fold(f"{owner}{entry.name}")[:KEY_LENGTH]
            found.setdefault(lead + key, array("I")).append(2 * number + 1)
    return found


def _by_type(entries: Sequence[Entry]) -> dict[str, array[int]]:
    """Return for each key the numbers of the entries with a type; of a common type the best."""
    users: dict[str, array[int]] = {}
    for number, entry in enumerate(entries):
        if entry.signature:
            for key in _type_keys(entry.signature):
                users.setdefault(key, array("I")).append(number)
    found: dict[str, array[int]] = {}
    while users:
        key, numbers = users.popitem()
        best = nsmallest(_MOST_OF_A_TYPE, numbers, key=lambda number: -entries[number].weight)
        found.setdefault(key[: KEY_LENGTH + 1], array("I")).extend(best)
    return found


def _type_keys(signature: str) -> Iterator[str]:
    taken, returned = types_of(signature)
    yield from dict.fromkeys(f"<{word}" for words in taken for word in words)
    yield from (f">{word}" for word in returned)


def _owner(entry: Entry) -> str:
    """Return what a name belongs to: a class, a module or a folder."""
    return re.split(r"[./:]+", (entry.scope or entry.module).rstrip("./:"))[-1]
