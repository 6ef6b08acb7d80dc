"""The palette's index, in files so small that the first hit needs two of them.

Every entry stands under several keys (see `postings`). All of them, sorted, are cut into *pages* of
about the same size; the head names the first key of each. What begins with a few letters lies in
neighbouring pages. Where these would be too many to fetch while somebody types, a *top* holds the
best entries that begin so: it answers at once, and the pages complete the answer in the background.
The head names the version of each page and top, which follows from the entries there alone.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b, sha256
from heapq import nsmallest

import msgspec

from mkdocs_repodoc import __version__
from mkdocs_repodoc.client.data_scripts import front_coded
from mkdocs_repodoc.client.packed_addresses import PageAddresses
from mkdocs_repodoc.client.palette_entries import FILE, FOLDER, PAGE, Entry
from mkdocs_repodoc.client.postings import Postings, is_type, longer_stretches, postings_of
from mkdocs_repodoc.client.stable_cuts import ends_before
from mkdocs_repodoc.client.versioned_scripts import VersionedScripts
from mkdocs_repodoc.languages.folder_files import package_stems
from mkdocs_repodoc.paths import readable

HEAD = "find"
_PAGE = "p"
_TOP = "t"
_PAGE_BYTES = 34_000
_KEYS_PER_CUT = 32
_TOP_ENTRIES = 80
_MOST_PAGES = 2
"""Pages that are fetched for what is being typed, without a top."""
_ROW_BYTES = 14
_SPACES = re.compile(r"\s+")
_NEARLY_ALL = 0.8

_encode = msgspec.msgpack.Encoder().encode


class Index(VersionedScripts):
    """All files of the palette's index.

    Args:
        found: What can be found.
        addresses: Where its pages are.
        has_source: Whether the palette searches the text of the source as well.
    """

    def __init__(
        self, found: Iterable[Entry], addresses: PageAddresses, *, has_source: bool = False
    ) -> None:
        self._has_source = has_source
        self._entries = list(found)
        self._addresses = addresses
        self._kinds = sorted({entry.kind for entry in self._entries})
        self._kind_numbers = {kind: number for number, kind in enumerate(self._kinds)}
        self._unusual: dict[tuple[str, str], str] = {}
        postings = postings_of(self._entries)
        starts = list(self._page_starts(postings))
        self._firsts = [postings.keys[start] for start in starts]
        self._starts = array("I", [*starts, len(postings.keys)])
        self._tops = [(prefix, array("I", best)) for prefix, best in self._best(postings)]
        self._sorted = postings.entries
        names = (f"{_PAGE}{number}" for number in range(len(starts)))
        tops = (f"{_TOP}{number}" for number in range(len(self._tops)))
        self._digests = list(self._entry_digests())
        super().__init__([*names, *tops, HEAD])

    def value(self, name: str) -> dict[str, object]:
        """Return the head, a page or a top."""
        if name == HEAD:
            return self._head()
        numbers, of_types = self._numbers_in(name[0], int(name[1:]))
        return self._page(numbers, of_types=of_types)

    def digest(self, name: str) -> str:
        """Return a digest of all that a page or a top is made from; the head's is empty."""
        if name == HEAD:
            return ""
        numbers, of_types = self._numbers_in(name[0], int(name[1:]))
        hashed = sha256(f"{__version__}\n{self._kinds}\n{of_types}\n".encode())
        hashed.update(b"".join(map(self._digests.__getitem__, numbers)))
        return hashed.hexdigest()

    def _entry_digests(self) -> Iterator[bytes]:
        for entry in self._entries:
            said = entry, self._url(entry)
            try:
                packed = _encode(said)
            except UnicodeEncodeError:  # a name that is no Unicode
                packed = repr(said).encode("utf-8", "surrogatepass")
            yield blake2b(packed, digest_size=16).digest()

    def _numbers_in(self, form: str, number: int) -> tuple[Sequence[int], bool]:
        """Return the entries of a page or a top, and whether they are found by their types."""
        if form == _TOP:
            prefix, best = self._tops[number]
            return best, is_type(prefix)
        start, end = self._starts[number], self._starts[number + 1]
        return self._sorted[start:end], is_type(self._firsts[number])

    def _page_starts(self, postings: Postings) -> Iterator[int]:
        """Yield where each page begins, so that all are of about the same size."""
        size = _PAGE_BYTES
        lead = before = ""
        seen: set[str] = set()
        for position, (key, number) in enumerate(zip(postings.keys, postings.entries, strict=True)):
            of_types = is_type(key)
            is_cut = size >= _PAGE_BYTES
            if key != before:
                is_cut = ends_before(before := key, size, _PAGE_BYTES, _KEYS_PER_CUT)
            if lead != (lead := key[0] if of_types else "") or is_cut:
                yield position
                size = 0
                seen.clear()
            entry = self._entries[number]
            size += _ROW_BYTES + len(entry.name)
            size += len(entry.signature if of_types else entry.summary)
            for shared in (entry.path, entry.scope):
                if shared not in seen:
                    seen.add(shared)
                    size += len(shared) + 4

    def _best(self, postings: Postings) -> Iterator[tuple[str, list[int]]]:
        """Yield each beginning that too many pages share, with its best entries."""
        keys = postings.keys
        pending = [(0, len(keys), 0, 2 * len(keys))] if keys else []
        while pending:
            start, end, length, known = pending.pop()
            prefix = keys[start][:length]
            if len(page_names(self._firsts, prefix)) <= _MOST_PAGES:
                continue
            # Where almost all goes on in the same way, what is known of the shorter one will do.
            if prefix not in {"", "/", "<", ">"} and end - start < known * _NEARLY_ALL:
                known = end - start
                ordered = zip(postings.orders[start:end], postings.entries[start:end], strict=True)
                best = dict.fromkeys(number for _, number in nsmallest(2 * _TOP_ENTRIES, ordered))
                yield prefix, list(best)[:_TOP_ENTRIES]
            for inner_start, inner_end in longer_stretches(keys, start, end, length):
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
            "n": "\n".join(front_coded(entry.name for entry in chosen)),
            "k": _numbers(self._kind_number(entry) for entry in chosen),
            "c": _numbers(scopes[entry.scope] for entry in chosen),
            "f": _numbers(paths[entry.path] for entry in chosen),
            "l": _numbers(entry.line for entry in chosen),
            "u": _numbers(entry.uses for entry in chosen),
            "C": "\n".join(front_coded(scopes)),
            "F": "\n".join(front_coded(map(readable, paths))),
        }
        if of_types:
            page["g"] = "\n".join(entry.signature for entry in chosen)
        else:
            page["d"] = "\n".join(entry.summary for entry in chosen)
        modules = {paths[entry.path]: _module(entry) for entry in chosen if entry.module}
        unusual = {paths[entry.path]: url for entry in chosen if (url := self._url(entry))}
        anchors = {
            position: entry.anchor for position, entry in enumerate(chosen) if not _is_plain(entry)
        }
        remote = {paths[entry.path]: entry.remoteness for entry in chosen if entry.remoteness}
        columns = {"m": modules, "h": unusual, "a": anchors, "r": remote}
        return page | {letter: column for letter, column in columns.items() if column}

    def _kind_number(self, entry: Entry) -> int:
        """Return the number of an entry's kind, beyond those of all kinds if it is hidden."""
        return self._kind_numbers[entry.kind] + len(self._kinds) * entry.is_hidden

    def _url(self, entry: Entry) -> str:
        if entry.kind == PAGE:
            return entry.path
        kind = FOLDER if entry.kind == FOLDER else FILE
        key = kind, entry.path
        if key not in self._unusual:
            find = self._addresses.folder if kind == FOLDER else self._addresses.file
            self._unusual[key] = find(entry.path)
        return self._unusual[key]

    def _head(self) -> dict[str, object]:
        counts = Counter(entry.kind for entry in self._entries)
        return {
            "kinds": self._kinds,
            "counts": [counts[kind] for kind in self._kinds],
            "base": self._addresses.base,
            "file": self._addresses.file_suffix,
            "folder": self._addresses.folder_suffix,
            "pages": "\n".join(self._firsts),
            "tops": "\n".join(prefix for prefix, _ in self._tops),
            "pageVersions": self.versions(f"{_PAGE}{n}" for n in range(len(self._firsts))),
            "topVersions": self.versions(f"{_TOP}{n}" for n in range(len(self._tops))),
            "source": self._has_source,
        }


def page_names(firsts: Sequence[str], prefix: str) -> range:
    """Return the numbers of the pages that hold the keys with a beginning.

    Args:
        firsts: First key of each page.
        prefix: What the keys begin with.
    """
    start = max(0, bisect_left(firsts, prefix) - 1)
    end = bisect_left(firsts, prefix + "\uffff")
    return range(start, end)


def _module(entry: Entry) -> int | str:
    """Return from which character of its path on a module's name can be read, else the name."""
    stem = entry.path.rpartition(".")[0]
    for opening in package_stems():
        stem = stem.removesuffix(f"/{opening}")
    start = len(stem) - len(entry.module)
    return start if stem[start:].replace("/", ".") == entry.module else entry.module


def _is_plain(entry: Entry) -> bool:
    """Whether an entry's anchor follows from its name."""
    dotted = (
        f"{entry.module}.{entry.scope}{entry.name}" if entry.module else entry.scope + entry.name
    )
    return entry.kind in {FILE, FOLDER} or entry.anchor == _SPACES.sub("-", dotted)


def _numbered(texts: Iterable[str]) -> Mapping[str, int]:
    return {text: number for number, text in enumerate(dict.fromkeys(texts))}


def _numbers(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))
