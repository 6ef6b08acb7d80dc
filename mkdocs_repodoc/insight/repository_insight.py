"""The insight into one repository as a whole: each answer worked out once, on first use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import chain

from mkdocs_repodoc.insight.architecture.key_abstractions import AbstractionFinder, KeyAbstractions
from mkdocs_repodoc.insight.bounded_answers import bounded
from mkdocs_repodoc.insight.code_insight import CodeInsight
from mkdocs_repodoc.insight.examples.opening_example import ExampleFinder, OpeningExample
from mkdocs_repodoc.insight.flows.calls.call_conditions import CallConditions
from mkdocs_repodoc.insight.flows.calls.call_hierarchy import CallHierarchy
from mkdocs_repodoc.insight.flows.calls.indirect_calls import IndirectCalls
from mkdocs_repodoc.insight.flows.entries.entry_point import OFFERED, EntryPoint
from mkdocs_repodoc.insight.flows.entries.entry_points import entry_points
from mkdocs_repodoc.insight.flows.entries.subcommands import handled_commands
from mkdocs_repodoc.insight.flows.flow import Flow
from mkdocs_repodoc.insight.flows.main_flows import MOST_FLOWS, FlowFinder
from mkdocs_repodoc.insight.operation.environment.variable_comments import (
    VariableComment,
    variable_comments,
)
from mkdocs_repodoc.insight.operation_insight import OperationInsight
from mkdocs_repodoc.insight.reading.reading_order import Evidence, ReadingOrder, reading_order
from mkdocs_repodoc.insight.reading.served_applications import is_served
from mkdocs_repodoc.insight.reading.shown_names import ShownNames
from mkdocs_repodoc.insight.reading.stops import Stop
from mkdocs_repodoc.insight.reading.tour import Tour, TourGuide
from mkdocs_repodoc.insight.reading.walks import FlowWalker
from mkdocs_repodoc.model.facts import EnvironmentVariable
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES

_FIRST_WALK = 20
"""Functions that the book follows of the first main flow."""
_WALK = 9
"""Functions that it follows of each further one."""
_WALK_ASIDE = 8
"""Further calls that it names of each function."""


def _none() -> None:
    """Return what stands for an answer of which there may be none."""


class RepositoryInsight(CodeInsight):
    """Flows, abstractions and orders that several pages show, beside what is said of the code."""

    @bounded("where the software is entered", tuple)
    def entry_points(self) -> tuple[EntryPoint, ...]:
        """Where the software is entered, the most certain kinds first."""
        modules = self.statistics.modules
        calls = self.statistics.calls
        found = list(entry_points(self.repository, modules, self._exports, calls, CODE_ROLES))
        programs = [each for each in found if each.kind == "command"]
        kept = chain.from_iterable(self._indirect_calls.handlers.kept.values())
        found += handled_commands(programs, kept)
        example = self.opening_example
        if example is None:
            return tuple(found)
        document = SymbolRef.of_file(example.path)
        return (*found, EntryPoint(document, "example", example.path))

    @bounded("the main flows", tuple)
    def flows(self) -> tuple[Flow, ...]:
        """The main flows, those that begin at a command or an application first."""
        return self.flow_finder.main_flows(self.entry_points, MOST_FLOWS)

    @cached_property
    def flow_finder(self) -> FlowFinder:
        """What follows calls from a function on."""
        finder = self._new_finder()
        if (example := self.opening_example) is not None:
            document = SymbolRef.of_file(example.path)
            self.bounds.answer(
                "what the first example of the documents comes to",
                lambda: finder.add_example(document, example.callees, example.outcomes),
                _none,
            )
        return finder

    @bounded("the first example of the documents", _none)
    def opening_example(self) -> OpeningExample | None:
        """The first use of the software that its documents show."""
        finder = self._new_finder()
        code = [self.repository.files[path] for path in sorted(self.code)]
        return ExampleFinder(self.repository, code, self._exports, finder, self._text).find()

    def _new_finder(self) -> FlowFinder:
        return FlowFinder(
            self.repository,
            self.statistics.calls,
            self._indirect_calls,
            CODE_ROLES,
            self._shown_names,
            conditions=self._call_conditions,
        )

    @cached_property
    def _indirect_calls(self) -> IndirectCalls:
        return IndirectCalls.of(self.repository, CODE_ROLES, self._call_conditions, self.bounds)

    def _shown_names(self, public_name: str) -> int:
        return self._shown.count(public_name)

    @cached_property
    def _shown(self) -> ShownNames:
        return ShownNames(self.repository, self._text)

    @cached_property
    def call_hierarchy(self) -> CallHierarchy:
        """The callees and callers of all functions."""
        return CallHierarchy(
            self.repository,
            self.statistics.calls,
            self._indirect_calls,
            CODE_ROLES,
            bounds=self.bounds,
        )

    @bounded("the key types", lambda: KeyAbstractions((), (), {}))
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
            self.repository, self.statistics, lambda: self.call_hierarchy, self._text, self.bounds
        )

    @bounded("comments on variables of the environment", dict)
    def variable_comments(self) -> Mapping[str, VariableComment]:
        """Name of an environment variable → the comment in the software that is about it."""
        files = self.repository.files.values()
        read = (each for file in files for each in file.outline.facts_of(EnvironmentVariable))
        helped = (each for _, each in self.operation.helped_variables)
        names = {variable.name for variable in chain(read, helped)}
        return variable_comments(names, self.code, self._read_text, self.searches)

    @bounded("the tour of the source", _none)
    def tour(self) -> Tour | None:
        """The tour through the source, where there is enough to stop at."""
        return self._guide.tour(self.flows)

    @bounded("what the main flows call", tuple)
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
            self.repository,
            self.flow_finder,
            self.abstractions,
            self._call_conditions,
            CODE_ROLES,
        )

    @cached_property
    def _call_conditions(self) -> CallConditions:
        return CallConditions(self.repository, self._text)

    @cached_property
    def stops(self) -> Mapping[SymbolRef, int]:
        """The definitions at which the tour stops, with the number of the stop."""
        stops = self.tour.stops if self.tour is not None else ()
        return {stop.symbol: number for number, stop in enumerate(stops, 1)}

    @bounded("where to start reading", lambda: ReadingOrder((), (), 0))
    def reading_order(self) -> ReadingOrder:
        """Where to start reading, and what is used everywhere."""
        steps = {step.symbol.path for flow in self.flows for step in flow.steps}
        evidence = Evidence(
            self.statistics.needs.needed_files,
            self._beside,
            self.statistics.needs.facades,
            [
                each
                for each in self.entry_points
                if each.kind not in OFFERED and is_served(self.repository, each, CODE_ROLES)
            ],
            self.abstractions.symbols,
            steps,
        )
        return reading_order(self.repository, evidence, CODE_ROLES)
