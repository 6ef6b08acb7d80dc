"""Figures that take a look at the whole repository, worked out once for all pages.

A folder page that counted its subtree anew would make the site's cost quadratic; these sums are
made in one pass over the files and shared by all composers of a run.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from mkdocs_repodoc.insight.architecture.component import Architecture
from mkdocs_repodoc.insight.architecture.components import find_architecture
from mkdocs_repodoc.insight.architecture.platform_files import PlatformFiles, platform_files
from mkdocs_repodoc.insight.bounded_answers import Bounds, bounded
from mkdocs_repodoc.insight.file_needs import FileNeeds
from mkdocs_repodoc.insight.flows.calls.call_graph import CallGraph
from mkdocs_repodoc.insight.periphery.aside_programs import aside_programs
from mkdocs_repodoc.insight.ranks import Ranks
from mkdocs_repodoc.insight.symbols.symbols_by_initial import SymbolsByInitial
from mkdocs_repodoc.insight.symbols.telling_names import telling_names
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.languages.testing.test_runs import RunOfTests, TestedRepository
from mkdocs_repodoc.languages.testing.tested_names import tested_name
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.file_links import Cycle
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository
from mkdocs_repodoc.paths import ancestors, common_folder, name_of


class RepositoryStatistics:
    """Sums and orders over all files of a repository.

    Args:
        repository: The linked repository.
        bounds: The bounds of what takes more than sums.
    """

    def __init__(self, repository: Repository, bounds: Bounds | None = None) -> None:
        self._repository = repository
        self.bounds = bounds or Bounds()

    @cached_property
    def paths(self) -> list[str]:
        """All files, sorted, so that a folder's subtree is one stretch of the list."""
        return sorted(self._repository.files)

    def below(self, folder: str) -> Sequence[str]:
        """Return the paths of all files in a folder and its subfolders."""
        if not folder:
            return self.paths
        start = bisect_left(self.paths, f"{folder}/")
        return self.paths[start : bisect_left(self.paths, f"{folder}0")]  # "0" follows "/"

    def neighbours(self, path: str) -> tuple[str, str]:
        """Return the file before a file and the one after it; empty at the ends."""
        here = bisect_left(self.paths, path)
        before, after = self.paths[max(here - 1, 0) : here], self.paths[here + 1 : here + 2]
        return (*before, "")[0], (*after, "")[0]

    @cached_property
    def needs(self) -> FileNeeds:
        """Which files need which others."""
        return FileNeeds(self._repository, self.bounds)

    @cached_property
    def cycles(self) -> dict[str, list[Cycle]]:
        """Path → the import cycles that the file is part of."""
        cycles: dict[str, list[Cycle]] = {}
        for cycle in self._repository.links.cycles:
            for path in cycle.paths:
                cycles.setdefault(path, []).append(cycle)
        return cycles

    @cached_property
    def ranks(self) -> Ranks:
        """How much of the repository depends on each file."""
        return Ranks(self._repository)

    def is_import(self, path: str, target: str) -> bool:
        """Return whether a file that needs another does so by an import, not implicitly."""
        return target not in self._repository.links.implicit_imports.get(path, ())

    @cached_property
    def inheritance(self) -> Mapping[str, list[tuple[SymbolRef, SymbolRef]]]:
        """Path → pairs of a class and a base of it, at least one of which the file defines."""
        found: dict[str, list[tuple[SymbolRef, SymbolRef]]] = {}
        for ref, bases in self._repository.links.bases.items():
            for base in bases:
                for path in dict.fromkeys((ref.path, base.path)):
                    found.setdefault(path, []).append((ref, base))
        return found

    @cached_property
    def symbol_counts(self) -> Counter[str]:
        """Folder → how many symbols its whole subtree defines."""
        counts: Counter[str] = Counter()
        for path, file in self._repository.files.items():
            for folder in ancestors(path):
                counts[folder] += len(file.outline.symbols)
        return counts

    @bounded("the names that tell what is in a folder", dict)
    def telling_names(self) -> Mapping[str, Sequence[SymbolRef]]:
        """Folder → the public types and functions below it that most files use, by name."""
        return telling_names(self._repository, CODE_ROLES)

    @cached_property
    def heights(self) -> dict[str, int]:
        """Folder → levels of folders below it; 0 for a folder without subfolders."""
        heights: dict[str, int] = {}
        for path in sorted(self._repository.folders, reverse=True):  # subfolders first
            below = self._repository.folders[path].folders
            heights[path] = 1 + max((heights[child] for child in below), default=-1)
        return heights

    @cached_property
    def problems(self) -> tuple[tuple[str, Diagnostic], ...]:
        """Files that could not be read in full, with what was wrong."""
        return tuple(
            (path, diagnostic)
            for path, file in self._repository.files.items()
            for diagnostic in file.outline.diagnostics
            if diagnostic.severity != "info"
        )

    @cached_property
    def folder_cycles(self) -> dict[str, list[Cycle]]:
        """Folder → the import cycles that it is the innermost folder around."""
        cycles: dict[str, list[Cycle]] = {}
        for cycle in self._repository.links.cycles:
            cycles.setdefault(common_folder(cycle.paths), []).append(cycle)
        return cycles

    @cached_property
    def deep_cycle_counts(self) -> Counter[str]:
        """Folder → how many import cycles lie wholly in its subtree."""
        counts: Counter[str] = Counter()
        for folder, cycles in self.folder_cycles.items():
            for around in (folder, *ancestors(folder)):
                counts[around] += len(cycles)
        return counts

    @cached_property
    def by_initial(self) -> SymbolsByInitial:
        """All symbols by the initials under which they are filed."""
        return SymbolsByInitial(self._repository, self.paths)

    @cached_property
    def written_by_initial(self) -> SymbolsByInitial:
        """The same symbols, but for those of files that a program has written."""
        files = self._repository.files
        written = [path for path in self.paths if not files[path].source.is_made]
        return SymbolsByInitial(self._repository, written)

    @cached_property
    def modules(self) -> dict[str, str]:
        """Dotted name of a module → its file; a package's is its initialiser."""
        return {file.module: path for path, file in self._repository.files.items() if file.module}

    @bounded("the components", lambda: Architecture((), Counter(), {}))
    def architecture(self) -> Architecture:
        """The repository's components and the imports between them, those for types aside."""
        needed, facades = self.needs.all_needed, self.needs.facades
        return find_architecture(self._repository, needed, CODE_ROLES, facades)

    @bounded("which files stand for one another on different platforms", list)
    def platform_files(self) -> list[PlatformFiles]:
        """The files that stand for one another on different platforms."""
        parts = (*self.architecture.components, *self.architecture.others)
        paths = sorted(path for part in parts for path in (*part.files, *part.further))
        return platform_files(self._repository, paths)

    @cached_property
    def beside(self) -> frozenset[str]:
        """The files of folders that are about the software and not part of it.

        A program that lies among scripts at the top and imports the software is part of it.
        """
        parts = self.architecture.beside
        found = frozenset(path for part in parts for path in part.files)
        loose = {path for part in parts if not part.whole for path in part.files}
        return found - {path for path in loose if self._starts_software(path, found)}

    def _starts_software(self, path: str, beside: frozenset[str]) -> bool:
        role = self._repository.files[path].role
        own = self.needs.needed_files.get(path, frozenset()) - beside
        return role in CODE_ROLES - {"script"} and bool(own)

    @bounded("which programs are not the software", frozenset)
    def aside(self) -> frozenset[str]:
        """The files whose options and exit statuses are not those of the software."""
        return self.beside | aside_programs(self._repository, CODE_ROLES)

    @cached_property
    def calls(self) -> CallGraph:
        """Who calls whom."""
        return CallGraph(self._repository, self.bounds)

    @cached_property
    def _tested(self) -> TestedRepository:
        files = self._repository.files
        folders = self._repository.folders
        outlines = {path: file.outline for path, file in files.items()}
        return TestedRepository(outlines, lambda folder: folders[folder].files)

    def run_of_test(self, path: str) -> RunOfTests | None:
        """Return how a test is run; `None` where nothing shows it."""
        part = language_named(self._repository.files[path].source.language).test_runs
        return None if isinstance(part, Absent) else part.load()(self._tested, path)

    @cached_property
    def namesake_tests(self) -> Mapping[str, tuple[str, ...]]:
        """Bare name of a module → the tests named after it: `app` → `tests/test_app.py`."""
        found: dict[str, tuple[str, ...]] = {}
        for path, file in self._repository.files.items():
            if file.role == "test":
                bare = tested_name(path)
                found[bare] = (*found.get(bare, ()), path)
        return found

    @cached_property
    def tests_named_after(self) -> Mapping[str, tuple[str, ...]]:
        """File of the software → the tests that have its name, if no other such file has it."""
        found: dict[str, list[str]] = {}
        for path, file in self._repository.files.items():
            if file.role in CODE_ROLES:
                found.setdefault(name_of(path).partition(".")[0], []).append(path)
        return {
            paths[0]: self.namesake_tests[bare]
            for bare, paths in found.items()
            if len(paths) == 1 and bare in self.namesake_tests
        }
