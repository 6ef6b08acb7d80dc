"""The insight into one repository as a whole: each answer worked out once, on first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from mkdocs_repodoc.insight.architecture.key_abstractions import AbstractionFinder, KeyAbstractions
from mkdocs_repodoc.insight.architecture.part_wires import PartWires
from mkdocs_repodoc.insight.architecture.type_profiler import TypeProfiler
from mkdocs_repodoc.insight.architecture.undrawn_ties import UndrawnTies, undrawn_ties
from mkdocs_repodoc.insight.architecture.wiring import Wiring
from mkdocs_repodoc.insight.examples.opening_example import ExampleFinder, OpeningExample
from mkdocs_repodoc.insight.flows.calls.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.calls.call_hierarchy import CallHierarchy
from mkdocs_repodoc.insight.flows.entries.entry_point import OFFERED, EntryPoint
from mkdocs_repodoc.insight.flows.entries.entry_points import entry_points
from mkdocs_repodoc.insight.flows.entries.subcommands import handled_commands
from mkdocs_repodoc.insight.flows.flow import Flow
from mkdocs_repodoc.insight.flows.main_flows import MOST_FLOWS, FlowFinder
from mkdocs_repodoc.insight.hot_spots import HotSpot, hot_spots, risk_window
from mkdocs_repodoc.insight.operation_insight import OperationInsight
from mkdocs_repodoc.insight.periphery.aside_programs import aside_programs, opens_tests
from mkdocs_repodoc.insight.periphery.remoteness import Remoteness
from mkdocs_repodoc.insight.reading.reading_order import Evidence, ReadingOrder, reading_order
from mkdocs_repodoc.insight.reading.served_applications import is_served
from mkdocs_repodoc.insight.reading.shown_names import ShownNames
from mkdocs_repodoc.insight.reading.stops import Stop
from mkdocs_repodoc.insight.reading.tour import Tour, TourGuide
from mkdocs_repodoc.insight.reading.walks import FlowWalker
from mkdocs_repodoc.insight.statistics import CODE_ROLES, TEST_ROLES, RepositoryStatistics
from mkdocs_repodoc.insight.symbols.namesakes import Namesakes
from mkdocs_repodoc.insight.workspace_packages import WorkspacePackage, workspace_packages
from mkdocs_repodoc.model.files import ChangeWindow
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.text.source_text import SourceText

_FIRST_WALK = 20
"""Functions that the book follows of the first main flow."""
_WALK = 9
"""Functions that it follows of each further one."""
_WALK_ASIDE = 8
"""Further calls that it names of each function."""


class RepositoryInsight:
    """Sums, flows, abstractions and orders that several pages show.

    Args:
        repository: The linked repository.
        exports: Path → what `from … import *` takes from the file: name → its definition.
        read_text: Path → the file's decoded text.
    """

    def __init__(
        self,
        repository: Repository,
        exports: Callable[[str], Mapping[str, SymbolRef]],
        read_text: Callable[[str], SourceText],
    ) -> None:
        self.repository = repository
        self._exports = exports
        self._read_text = read_text

    @cached_property
    def statistics(self) -> RepositoryStatistics:
        """What takes a look at the whole repository."""
        return RepositoryStatistics(self.repository)

    @cached_property
    def entry_points(self) -> tuple[EntryPoint, ...]:
        """Where the software is entered, the most certain kinds first."""
        modules = self.statistics.modules
        calls = self.statistics.calls
        found = list(entry_points(self.repository, modules, self._exports, calls, CODE_ROLES))
        programs = [each for each in found if each.kind == "command"]
        kept = chain.from_iterable(self.flow_finder.handlers.kept.values())
        found += handled_commands(programs, kept)
        example = self.opening_example
        if example is None:
            return tuple(found)
        document = SymbolRef.of_file(example.path)
        return (*found, EntryPoint(document, "example", example.path))

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The main flows, those that begin at a command or an application first."""
        return self.flow_finder.main_flows(self.entry_points, MOST_FLOWS)

    @cached_property
    def flow_finder(self) -> FlowFinder:
        """What follows calls from a function on."""
        calls = self.statistics.calls
        finder = FlowFinder(
            self.repository, calls, CODE_ROLES, self._shown_names, self._call_conditions
        )
        if (example := self.opening_example) is not None:
            document = SymbolRef.of_file(example.path)
            finder.add_example(document, example.callees, example.outcomes)
        return finder

    @cached_property
    def opening_example(self) -> OpeningExample | None:
        """The first use of the software that its documents show."""
        calls = self.statistics.calls
        finder = FlowFinder(
            self.repository, calls, CODE_ROLES, self._shown_names, self._call_conditions
        )
        code = [self.repository.files[path] for path in sorted(self.code)]
        return ExampleFinder(self.repository, code, self._exports, finder, self._text).find()

    def _shown_names(self, public_name: str) -> int:
        return self._shown.count(public_name)

    @cached_property
    def _shown(self) -> ShownNames:
        return ShownNames(self.repository, self._text)

    @cached_property
    def call_hierarchy(self) -> CallHierarchy:
        """The callees and callers of all functions."""
        return CallHierarchy(
            self.repository, self.statistics.calls, CODE_ROLES, self.flow_finder.handlers
        )

    @cached_property
    def abstractions(self) -> KeyAbstractions:
        """The key abstractions, and how they are tied to one another."""
        statistics = self.statistics
        return AbstractionFinder(
            self.repository,
            statistics.calls,
            statistics.needs.facade_follower,
            [self.repository.files[path] for path in sorted(self.code)],
            self._text,
        ).find()

    @cached_property
    def operation(self) -> OperationInsight:
        """How the software runs."""
        return OperationInsight(
            self.repository, self.statistics, lambda: self.call_hierarchy, self._text
        )

    @cached_property
    def code(self) -> frozenset[str]:
        """The files that make up the software itself."""
        files = self.repository.files.values()
        return frozenset(
            file.path
            for file in files
            if file.role in CODE_ROLES
            if file.path not in self._beside
            if not opens_tests(self.repository, file, TEST_ROLES)
        )

    @cached_property
    def wiring(self) -> Wiring:
        """The wires between the files of the software."""
        return Wiring(self.repository, self.code)

    @cached_property
    def part_wires(self) -> PartWires:
        """The wires between the components."""
        return PartWires(self.repository, self.statistics.architecture, self.wiring)

    @cached_property
    def undrawn_ties(self) -> UndrawnTies:
        """The ties between the components that are none of their edges."""
        wired = self.part_wires.pairs
        return undrawn_ties(self.repository, self.statistics.architecture, wired)

    @cached_property
    def namesakes(self) -> Namesakes:
        """What tells definitions of one name apart."""
        return Namesakes(self.repository, self.code)

    @cached_property
    def type_profiles(self) -> TypeProfiler:
        """What makes the profile of a type."""
        return TypeProfiler(self.repository, self.code)

    @cached_property
    def packages(self) -> tuple[WorkspacePackage, ...]:
        """The packages, where there are several and one depends on another."""
        return workspace_packages(self.repository)

    @cached_property
    def tour(self) -> Tour | None:
        """The tour through the source, where there is enough to stop at."""
        return self._guide.tour(self.flows)

    @cached_property
    def walks(self) -> tuple[tuple[Stop, ...], ...]:
        """Each main flow with its branches: functions in the order in which they are called."""
        sizes = (_FIRST_WALK, *[_WALK] * len(self.flows))
        return tuple(
            tuple(self._walker.walk(flow, most, _WALK_ASIDE))
            for flow, most in zip(self.flows, sizes, strict=False)
        )

    @cached_property
    def _guide(self) -> TourGuide:
        return TourGuide(self.repository, self.flow_finder, self.abstractions, self._walker)

    @cached_property
    def _walker(self) -> FlowWalker:
        return FlowWalker(
            self.repository, self.flow_finder, self.abstractions, self._call_conditions
        )

    @cached_property
    def _call_conditions(self) -> CallConditions:
        return CallConditions(self.repository, self._text)

    @cached_property
    def stops(self) -> Mapping[SymbolRef, int]:
        """The definitions at which the tour stops, with the number of the stop."""
        stops = self.tour.stops if self.tour is not None else ()
        return {stop.symbol: number for number, stop in enumerate(stops, 1)}

    @cached_property
    def reading_order(self) -> ReadingOrder:
        """Where to start reading, and what is used everywhere."""
        steps = {step.symbol.path for flow in self.flows for step in flow.steps}
        evidence = Evidence(
            self.statistics.needs.needed_files,
            self.statistics.needs.facades | self._beside,
            [
                each
                for each in self.entry_points
                if each.kind not in OFFERED and is_served(self.repository, each, CODE_ROLES)
            ],
            self.abstractions.symbols,
            steps,
        )
        return reading_order(self.repository, evidence, CODE_ROLES)

    @cached_property
    def _beside(self) -> frozenset[str]:
        """Files about the software, unless they are most of what there is to read."""
        parts = self.statistics.architecture.components
        beside = self.statistics.beside
        return beside if len(beside) < sum(len(part.files) for part in parts) else frozenset()

    @cached_property
    def remoteness(self) -> Remoteness:
        """How far each file is from what the repository offers today."""
        return Remoteness(self.repository)

    @cached_property
    def hot_spots(self) -> Mapping[str, Sequence[HotSpot]]:
        """Folder → the files below it that are both complicated and often changed."""
        return hot_spots(self.repository, CODE_ROLES, self.risk_window, self._aside)

    @cached_property
    def risk_window(self) -> ChangeWindow:
        """The commits by which hot spots are ranked: the last twelve months, or all before too.

        Where code hardly changes any more, what has changed most in the past says more.
        """
        history = self.repository.history
        recent = hot_spots(self.repository, CODE_ROLES, history.window, self._aside)
        return risk_window(recent.get("", ()), history.window, history.past)

    @cached_property
    def _aside(self) -> frozenset[str]:
        """The programs beside the software, such as scripts that install it."""
        return aside_programs(self.repository, CODE_ROLES)

    def _text(self, path: str) -> str:
        """Return a file's text; none of one that is gone since it was discovered."""
        try:
            return self._read_text(path).text
        except OSError:
            return ""
