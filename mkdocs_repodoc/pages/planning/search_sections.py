"""Sections for a search index: prose and symbols' summaries, never source text.

An index that held everything would outweigh the site it is for. A file gets room in proportion to
its size. It is spent on names first, for whoever types a public name must find it; what is left
goes to entries of their own for what readers look for most: public classes and functions, then
their members. Keyword pages repeat names that the file's own page is found by, and stay out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_repodoc.model.kinds import SEARCHED, SPELT_OUT, Kind
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.paths import readable
from mkdocs_repodoc.text.english import shortened

_SHARE = 40
"""One character of search text for so many bytes of source."""
_ROOM = 800
"""Room that even the smallest file has."""
_OVERHEAD = 40
"""What an entry of an index costs beside its texts."""
_SUMMARY = 160


class SearchSection(NamedTuple):
    """One entry of a search index.

    Attributes:
        title: Plain text.
        anchor: Where on the page; empty for the page itself.
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
    ranked = list(_by_interest(file))
    names = Counter(_name(file.outline.symbols[index]) for index in ranked)
    room = _ROOM + file.source.size // _SHARE - _cost(first) - sum(len(name) + 1 for name in names)
    chosen: dict[int, SearchSection] = {}
    for index in ranked:
        section = _symbol_section(file, index)
        room -= _cost(section) - len(section.title)
        if room < 0:
            break
        chosen[index] = section
        names[_name(file.outline.symbols[index])] = 0
    listed = " ".join(name for name, count in names.items() if count)
    yield first._replace(text=f"{summary} {listed}".strip())
    yield from (chosen[index] for index in sorted(chosen))


def _name(symbol: Symbol) -> str:
    """Return what a reader types to find a symbol: without what it belongs to."""
    if symbol.kind in SPELT_OUT:
        return readable(symbol.name)
    return readable(symbol.name.rpartition(".")[2].rpartition("::")[2])


def _by_interest(file: RepoFile) -> Iterator[int]:
    """Yield the positions of public symbols: outer before inner ones, the documented first."""
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


def _interest(symbol: Symbol) -> tuple[int, bool, float]:
    depth = symbol.name.count(".") + symbol.name.count("::")
    return depth, not symbol.summary, -symbol.kind.weight


def _symbol_section(file: RepoFile, index: int) -> SearchSection:
    """Return the entry of a symbol: searches cut no words at dots, so that its title has none."""
    symbol = file.outline.symbols[index]
    name, full = _name(symbol), readable(symbol.name)
    summary = readable(shortened(symbol.summary, _SUMMARY))
    text = summary if name == full else f"{full}: {summary}" if summary else full
    return SearchSection(name, readable(file.anchors[index]), text)


def _cost(section: SearchSection) -> int:
    return len(section.title) + len(section.anchor) + len(section.text) + _OVERHEAD
