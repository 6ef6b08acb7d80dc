"""Lists that a new thing of an existing kind is added to, and what else names their entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from typing import Literal, NamedTuple

from mkdocs_repodoc.insight.changing.offered_choices import is_offered, type_names
from mkdocs_repodoc.insight.reading.explained_terms import is_explaining
from mkdocs_repodoc.insight.statistics import CODE_ROLES, TEST_ROLES
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import ASSIGNED, FUNCTIONS, GLOBALS, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_inside
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile, Repository
from mkdocs_repodoc.text.comments import CommentSyntax
from mkdocs_repodoc.text.written_entries import branches_of, calls_of, entries_of

Form = Literal["list", "enumeration", "choice", "calls"]

_WRITTEN = GLOBALS | ASSIGNED
_MEMBERS = frozenset({Kind.ENUMERATOR, Kind.VARIANT})
_ENUMERATIONS = re.compile(r"(?:\w+\.)?(?:Int|Str)?(?:Enum|Flag)\b")
"""Bases of classes whose attributes are the members of an enumeration."""
_LEAST = 4
"""Entries of a list that grows; fewer are a pair, or a record."""
_SHORTEST = 3
_LEAST_TELLING = 4
"""Letters of a name that is looked for in other files."""
_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*",
    re.IGNORECASE,
)
"""Entries of lists that nobody extends."""
_WORD = re.compile(r"[A-Za-z_$][\w$-]*")
_QUALIFIED = re.compile(r"[.:]+")
_CUE = re.compile(
    r"\b(?:also|in sync|remember|do(?:n't| not) forget|make sure|be sure|update|alphabetical\w*|"
    r"must be (?:added|updated|listed|kept)|(?:if|when(?:ever)?) (?:you |we )?add\w*|"
    r"new (?:\w+ ){1,2}(?:are|is|get) added|to add a)\b",
    re.IGNORECASE,
)
"""Words by which a comment tells those who extend a list what to do."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_COMMENT_ABOVE = 8
_COMMENT_BELOW = 3
"""Lines around the first entry in which such a comment stands."""
_MOST_SIZE = 200_000
"""Bytes of a file that is searched for the names of entries."""
_MOST_FILES = 4_000
_SHARE_ELSEWHERE = 0.5
_LEAST_ELSEWHERE = 3
"""Entries that a file names to be a second list of them."""
_LEAST_TESTED = 2


class Registration(NamedTuple):
    """A list that is written out in the code, to which a new entry can be added."""

    symbol: SymbolRef
    """What holds it: a variable, an enumeration, or the function with the branches or calls."""
    line: int
    form: Form
    entries: tuple[str, ...]
    comment: str
    """A comment beside it that tells what to do about new entries; empty without one."""
    elsewhere: tuple[tuple[str, int], ...] = ()
    """Other files that name most of the entries, documents included, with how many they name."""
    tests: tuple[tuple[str, int], ...] = ()
    """Files of tests that name some, those with most first."""


def find_registrations(
    repository: Repository,
    parts: Mapping[str, Sequence[str]],
    read_lines: Callable[[str], Sequence[str]],
    most: int,
) -> Mapping[str, tuple[Registration, ...]]:
    """Return the lists of the software that grow, by component, the weightiest first.

    Args:
        repository: The linked repository.
        parts: Component → paths of its files.
        read_lines: Path → the lines of the file.
        most: Lists of one component.
    """
    chosen: dict[str, list[Registration]] = {}
    for part, paths in parts.items():
        found = [
            (_weight(repository, each), -number, each)
            for number, each in enumerate(_written(repository, paths, read_lines))
        ]
        distinct = {each[2].entries: each for each in sorted(found)}
        chosen[part] = [each for _, _, each in nlargest(most, distinct.values())]
    every = [each for found in chosen.values() for each in found]
    named = _named(repository, every, read_lines)
    types = type_names(repository)
    return {
        part: tuple(
            each
            for one in found
            if (each := _with_others(repository, one, named)).form != "choice"
            or each.comment
            or is_offered(repository, each.entries, [path for path, _ in each.elsewhere], types)
        )
        for part, found in chosen.items()
    }


def _weight(repository: Repository, found: Registration) -> float:
    """Return how likely it is that somebody adds to a list."""
    uses = repository.links.uses
    counts = repository.history.window.counts
    readers = uses.file_count(found.symbol) if found.form in {"list", "enumeration"} else 1
    return (
        min(len(found.entries), 24) / 4
        + 2 * min(readers, 4)
        + min(counts.get(found.symbol.path, 0), 12) / 4
        + 6 * bool(found.comment)
        + 2 * (found.form == "calls")
    )


