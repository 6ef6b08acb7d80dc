"""The context of composers: all that they may look at.

The pipeline makes one context for a run and hands it to every composer. Reading details, resolving
a file's references and looking for examples cost time, so that they are functions here: a page
asks for what it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from mkdocs_repodoc.insight.architecture.key_abstractions import KeyAbstractions
from mkdocs_repodoc.insight.flows.flow import Flow
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.insight.hot_spots import HotSpot
from mkdocs_repodoc.insight.listed_lines import listed_line_count
from mkdocs_repodoc.insight.operation.command_options import option_names
from mkdocs_repodoc.insight.reading.reading_order import ReadingOrder
from mkdocs_repodoc.insight.reading.stops import Stop
from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
from mkdocs_repodoc.insight.statistics import RepositoryStatistics
from mkdocs_repodoc.insight.symbols.symbol_tree import SymbolTree
from mkdocs_repodoc.insight.symbols.symbols_by_initial import SymbolsByInitial
from mkdocs_repodoc.model.blocks import WebLink
from mkdocs_repodoc.model.file_links import FileLinks
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import (
    Example,
    SymbolRef,
)
from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.repository_urls import SourceUrl
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.text.source_text import SourceText

_KNOWN_TREES = 256


def _rounded_down(number: int) -> int:
    """Return a number without what is behind its first four binary digits."""
    behind = max(0, number.bit_length() - 4)
    return number >> behind << behind


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
        insight: What there is to say about it as a whole.
        plan: Every page of the site.
        settings: Settings of the run.
        detail: Path → the detailed half of the file's record.
        file_links: Path → the file's resolved references, related files and concepts.
        examples: Symbol → real calls of it, at most five.
        read_text: Path → the file's decoded text.
        source_url: Where a file or its lines can be seen at the repository's forge.
        commit_url: Where a commit can be seen there, by its hash; empty if that is not known.
        exports: Path → what `from … import *` takes from the file: name → its definition.
        external: Where another project documents something, by its full dotted name.
    """

    repository: Repository
    insight: RepositoryInsight
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

    def surely_shown(self, path: str) -> int:
        """Return a number of lines of a file that its page shows at least.

        It is a round one: what asks for it is not to be composed again whenever the file grows.
        """
        return _rounded_down(self.shown_lines(path))

    def shows_line(self, path: str, line: int) -> bool:
        """Whether a file's page shows a line."""
        return line <= self.surely_shown(path) or line <= self.shown_lines(path)

    @cached_property
    def interfaces(self) -> Callable[[str], frozenset[str]]:
        """Path → the names of the interfaces that the file defines; remembered."""
        files = self.repository.files

        def of_file(path: str) -> frozenset[str]:
            symbols = files[path].outline.symbols
            return frozenset(each.name for each in symbols if each.kind == Kind.INTERFACE)

        return cache(of_file)

    @cached_property
    def trees(self) -> Callable[[str], SymbolTree]:
        """Path → how the file's symbols nest; remembered for files of late, such as bases' ones."""
        files = self.repository.files
        return lru_cache(_KNOWN_TREES)(lambda path: SymbolTree(files[path].outline.symbols))

    @cached_property
    def command_options(self) -> frozenset[str]:
        """The names of the options of the command line, as `option_names` gives them."""
        return option_names(self.repository, CODE_ROLES)

    @property
    def statistics(self) -> RepositoryStatistics:
        """What takes a look at the whole repository."""
        return self.insight.statistics

    @property
    def keywords(self) -> SymbolsByInitial:
        """The symbols that the index from A to Z lists."""
        found = self.statistics
        return found.written_by_initial if self.settings.detail == "slim" else found.by_initial

    @property
    def flows(self) -> tuple[Flow, ...]:
        """The main flows, those that begin at a command or an application first."""
        return self.insight.flows

    @property
    def walks(self) -> tuple[tuple[Stop, ...], ...]:
        """Each main flow with its branches: functions in the order in which they are called."""
        return self.insight.walks

    @property
    def flow_finder(self) -> FlowFinder:
        """What follows calls from a function on."""
        return self.insight.flow_finder

    @property
    def reading_order(self) -> ReadingOrder:
        """Where to start reading, and what is used everywhere."""
        return self.insight.reading_order

    @property
    def hot_spots(self) -> Mapping[str, Sequence[HotSpot]]:
        """Folder → the files below it that are both complicated and often changed."""
        return self.insight.hot_spots

    @property
    def abstractions(self) -> KeyAbstractions:
        """The key abstractions, and how they are tied to one another."""
        return self.insight.abstractions
