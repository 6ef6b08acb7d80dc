"""Sections for a search index: prose and symbols' summaries, never source text.

An index that held everything would outweigh the site it is for. A file gets room in proportion to
its size, spent on what readers look for first: what the file is, its public classes and functions,
then their members. Of those that are left the names are listed with the file. Keyword pages repeat
names that the file's own page is found by, and stay out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.model.kinds import SEARCHED, Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.paths import readable
from mkdocs_repodoc.text.english import shortened

_SHARE = 50
"""One character of search text for so many bytes of source."""
_NAMES_SHARE = 50
"""One character of names without an entry for so many bytes of source."""
_ROOM = 300
"""Room that even the smallest file has."""
_OVERHEAD = 40
"""What an entry of an index costs beside its texts."""
_SUMMARY = 160


class SearchSection(NamedTuple):
    """One entry of a search index.

    Attributes:
        title: Plain text.
        anchor: HTML id on the page; empty for the page itself.
        text: Plain text.
    """

    title: str
    anchor: str
    text: str


def search_sections(context: PageContext, plan: PagePlan) -> tuple[SearchSection, ...]:
    """Return the entries of a page, the page itself first; none for pages that only repeat."""
    repository = context.repository
    if plan.kind == "file":
        return tuple(_file_sections(repository.files[plan.path]))
    if plan.kind in {"folder", "folder documentation"}:
        summary = repository.folders[plan.path].summary if plan.kind == "folder" else ""
        return (SearchSection(plan.title, "", shortened(summary, _SUMMARY)),)
    if plan.kind == "repository":
        return (SearchSection(plan.title, "", repository.project.description),)
    if plan.kind in {"keywords", "book", "tour"}:
        return (SearchSection(plan.title, "", ""),)
    return ()


def _file_sections(file: RepoFile) -> Iterator[SearchSection]:
    summary = shortened(file.summary, 2 * _SUMMARY)
    first = SearchSection(readable(file.path), "", summary)
    room = _ROOM + file.source.size // _SHARE - _cost(first)
    chosen: dict[int, SearchSection] = {}
    rest: list[int] = []
    for index in _by_interest(file):
        section = _symbol_section(file, index)
        room -= _cost(section)
        if room >= 0 and not rest:
            chosen[index] = section
        else:
            rest.append(index)
    names = _names(file, rest)
    yield first._replace(text=f"{summary} {names}".strip())
    yield from (chosen[index] for index in sorted(chosen))


def _names(file: RepoFile, indexes: list[int]) -> str:
    """Return the names of symbols that got no entry, each once, as far as there is room.

    A name is cheap beside an entry: whoever looks for one still finds the page that it is on.
    """
    room = _ROOM + file.source.size // _NAMES_SHARE
    names: dict[str, None] = {}
    for index in indexes:
        name = readable(file.outline.symbols[index].name.rpartition(".")[2].rpartition("::")[2])
        room -= len(name) + 1
        if room < 0:
            break
        names[name] = None
    return " ".join(names)


def _by_interest(file: RepoFile) -> Iterator[int]:
    """Yield the positions of public symbols: the documented first, outer before inner ones."""
    candidates = [
        (index, symbol)
        for index, symbol in enumerate(file.outline.symbols)
        if symbol.public and symbol.kind in SEARCHED
    ]
    if file.role == "test":  # a test is found by what it tests; its cases are on its page
        candidates = [each for each in candidates if each[1].kind == Kind.CLASS]
    return (
        index for index, _ in sorted(candidates, key=lambda each: (*_interest(each[1]), each[0]))
    )


def _interest(symbol: Symbol) -> tuple[int, bool]:
    return symbol.name.count(".") + symbol.name.count("::"), not symbol.summary


def _symbol_section(file: RepoFile, index: int) -> SearchSection:
    symbol = file.outline.symbols[index]
    return SearchSection(
        readable(symbol.name),
        readable(file.anchors[index]),
        readable(shortened(symbol.summary, _SUMMARY)),
    )


def _cost(section: SearchSection) -> int:
    return len(section.title) + len(section.anchor) + len(section.text) + _OVERHEAD
