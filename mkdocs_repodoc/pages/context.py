"""The context of composers: all that they may look at.

The pipeline makes one context for a run and hands it to every composer. Reading details, resolving
a file's references and looking for examples cost time, so that they are functions here: a page
asks for what it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from mkdocs_repodoc.insight.entry_points import EntryPoint, entry_points
from mkdocs_repodoc.insight.hot_spots import HotSpot, hot_spots
from mkdocs_repodoc.insight.key_abstractions import AbstractionFinder, KeyAbstractions
from mkdocs_repodoc.insight.listed_lines import listed_line_count
from mkdocs_repodoc.insight.main_flows import MOST_FLOWS, Flow, FlowFinder
from mkdocs_repodoc.insight.reading_order import Evidence, ReadingOrder, reading_order
from mkdocs_repodoc.insight.statistics import CODE_ROLES, RepositoryStatistics
from mkdocs_repodoc.model.blocks import WebLink
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.repository import Example, FileLinks, Repository, SymbolRef
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.repository_urls import SourceUrl
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.source_text import SourceText


def _nothing_elsewhere(_name: str) -> WebLink | None:
    return None


def _no_exports(_path: str) -> Mapping[str, SymbolRef]:
    return {}


def _no_commit_url(_commit: str) -> str:
    return ""


@dataclass(frozen=True, eq=False)
class PageContext:
    """Everything that pages are composed from.

    Attributes:
        repository: The linked repository.
        plan: Every page of the site.
        settings: Settings of the run.
        detail: Path → the detailed half of the file's record.
        file_links: Path → the file's resolved references, related files and concepts.
        examples: Symbol → real calls of it, at most five.
        read_text: Path → the file's decoded text.
        source_url: Where a file or its lines can be seen at the repository's host.
        commit_url: Where a commit can be seen there, by its hash; empty if that is not known.
        exports: Path → what `from … import *` takes from the file: name → its definition.
        external: Where another project documents something, by its full dotted name.
    """

    repository: Repository
    plan: SitePlan
    settings: Settings
    detail: Callable[[str], FileDetail]
    file_links: Callable[[str], FileLinks]
    examples: Callable[[SymbolRef], tuple[Example, ...]]
    read_text: Callable[[str], SourceText]
    source_url: SourceUrl
    commit_url: Callable[[str], str] = _no_commit_url
    exports: Callable[[str], Mapping[str, SymbolRef]] = _no_exports
    external: Callable[[str], WebLink | None] = _nothing_elsewhere

    @cached_property
    def shown_lines(self) -> Callable[[str], int]:
        """Path → how many lines of the file its page shows, none without a listing; remembered."""
        files, limit = self.repository.files, self.settings.listing_limit
        return cache(lambda path: listed_line_count(files[path], limit, self.read_text))

    @cached_property
    def statistics(self) -> RepositoryStatistics:
        """What takes a look at the whole repository; made once, on first use."""
        return RepositoryStatistics(self.repository)

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The main flows, those that begin at a command or an application first."""
        return self.flow_finder.main_flows(self.entry_points, MOST_FLOWS)

    @cached_property
    def flow_finder(self) -> FlowFinder:
        """What follows calls from a function on."""
        return FlowFinder(self.repository, self.statistics.calls, CODE_ROLES)

    @cached_property
    def entry_points(self) -> tuple[EntryPoint, ...]:
        """Where the software is entered, the most certain kinds first."""
        modules = self.statistics.modules
        return tuple(entry_points(self.repository, modules, self.exports, CODE_ROLES))

    @cached_property
    def reading_order(self) -> ReadingOrder:
        """Where to start reading, and what is used everywhere."""
        steps = {step.symbol.path for flow in self.flows for step in flow.steps}
        found = self.statistics.architecture
        beside = [path for part in found.beside for path in part.files]
        if len(beside) >= sum(len(part.files) for part in found.components):
            beside = []  # a repository of scripts has nothing else to read
        evidence = Evidence(
            self.statistics.needed_files,
            self.statistics.facades.union(beside),
            [entry for entry in self.entry_points if entry.kind != "public"],
            self.abstractions.symbols,
            steps,
        )
        return reading_order(self.repository, evidence, CODE_ROLES)

    @cached_property
    def hot_spots(self) -> Mapping[str, Sequence[HotSpot]]:
        """Folder → the files below it that are both complicated and often changed."""
        return hot_spots(self.repository, CODE_ROLES)

    @cached_property
    def abstractions(self) -> KeyAbstractions:
        """The key abstractions, and how they are tied to one another."""
        statistics = self.statistics
        return AbstractionFinder(
            self.repository,
            statistics.calls,
            statistics.passed_on,
            CODE_ROLES,
            self._text,
        ).find()

    def _text(self, path: str) -> str:
        return self.read_text(path).text
