"""The insight into how the software runs: errors, statuses, variables of the environment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from mkdocs_repodoc.insight.bounded_answers import Bounds, bounded, bounded_or
from mkdocs_repodoc.insight.flows.calls.call_hierarchy import CallHierarchy
from mkdocs_repodoc.insight.flows.calls.caught_errors import CaughtErrors
from mkdocs_repodoc.insight.operation.configuration import ConfigurationFinder
from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.defaults.named_values import LastNames
from mkdocs_repodoc.insight.operation.environment.found_variables import found_variables
from mkdocs_repodoc.insight.operation.environment.variable_families import (
    VariableFamily,
    variable_families,
)
from mkdocs_repodoc.insight.operation.error_path_finder import error_paths
from mkdocs_repodoc.insight.operation.error_paths import ErrorPaths
from mkdocs_repodoc.insight.operation.failures import FailureFinder, Failures
from mkdocs_repodoc.insight.operation.statuses.returned_statuses import returned_statuses
from mkdocs_repodoc.insight.operation.statuses.status_finder import Exit
from mkdocs_repodoc.insight.operation.statuses.status_groups import (
    GroupedStatuses,
    grouped_statuses,
)
from mkdocs_repodoc.insight.operation.ways_to_test import WayToTest, ways_to_test
from mkdocs_repodoc.insight.periphery.aside_programs import started_files
from mkdocs_repodoc.insight.periphery.customary_folders import is_beside_software
from mkdocs_repodoc.insight.statistics import RepositoryStatistics
from mkdocs_repodoc.model.facts import EnvironmentVariable
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES, Repository

_CONFIGURED = "how the software is configured"
_FAILING = "how the software fails"


def _none() -> None:
    """Return what stands for a finder that could not be made."""


class OperationInsight:
    """What the software reports, how it ends and what it reads of its environment.

    Args:
        repository: The linked repository.
        statistics: What takes a look at the whole repository.
        call_hierarchy: Makes the callees and callers of all functions.
        read_text: Path → the file's text.
        bounds: The bounds of the answers.
    """

    def __init__(
        self,
        repository: Repository,
        statistics: RepositoryStatistics,
        call_hierarchy: Callable[[], CallHierarchy],
        read_text: Callable[[str], str],
        bounds: Bounds,
    ) -> None:
        self.bounds = bounds
        self._repository = repository
        self._statistics = statistics
        self._call_hierarchy = call_hierarchy
        self._read_text = read_text

    @bounded_or(
        "what is reported as errors",
        lambda self: error_paths(replace(self._repository, files={}), (), CODE_ROLES),
    )
    def error_paths(self) -> ErrorPaths:
        """What the software reports as errors, and what becomes of those that it catches."""
        aside = self._statistics.aside
        paths = [path for path in self._statistics.paths if path not in aside]
        return error_paths(self._repository, paths, CODE_ROLES)

    @cached_property
    def caught_errors(self) -> CaughtErrors:
        """Where the software catches what it reports."""
        hierarchy = self._call_hierarchy()
        return CaughtErrors(self._repository, hierarchy, self.error_paths, CODE_ROLES)

    def configuration(self, paths: Iterable[str]) -> Configuration:
        """Return what files let one configure."""
        finder = self._configurations
        if finder is None:
            return Configuration()
        return self.bounds.answer(_CONFIGURED, lambda: finder.of(paths), Configuration)

    @bounded(_CONFIGURED, _none)
    def _configurations(self) -> ConfigurationFinder | None:
        return ConfigurationFinder(
            self._repository,
            self.last_names,
            self._statistics.aside,
            CODE_ROLES,
            TEST_ROLES,
            helped=self.helped_variables,
            installed=started_files(self._repository),
        )

    def failures(self, paths: Iterable[str]) -> Failures:
        """Return how the code of files fails."""
        finder = self._failures
        if finder is None:
            return Failures()
        return self.bounds.answer(_FAILING, lambda: finder.of(paths), Failures)

    @bounded(_FAILING, _none)
    def _failures(self) -> FailureFinder | None:
        return FailureFinder(
            self._repository,
            self._statistics.aside,
            CODE_ROLES,
            returned=self.returned_statuses,
            grouped=self.grouped_statuses,
        )

    @cached_property
    def last_names(self) -> LastNames:
        """The values and functions of the software itself, by the last part of their names."""
        files = self._repository.files.values()
        return LastNames([each for each in files if each.role in CODE_ROLES], self.bounds)

    @bounded("which variables of the environment helpers read", tuple)
    def helped_variables(self) -> tuple[tuple[str, EnvironmentVariable], ...]:
        """Path and variable of what functions read that are given a name, or copies hold."""
        roles = CODE_ROLES, TEST_ROLES
        return tuple(found_variables(self._repository, self._read_text, *roles))

    @bounded("which variables of the environment belong together", tuple)
    def variable_families(self) -> Sequence[VariableFamily]:
        """The environment variables that the software reads by what their names begin with."""
        reads = self.configuration(self._repository.files).unnamed_reads
        return variable_families(self._repository, reads, self._read_text)

    @bounded("which constants are statuses", GroupedStatuses)
    def grouped_statuses(self) -> GroupedStatuses:
        """Where code gives a status by a constant of those that the program ends with."""
        known = self.returned_statuses
        return grouped_statuses(self._repository, self._read_text, CODE_ROLES, known)

    @bounded("which statuses functions return", dict)
    def returned_statuses(self) -> Mapping[Exit, tuple[Exit, ...]]:
        """How the program ends by an expression → the exits with numbers that this stands for."""
        return returned_statuses(self._repository, self._read_text, CODE_ROLES)

    @bounded("how tests are run", tuple)
    def ways_to_test(self) -> tuple[WayToTest, ...]:
        """What runs the tests, that of most cases first."""
        return ways_to_test(self._repository, self._statistics.run_of_test, is_beside_software)
