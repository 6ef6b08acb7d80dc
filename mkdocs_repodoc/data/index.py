"""The palette's index, in files so small that the first hit needs two of them.

Every entry stands under several keys (see `words`). All of them, sorted, are cut into *pages* of
about the same size; the head names the first key of each. What begins with a few letters lies in
neighbouring pages. Where these would be too many to fetch while somebody types, a *top* holds the
best entries that begin so: it answers at once, and the pages complete the answer in the background.

Three kinds of keys share the order: `/` leads files and folders, `<` and `>` types that a function
takes and returns, and a letter or digit everything that is found by its name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from heapq import nsmallest
from itertools import pairwise
from typing import NamedTuple

from mkdocs_repodoc.data.addresses import PageAddresses
from mkdocs_repodoc.data.entries import FILE, FOLDER, Entry
from mkdocs_repodoc.data.scripts import encode, readable, shortened, versioned_script
from mkdocs_repodoc.data.words import KEY_LENGTH, fold, keys_of, types_of

HEAD = "find"
_PAGE_BYTES = 30_000
_TOP = 80
_MOST_PAGES = 2
"""Pages that are fetched for what is being typed, without a top."""
_MOST_OF_A_TYPE = 1000
"""Functions that are found by one type; who asks for `str` alone wants an example."""
_COMMON = 40
"""Entries of one name, from which on it is also found together with what it belongs to."""
_ROW_BYTES = 14
_SPACES = re.compile(r"\s+")
_NEARLY_ALL = 0.8
_INNER = 3.0
"""What an entry loses in a top where a key is not its beginning."""


class _Posting(NamedTuple):
    key: str
    order: float
    """The lower, the earlier among those with the same key."""
    entry: int


class Index:
    """All files of the palette's index.

    Args:
        found: What can be found.
        addresses: Where its pages are.

    Attributes:
        digest: Of the whole index.
        files: Name → content.
    """

    def __init__(self, found: Iterable[Entry], addresses: PageAddresses) -> None:
        self._entries = list(found)
        self._addresses = addresses
        self._kinds = sorted({entry.kind for entry in self._entries})
        self._kind_numbers = {kind: number for number, kind in enumerate(self._kinds)}
        self._unusual: dict[tuple[str, str], str] = {}
        postings = sorted([*self._postings(), *self._type_postings()])
        starts = list(self._page_starts(postings))
        firsts = [postings[start].key for start in starts]
        tops = dict(self._tops(postings, firsts))
        values: dict[str, bytes] = {}
        stretches = pairwise([*starts, len(postings)])
        for number, (start, end) in enumerate(stretches):
            chosen = [each.entry for each in postings[start:end]]
            values[f"p{number}"] = encode(self._page(chosen, of_types=_is_type(firsts[number])))
        for number, (prefix, chosen) in enumerate(tops.items()):
            values[f"t{number}"] = encode(self._page(chosen, of_types=_is_type(prefix)))
        head = self._head(firsts, list(tops))
        digest = sha256(encode(head))
        for value in values.values():
            digest.update(value)
        self.digest = digest.hexdigest()[:10]
        self.files = {
            name: versioned_script(name, self.digest, value) for name, value in values.items()
        }
        self.files[HEAD] = versioned_script(HEAD, self.digest, encode(head))

    def _postings(self) -> Iterator[_Posting]:
        names = Counter(entry.name for entry in self._entries)
        for number, entry in enumerate(self._entries):
            lead = "/" if entry.kind in {FILE, FOLDER} else ""
            order = len(entry.name) / 16 - entry.weight
            for place, key in enumerate(keys_of(entry.name)):
                yield _Posting(lead + key, order + (_INNER if place else 0), number)
            if names[entry.name] > _COMMON and (owner := _owner(entry)):
                key = fold(f"{owner}{entry.name}")[:KEY_LENGTH]
                yield _Posting(lead + key, order + _INNER, number)

    def _type_postings(self) -> Iterator[_Posting]:
        """Yield what is found by its types; of a common type the best."""
        users: dict[str, list[_Posting]] = {}
        for number, entry in enumerate(self._entries):
            if entry.signature:
                taken, returned = types_of(entry.signature)
                keys = {f"<{word}" for words in taken for word in words}
                for key in keys | {f">{word}" for word in returned}:
                    posting = _Posting(key[: KEY_LENGTH + 1], -entry.weight, number)
                    users.setdefault(key, []).append(posting)
        for postings in users.values():
            yield from nsmallest(_MOST_OF_A_TYPE, postings, key=_by_order)

    def _page_starts(self, postings: Sequence[_Posting]) -> Iterator[int]:
        """Yield where each page begins, so that all are of about the same size."""
        size = _PAGE_BYTES
        lead = ""
        seen: set[str] = set()
        for place, posting in enumerate(postings):
            of_types = _is_type(posting.key)
            if size >= _PAGE_BYTES or lead != (lead := posting.key[0] if of_types else ""):
                yield place
                size = 0
                seen.clear()
            entry = self._entries[posting.entry]
            size += _ROW_BYTES + len(entry.name)
            size += len(entry.signature if of_types else entry.summary)
            for shared in (entry.path, entry.scope):
                if shared not in seen:
                    seen.add(shared)
                    size += len(shared) + 4

    def _tops(
        self, postings: Sequence[_Posting], firsts: Sequence[str]
    ) -> Iterator[tuple[str, list[int]]]:
        """Yield each beginning that too many pages share, with its best entries."""
        pending = [(0, len(postings), 0, 2 * len(postings))] if postings else []
        while pending:
            start, end, length, known = pending.pop()
            prefix = postings[start].key[:length]
            if len(pages_of(firsts, prefix)) <= _MOST_PAGES:
                continue
            # Where almost all goes on in the same way, what is known of the shorter one will do.
            if prefix not in {"", "/", "<", ">"} and end - start < known * _NEARLY_ALL:
                known = end - start
                best = {
                    posting.entry: None
                    for posting in nsmallest(2 * _TOP, postings[start:end], key=_by_order)
                }
                yield prefix, list(best)[:_TOP]
            for inner_start, inner_end in _longer(postings, start, end, length):
                pending.append((inner_start, inner_end, length + 1, known))

    def _page(self, numbers: Sequence[int], *, of_types: bool) -> dict[str, object]:
        """Return entries column by column; paths and scopes are written once.

        Args:
            numbers: The entries.
            of_types: Whether they are found by their types, so that signatures matter.
        """
        chosen = [self._entries[number] for number in dict.fromkeys(numbers)]
        paths = _numbered(sorted({entry.path for entry in chosen}))
        scopes = _numbered(sorted({entry.scope for entry in chosen}))
        page: dict[str, object] = {
            "n": "\n".join(shortened(entry.name for entry in chosen)),
            "k": _numbers(self._kind_numbers[entry.kind] for entry in chosen),
            "c": _numbers(scopes[entry.scope] for entry in chosen),
            "f": _numbers(paths[entry.path] for entry in chosen),
            "l": _numbers(entry.line for entry in chosen),
            "u": _numbers(entry.uses for entry in chosen),
            "C": "\n".join(shortened(scopes)),
            "F": "\n".join(shortened(map(readable, paths))),
        }
        if of_types:
            page["g"] = "\n".join(entry.signature for entry in chosen)
        else:
            page["d"] = "\n".join(entry.summary for entry in chosen)
        modules = {paths[entry.path]: _module(entry) for entry in chosen if entry.module}
        unusual = {paths[entry.path]: url for entry in chosen if (url := self._url(entry))}
        anchors = {
            place: entry.anchor for place, entry in enumerate(chosen) if not _is_plain(entry)
        }
        columns = {"m": modules, "h": unusual, "a": anchors}
        return page | {letter: column for letter, column in columns.items() if column}

    def _url(self, entry: Entry) -> str:
        kind = FOLDER if entry.kind == FOLDER else FILE
        key = kind, entry.path
        if key not in self._unusual:
            find = self._addresses.folder if kind == FOLDER else self._addresses.file
            self._unusual[key] = find(entry.path)
        return self._unusual[key]

    def _head(self, firsts: Sequence[str], tops: Sequence[str]) -> dict[str, object]:
        counts = Counter(entry.kind for entry in self._entries)
        return {
            "kinds": self._kinds,
            "counts": [counts[kind] for kind in self._kinds],
            "base": self._addresses.base,
            "file": self._addresses.file_suffix,
            "folder": self._addresses.folder_suffix,
            "pages": "\n".join(firsts),
            "tops": "\n".join(tops),
        }


def pages_of(firsts: Sequence[str], prefix: str) -> range:
    """Return the numbers of the pages that hold the keys with a beginning.

    Args:
        firsts: First key of each page.
        prefix: What the keys begin with.
    """
    start = max(0, bisect_left(firsts, prefix) - 1)
    end = bisect_left(firsts, prefix + "\uffff")
    return range(start, end)


def _longer(
    postings: Sequence[_Posting], start: int, end: int, length: int
) -> Iterator[tuple[int, int]]:
    """Yield the stretches whose keys share one character more, keys that end here left out."""
    place = start
    while place < end:
        key = postings[place].key
        if len(key) <= length:
            place += 1
            continue
        limit = key[: length + 1] + "\uffff"
        following = bisect_left(postings, limit, place, end, key=_by_key)
        yield place, following
        place = following


def _is_type(key: str) -> bool:
    return key[:1] in {"<", ">"}


def _by_key(posting: _Posting) -> str:
    return posting.key


def _by_order(posting: _Posting) -> tuple[float, int]:
    return posting.order, posting.entry


def _owner(entry: Entry) -> str:
    """Return what a name belongs to: a class, a module or a folder."""
    return re.split(r"[./:]+", (entry.scope or entry.module).rstrip("./:"))[-1]


def _module(entry: Entry) -> int | str:
    """Return from which character of its path on a module's name can be read, else the name."""
    stem = entry.path.rpartition(".")[0].removesuffix("/__init__")
    start = len(stem) - len(entry.module)
    return start if stem[start:].replace("/", ".") == entry.module else entry.module


def _is_plain(entry: Entry) -> bool:
    """Whether an entry's anchor follows from its name."""
    dotted = (
        f"{entry.module}.{entry.scope}{entry.name}" if entry.module else entry.scope + entry.name
    )
    return not entry.anchor or entry.anchor == _SPACES.sub("-", dotted)


def _numbered(texts: Iterable[str]) -> Mapping[str, int]:
    return {text: number for number, text in enumerate(dict.fromkeys(texts))}


def _numbers(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))
