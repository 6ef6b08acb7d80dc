"""Mentions of the entries of lists elsewhere: second lists of them, documents, tests."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from mkdocs_repodoc.cache.file_searches import FileSearch, FileSearches
from mkdocs_repodoc.insight.changing.lists.registration import Registration
from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES, Repository

_WORD = re.compile(r"[A-Za-z_$][\w$-]*")
_QUALIFIED = re.compile(r"[.:]+")
_LEAST_TELLING = 4
"""Letters of a name that is looked for in other files."""
_MOST_SIZE = 200_000
"""Bytes of a file that is searched for the names of entries."""
_MOST_FILES = 4_000
_SHARE_ELSEWHERE = 0.5
_LEAST_ELSEWHERE = 3
"""Entries that a file names to be a second list of them."""
_LEAST_TESTED = 2
_SHARE_TESTED = 0.1
"""Share of a list's entries that a test names which is told with it."""
_COMMON = 0.2
"""Share of the files that name what is a word of the language, or of all the software."""
_LEAST_COMMON = 8


class _Mentioned(NamedTuple):
    """What one file names: plain forms of entries, and types whose members they are."""

    names: list[str]
    owners: list[str]


class EntryMentions:
    """The files that name the entries of lists.

    Args:
        repository: The linked repository.
        lists: The lists.
        read_lines: Path → the lines of the file.
        searches: Looks through the files.
    """

    def __init__(
        self,
        repository: Repository,
        lists: Iterable[Registration],
        read_lines: Callable[[str], Sequence[str]],
        searches: FileSearches,
    ) -> None:
        self._searches = searches
        self._files = repository.files
        self._read_lines = read_lines
        self._symbol = repository.symbol
        every = tuple(lists)
        self._named, self._owned = self._read(
            frozenset(plain(entry) for each in every for entry in each.entries),
            frozenset(map(self._owner, every)),
        )
        counts = Counter(name for names in self._named.values() for name in names)
        most = max(_LEAST_COMMON, _COMMON * len(self._named))
        self._common = frozenset(name for name, number in counts.items() if number > most)

    def _owner(self, found: Registration) -> str:
        """Return the type whose members are words of the language as well; empty if none."""
        if found.form != "enumeration":
            return ""
        return _QUALIFIED.split(self._symbol(found.symbol).bare_name)[-1]

    def _read(
        self, wanted: frozenset[str], owners: frozenset[str]
    ) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
        """Return what each file names: path → plain forms of entries, and path → their types."""
        searched = [
            path
            for path, file in self._files.items()
            if wanted
            and file.source.kind == "text"
            and file.source.size <= _MOST_SIZE
            and not file.source.origin
            and (file.role in CODE_ROLES | TEST_ROLES or is_explaining(file))
        ]

        def find(path: str) -> _Mentioned:
            written = set(_WORD.findall("\n".join(self._read_lines(path))))
            hits = wanted.intersection(map(plain, written))
            return _Mentioned(sorted(hits), sorted(owners.intersection(written)) if hits else [])

        given = sorted(wanted), sorted(owners)
        search = FileSearch("mentions of entries", _Mentioned, find, given)
        found = self._searches.results(search, searched[:_MOST_FILES])
        told = {path: each for path, each in found.items() if each.names}
        named = {path: frozenset(each.names) for path, each in told.items()}
        owned = {path: frozenset((*each.owners, "")) for path, each in told.items()}
        return named, owned

    def are_common(self, found: Registration) -> bool:
        """Tell whether most entries of a list are words that the software uses everywhere."""
        names = set(map(plain, found.entries))
        return 2 * len(names & self._common) > len(names)

    def told(self, found: Registration) -> Registration:
        """Return a list with the other files that have most of its entries, and with its tests.

        A file that names members of an enumeration names the enumeration too: in many languages
        `continue` and `remove` are words of every file.
        """
        telling = {name for each in found.entries if len(name := plain(each)) >= _LEAST_TELLING}
        own = telling - self._common
        counts = {
            path: number
            for path, names in self._named.items()
            if path != found.symbol.path
            and self._owner(found) in self._owned[path]
            and (number := len(own & names))
        }
        least = max(_LEAST_ELSEWHERE, _SHARE_ELSEWHERE * len(telling))
        tested = max(_LEAST_TESTED, _SHARE_TESTED * len(telling))
        ordered = sorted(counts, key=lambda path: (-counts[path], path))
        return found._replace(
            elsewhere=tuple(
                path
                for path in ordered
                if counts[path] >= least and self._files[path].role not in TEST_ROLES
            ),
            tests=tuple(
                path
                for path in ordered
                if counts[path] >= tested and self._files[path].role == "test"
            ),
        )


@lru_cache(maxsize=32_768)
def plain(entry: str) -> str:
    """Return what is left of an entry's name whatever way a file writes it: `max_size`."""
    last = _QUALIFIED.split(entry.strip("\"'`() "))[-1]
    return last.strip("-_$").replace("-", "_").lower()
