"""The repository as the book tells it: its chapters on components, and links between chapters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_repodoc.insight.architecture.chapter_order import Chapter, chapter_order
from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.architecture.exchanges import Exchanges
from mkdocs_repodoc.insight.architecture.part_wires import PartWires
from mkdocs_repodoc.insight.architecture.read_folders import ReadFolder, read_folders
from mkdocs_repodoc.insight.architecture.wiring import Wiring
from mkdocs_repodoc.insight.changing.change_points import ChangeLimits, ChangePoints
from mkdocs_repodoc.insight.changing.most_called import AskedFor
from mkdocs_repodoc.insight.changing.started_programs import PROGRAMS, ProcessStart, process_start
from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.error_paths import ErrorPaths, Report
from mkdocs_repodoc.insight.operation.failures import Failures
from mkdocs_repodoc.insight.operation.library_decisions import Decision, library_decisions
from mkdocs_repodoc.insight.operation.settings_errors import is_about_settings
from mkdocs_repodoc.insight.reading.document_sections import DocumentSection, sections_on
from mkdocs_repodoc.insight.reading.documents_on import documents_on
from mkdocs_repodoc.model.blocks import PageLink
from mkdocs_repodoc.model.facts import ConventionTopic
from mkdocs_repodoc.model.kinds import MAIN
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.met_files import met_files
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import book_caps, operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.configuration_tables import found_in


@dataclass(frozen=True, eq=False)
class BookView:
    """What several chapters need; made once for the book."""

    context: PageContext

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters on components in reading order."""
        context = self.context
        entries = [flow.entry for flow in context.flows]
        entered = [each for each in entries if each.kind != "public"] or entries
        first = [*(each.symbol for each in entered), *context.abstractions.symbols]
        return chapter_order(context.statistics.architecture, [ref.path for ref in first])

    @cached_property
    def told(self) -> tuple[Component, ...]:
        """The components in the order in which their chapters tell them."""
        return tuple(each for chapter in self.chapters for each in chapter.components)

    @cached_property
    def exchanges(self) -> Exchanges:
        """What the components take from one another and from other projects."""
        statistics = self.context.statistics
        return Exchanges(
            self.context.repository, statistics.architecture, statistics.needs.facade_follower
        )

    @property
    def wiring(self) -> Wiring:
        """The wires between the files of the software."""
        return self.context.insight.wiring

    @property
    def part_wires(self) -> PartWires:
        """The wires between the components."""
        return self.context.insight.part_wires

    @cached_property
    def known(self) -> frozenset[SymbolRef]:
        """What the chapters on the main flows and the key abstractions are about."""
        steps = (step.symbol for flow in self.context.flows for step in flow.steps)
        stops = (stop.symbol for walk in self.context.walks for stop in walk)
        return frozenset((*steps, *stops, *self.context.abstractions.symbols))

    @cached_property
    def asked(self) -> AskedFor:
        """What people ask about first: the main flow, what it calls, and the other flows."""
        first = [stop for walk in self.context.walks[:1] for stop in walk]
        met = (callee.symbol for stop in first for callee in stop.calls)
        told = frozenset(stop.symbol for stop in first)
        steps = frozenset(step.symbol for flow in self.context.flows[:1] for step in flow.steps)
        return AskedFor(told, self.known.union(met), steps)

    def taken(self, source: Component, target: Component) -> list[PageLink]:
        """Return links to the names that one component takes from another, the telling first.

        Public types and functions tell more than constants and what is private or deprecated.
        """
        refs = self.exchanges.names(source.path, target.path)

        def is_minor(ref: SymbolRef) -> bool:
            symbol = self.context.repository.symbol(ref)
            is_main = symbol.public and symbol.kind in MAIN
            return not is_main or "deprecated" in symbol.labels

        return page_links.to_symbols(self.context, sorted(refs, key=is_minor))

    def component(self, path: str) -> Component:
        """Return the component of a path: its own, not that of a file in it."""
        return self.parts[path]

    @cached_property
    def parts(self) -> dict[str, Component]:
        """Path of a component → the component."""
        return {each.path: each for each in self.context.statistics.architecture.components}

    @cached_property
    def documents(self) -> Mapping[str, tuple[str, ...]]:
        """Path of a component → documents on it, the most telling first."""
        owners = {path: component.path for path, component in self.owner.items()}
        return documents_on(self.context.repository, owners, self._text)

    @cached_property
    def read_folders(self) -> tuple[ReadFolder, ...]:
        """The folders of texts and data that the code reads by their names."""
        return tuple(read_folders(self.context.repository, CODE_ROLES, self._text))

    @cached_property
    def sections(self) -> Mapping[str, tuple[DocumentSection, ...]]:
        """Path of a component → the sections of documents on it."""
        owners = {path: part.path for part in (*self.told, *self.untold) for path in part.files}
        return sections_on(self.context.repository, owners, self._text)

    @cached_property
    def process_start(self) -> ProcessStart | None:
        """Where tests start processes, the file with most cases first."""
        return process_start(self.context.repository, self._text)

    def _text(self, path: str) -> str:
        return self.context.read_text(path).text

    @property
    def untold(self) -> Sequence[Component]:
        """The parts of the software that have neither a chapter nor a part of one."""
        return self.context.statistics.architecture.others

    @cached_property
    def changes(self) -> ChangePoints:
        """Where the software is extended, and which tests reach it."""
        parts = (*self.told, *self.untold)
        lists = min(book_caps.REGISTRATIONS, book_caps.BOOK_REGISTRATIONS // max(1, len(parts)))
        return ChangePoints(
            self.context.repository,
            {each.path: each.files for each in parts},
            self.context.abstractions.symbols,
            ChangeLimits(max(2, lists), book_caps.EXTENSIBLE_TYPES, book_caps.EXTENSION_MEMBERS),
            lambda path: self.context.read_text(path).lines,
            searches=self.context.insight.searches,
        )

    @cached_property
    def owner(self) -> dict[str, Component]:
        """Path of a file → its component."""
        found = self.context.statistics.architecture.components
        return {path: component for component in found for path in component.files}

    @cached_property
    def _anchors(self) -> dict[str, str]:
        return {each.path: f"component-{number}" for number, each in enumerate(self.told, 1)}

    @cached_property
    def _reading_order(self) -> dict[str, int]:
        return met_files(self.context)

    @cached_property
    def entries(self) -> frozenset[SymbolRef]:
        """Where the main flows begin, and programs."""
        found = (*self.context.insight.entry_points, *(flow.entry for flow in self.context.flows))
        return frozenset(each.symbol for each in found)

    @cached_property
    def started(self) -> frozenset[SymbolRef]:
        """Where programs start."""
        found = self.context.insight.entry_points
        return frozenset(each.symbol for each in found if each.kind in PROGRAMS)

    def reading_number(self, path: str) -> int:
        """Return how early a reader should meet a file: that of the entry points is the first."""
        first = self._reading_order
        ranks = self.context.statistics.ranks.by_path
        return first.get(path, len(first) + ranks.get(path, len(ranks) + 1))

    @cached_property
    def errors(self) -> ErrorPaths:
        """What is reported and handled, in the order in which a reader meets the files."""
        return self.context.insight.operation.error_paths.ordered(self.reading_number)

    @cached_property
    def configuration(self) -> Configuration:
        """What can be configured."""
        return found_in(self.context, "")

    @cached_property
    def failures(self) -> Failures:
        """How the software fails, programs beside it aside."""
        statistics = self.context.statistics
        paths = [path for path in statistics.paths if path not in statistics.aside]
        return self.context.insight.operation.failures(paths)

    def decisions(self, topic: ConventionTopic) -> tuple[Decision, ...]:
        """Return what libraries decide for the software, the files met first in front."""
        statistics = self.context.statistics
        paths = [path for path in statistics.paths if path not in statistics.aside]
        ordered = sorted(paths, key=lambda path: (self.reading_number(path), path))
        return library_decisions(self.context.repository, ordered, topic, CODE_ROLES)

    @cached_property
    def refused(self) -> tuple[Report, ...]:
        """What is reported of wrong settings, those in files that declare settings first."""
        declaring = self.configuration.declaring
        warnings = [each for each in self.errors.printed if each.fact.form == "warning"]
        about = [
            each
            for each in (*self.errors.raised, *warnings)
            if self.errors.said(each) and is_about_settings(each, declaring)
        ]
        return tuple(about[: operation_caps.BOOK_REFUSED])

    def name(self, component: Component) -> str:
        """Return what tells a component from the others."""
        return self.context.statistics.architecture.name(component.path)

    def anchor(self, component: Component) -> str:
        """Return the anchor of the chapter on a component, or of its part of a chapter."""
        return self._anchors[component.path]

    def to_chapter(self, component: Component) -> PageLink:
        """Link to where the book tells a component."""
        uri = self.context.plan.uri("book", "")
        return PageLink(self.name(component), uri, self.anchor(component), code=True)

    def file_name(self, path: str) -> str:
        """Return a file's name, with as much of its path as tells it from others of that name."""
        return self.context.insight.namesakes.distinct_file(path)

    def to_one_of_several(self, ref: SymbolRef) -> PageLink:
        """Link to a symbol by its short name, with its file where others have it too."""
        name = self.context.insight.namesakes.distinct_name(ref)
        return page_links.to_symbol(self.context, ref, text=name)

    def to_symbol(self, ref: SymbolRef) -> PageLink:
        """Link to a symbol by its short name, behind its package where several types have it."""
        name = self.context.insight.namesakes.packaged_name(ref)
        return page_links.to_symbol(self.context, ref, text=name)