def _written(
    repository: Repository, paths: Iterable[str], read_lines: Callable[[str], Sequence[str]]
) -> Iterator[Registration]:
    for path in paths:
        file = repository.files[path]
        if file.role not in CODE_ROLES or file.role == "stub" or file.source.origin:
            continue
        lines = read_lines(path)
        taken: set[int] = set()
        # What is inside comes later, and knows better whose branches they are.
        for position in reversed(range(len(file.outline.symbols))):
            symbol = file.outline.symbols[position]
            if symbol.name in file.outline.tests:
                continue
            for line, form, entries in _entries(file, symbol, lines):
                telling = [
                    each
                    for each in entries
                    if len(each) >= _SHORTEST and not _CALENDAR.fullmatch(each)
                ]
                if line not in taken and len(entries) >= _LEAST and 2 * len(telling) > len(entries):
                    taken.add(line)
                    ref = SymbolRef(path, position)
                    comment = _comment(lines, line, _syntax(file))
                    yield Registration(ref, line, form, entries, comment)


def _syntax(file: RepoFile) -> CommentSyntax:
    return language_named(file.source.language).comments


def _entries(
    file: RepoFile, symbol: Symbol, lines: Sequence[str]
) -> Iterator[tuple[int, Form, tuple[str, ...]]]:
    """Yield line, form and entries of the lists that a symbol holds."""
    inside = lines[symbol.line - 1 : symbol.end_line]
    if symbol.kind == Kind.ENUM or any(map(_ENUMERATIONS.fullmatch, symbol.bases)):
        members = tuple(
            name_inside(each.name, symbol.name)
            for each in file.outline.symbols
            if each.name != symbol.name
            and each.name.startswith(symbol.name)
            and symbol.line <= each.line <= symbol.end_line
            and (each.kind in _MEMBERS or (symbol.kind == Kind.CLASS and each.kind in GLOBALS))
        )
        yield symbol.line, "enumeration", members
    elif symbol.kind in _WRITTEN:
        yield symbol.line, "list", entries_of("\n".join(inside), _syntax(file))
    elif symbol.kind in FUNCTIONS:
        for row in branches_of(inside, symbol.line):
            yield row.line, "choice", row.labels
        for row in calls_of(inside, symbol.line):
            yield row.line, "calls", row.labels


def _comment(lines: Sequence[str], line: int, syntax: CommentSyntax) -> str:
    """Return the comment beside a line that tells those who add something what to do."""
    first = max(0, line - 1 - _COMMENT_ABOVE)
    said: list[str] = []
    best = ""
    for text in (*lines[first : line + _COMMENT_BELOW], ""):
        row = text.strip()
        mark = next((each for each in syntax.line if row.startswith(each)), "")
        if mark:
            said.append(row.removeprefix(mark).lstrip("#/!*").strip())
            continue
        comment = " ".join(filter(None, said))
        if _CUE.search(comment):
            best = " ".join(each for each in _SENTENCE.split(comment) if _CUE.search(each))
        said = []
    return best


def _named(
    repository: Repository,
    found: Sequence[Registration],
    read_lines: Callable[[str], Sequence[str]],
) -> Mapping[str, frozenset[str]]:
    """Return which of all entries each file names: path → their plain forms."""
    wanted = {plain(entry) for each in found for entry in each.entries}
    named: dict[str, frozenset[str]] = {}
    searched = [
        path
        for path, file in repository.files.items()
        if wanted
        and file.source.kind == "text"
        and file.source.size <= _MOST_SIZE
        and not file.source.origin
        and (file.role in CODE_ROLES | TEST_ROLES or is_explaining(file))
    ]
    for path in searched[:_MOST_FILES]:
        written = set(_WORD.findall("\n".join(read_lines(path))))
        if hits := wanted.intersection(map(plain, written)):
            named[path] = frozenset(hits)
    return named


@lru_cache(maxsize=32_768)
def plain(entry: str) -> str:
    """Return what is left of an entry's name whatever way a file writes it: `max_size`."""
    last = _QUALIFIED.split(entry.strip("\"'`() "))[-1]
    return last.strip("-_$").replace("-", "_").lower()


def _with_others(
    repository: Repository, found: Registration, named: Mapping[str, frozenset[str]]
) -> Registration:
    """Return a list with the other files that have most of its entries, and with its tests."""
    own = {name for each in found.entries if len(name := plain(each)) >= _LEAST_TELLING}
    counts: Counter[str] = Counter()
    for path, names in named.items():
        if path != found.symbol.path and (number := len(own & names)):
            counts[path] = number
    least = max(_LEAST_ELSEWHERE, _SHARE_ELSEWHERE * len(own))
    files = repository.files
    ordered = sorted(counts, key=lambda path: (-counts[path], path))
    return found._replace(
        elsewhere=tuple(
            (path, counts[path])
            for path in ordered
            if counts[path] >= least and files[path].role not in TEST_ROLES
        ),
        tests=tuple(
            (path, counts[path])
            for path in ordered
            if counts[path] >= _LEAST_TESTED and files[path].role == "test"
        ),
    )
