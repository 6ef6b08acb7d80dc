"""Points at which software is changed: lists, types that are extended, tests that reach code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from mkdocs_repodoc.cache.file_searches import FileSearches
from mkdocs_repodoc.insight.changing.case_names import inner_name
from mkdocs_repodoc.insight.changing.delicate_files import DelicateFiles
from mkdocs_repodoc.insight.changing.entry_groups import EntryGroup, entry_groups
from mkdocs_repodoc.insight.changing.extensible_types import Extensible, extensible_types
from mkdocs_repodoc.insight.changing.lasting_effects import own_functions
from mkdocs_repodoc.insight.changing.lists.registration import Registration
from mkdocs_repodoc.insight.changing.lists.registrations import find_registrations
from mkdocs_repodoc.insight.changing.lists.written_fields import WrittenFields
from mkdocs_repodoc.insight.changing.past_subjects import PastSubjects
from mkdocs_repodoc.insight.changing.reaching_tests import ReachingTests
from mkdocs_repodoc.insight.changing.test_names import TestNames
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository


class ChangeLimits(NamedTuple):
    """How much is told of the parts of the software.

    Attributes:
        lists: Lists of one part that things are added to.
        types: Types of one part that others are made from.
        members: Members of one of these types.
    """

    lists: int
    types: int
    members: int


class ChangePoints:
    """Finds where the software is extended, and which tests say whether that went well.

    Args:
        repository: The linked repository.
        parts: Path of a part of the software → its files.
        central: The key abstractions.
        limits: How much is told.
        read_lines: Path → the lines of the file.
        searches: Looks through the files.
    """

    def __init__(
        self,
        repository: Repository,
        parts: Mapping[str, Sequence[str]],
        central: Sequence[SymbolRef],
        limits: ChangeLimits,
        read_lines: Callable[[str], Sequence[str]],
        *,
        searches: FileSearches,
    ) -> None:
        self._repository = repository
        self._parts = parts
        self._central = central
        self._limits = limits
        self._read_lines = read_lines
        self._searches = searches

    @cached_property
    def reaching(self) -> ReachingTests:
        """Which test cases reach which symbols."""
        return ReachingTests(self._repository)

    @cached_property
    def registrations(self) -> Mapping[str, tuple[Registration, ...]]:
        """Path of a component → the lists in it that new things are added to."""
        return find_registrations(
            self._repository,
            self._parts,
            self._read_lines,
            self._limits.lists,
            self.reaching.is_test_line,
            central=self._central,
            searches=self._searches,
        )

    @cached_property
    def written_fields(self) -> WrittenFields:
        """Where code writes the names of fields."""
        return WrittenFields(self._read_lines, self._searches)

    @cached_property
    def delicate(self) -> DelicateFiles:
        """What makes changes of files delicate by the code in them."""
        own = own_functions(self._repository)
        return DelicateFiles(self._repository.files, self._read_lines, own, self._searches)

    @cached_property
    def entry_groups(self) -> tuple[EntryGroup, ...]:
        """The groups of entry points that the project declares several of."""
        return entry_groups(self._repository, self._read_lines, searches=self._searches)

    @cached_property
    def past_subjects(self) -> PastSubjects:
        """The commits of the past by what their subjects name."""
        return PastSubjects(self._repository)

    @cached_property
    def extensible(self) -> Mapping[str, tuple[Extensible, ...]]:
        """Path of a component → the types in it that several others are made from."""
        return extensible_types(
            self._repository,
            self._parts,
            self._limits.types,
            self._limits.members,
            self.reaching.is_test_line,
        )

    @cached_property
    def cases(self) -> tuple[tuple[SymbolRef, str], ...]:
        """All test cases, each with its name inside the file, without what stands around it."""
        found = []
        for path, file in self._repository.files.items():
            names = set(file.outline.tests)
            for position, symbol in enumerate(file.outline.symbols if names else ()):
                if symbol.name in names:
                    found.append((SymbolRef(path, position), inner_name(symbol.name)))
        return tuple(found)

    @cached_property
    def test_names(self) -> TestNames:
        """What the tests are named after."""
        return TestNames(self._repository, self.cases)
