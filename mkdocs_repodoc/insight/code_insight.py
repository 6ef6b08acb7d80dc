"""Questions about the code of the repository: its parts, their ties, what is at risk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from mkdocs_repodoc.cache.file_searches import FileSearches
from mkdocs_repodoc.insight.architecture.part_wires import PartWires
from mkdocs_repodoc.insight.architecture.type_profiler import TypeProfiler
from mkdocs_repodoc.insight.architecture.undrawn_ties import UndrawnTies, undrawn_ties
from mkdocs_repodoc.insight.architecture.wiring import Wiring
from mkdocs_repodoc.insight.bounded_answers import Bounds, bounded
from mkdocs_repodoc.insight.hot_spots import HotSpot, hot_spots, risk_window
from mkdocs_repodoc.insight.periphery.aside_programs import aside_programs, opens_tests
from mkdocs_repodoc.insight.periphery.remoteness import Remoteness
from mkdocs_repodoc.insight.statistics import RepositoryStatistics
from mkdocs_repodoc.insight.symbols.full_names import FullNames
from mkdocs_repodoc.insight.symbols.namesakes import Namesakes
from mkdocs_repodoc.insight.workspace_packages import WorkspacePackage, workspace_packages
from mkdocs_repodoc.model.files import ChangeWindow
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES, Repository
from mkdocs_repodoc.text.source_text import SourceText


class CodeInsight:
    """Sums, parts and ties of the code that several pages show.

    Args:
        repository: The linked repository.
        exports: Path → what `from … import *` takes from the file: name → its definition.
        read_text: Path → the file's decoded text.
        searches: What looks through the texts of files, one by one.
        bounds: What working answers out may take, and which could not be.

    Attributes:
        bounds: The same.
    """

    def __init__(
        self,
        repository: Repository,
        exports: Callable[[str], Mapping[str, SymbolRef]],
        read_text: Callable[[str], SourceText],
        searches: FileSearches | None = None,
        bounds: Bounds | None = None,
    ) -> None:
        self.bounds = bounds or Bounds()
        self.repository = repository
        self._exports = exports
        self._read_text = read_text
        self.searches = searches or FileSearches()

    @cached_property
    def statistics(self) -> RepositoryStatistics:
        """What takes a look at the whole repository."""
        return RepositoryStatistics(self.repository, self.bounds)

    @bounded("which files make up the software", frozenset)
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
    def full_names(self) -> FullNames:
        """The packages that code names in full, without importing them."""
        return FullNames(self.repository, lambda path: self._read_text(path).text)

    @cached_property
    def wiring(self) -> Wiring:
        """The wires between the files of the software."""
        return Wiring(self.repository, self.code, self.bounds)

    @cached_property
    def part_wires(self) -> PartWires:
        """The wires between the components."""
        return PartWires(self.repository, self.statistics.architecture, self.wiring)

    @bounded("the ties between parts that are not drawn", lambda: UndrawnTies((), ()))
    def undrawn_ties(self) -> UndrawnTies:
        """The ties between the components that are none of their edges."""
        wired = self.part_wires.pairs
        return undrawn_ties(self.repository, self.statistics.architecture, wired)

    @cached_property
    def namesakes(self) -> Namesakes:
        """What tells definitions of one name apart."""
        return Namesakes(self.repository, self.code, self.bounds)

    @cached_property
    def type_profiles(self) -> TypeProfiler:
        """What makes the profile of a type."""
        return TypeProfiler(self.repository, self.code, self.bounds)

    @bounded("which packages there are", tuple)
    def packages(self) -> tuple[WorkspacePackage, ...]:
        """The packages, where there are several and one depends on another."""
        return workspace_packages(self.repository)

    @cached_property
    def _beside(self) -> frozenset[str]:
        """Files about the software, unless they are most of what there is to read."""
        parts = self.statistics.architecture.components
        beside = self.statistics.beside
        return beside if len(beside) < sum(len(part.files) for part in parts) else frozenset()

    @cached_property
    def remoteness(self) -> Remoteness:
        """How far each file is from what the repository offers today."""
        return Remoteness(self.repository, self.bounds)

    @bounded("where risk is", dict)
    def hot_spots(self) -> Mapping[str, Sequence[HotSpot]]:
        """Folder → the files below it that are both complicated and often changed."""
        return hot_spots(self.repository, CODE_ROLES, self.risk_window, self._aside)

    @bounded("the commits that risk is ranked by", ChangeWindow)
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
