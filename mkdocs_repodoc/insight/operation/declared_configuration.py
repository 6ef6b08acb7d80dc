"""Options, settings and variables of files, as their own code declares them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from mkdocs_repodoc.insight.operation.defaults.default_constants import default_constants
from mkdocs_repodoc.insight.operation.defaults.field_defaults import FieldDefault
from mkdocs_repodoc.insight.operation.own_settings_files import own_settings_files
from mkdocs_repodoc.insight.operation.paired_options import paired
from mkdocs_repodoc.insight.operation.settings_types import settings_types
from mkdocs_repodoc.insight.operation.started_types import StartedType, started_types
from mkdocs_repodoc.insight.operation.tested_lines import is_tested_by
from mkdocs_repodoc.model.facts import (
    AdjustedSetting,
    EnvironmentPrefix,
    EnvironmentUse,
    EnvironmentVariable,
    GivenVariable,
    SettingsList,
    SettingsTable,
)
from mkdocs_repodoc.model.kinds import NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.model.repository import RepoFile

_MESSAGE = re.compile(r"(?:^|[\W_])(?:msg|message|err|errs|error|errors|text|reason|hint)$")
"""What a function says of settings, which is none of them."""
_COMPUTED = re.compile(r"\[(?![\"'`:\]])")
"""A target whose place is worked out: no setting has such a name."""
_COLLECTS = re.compile(r"append\(")
"""A value that is a list with one more entry, which is no setting."""
_TELLING_FIELDS = 4
"""Fields of a type that is what its file is about."""


@dataclass(slots=True)
class Configuration:
    """What some files let one configure, each with the file and line that show it."""

    options: list[tuple[str, Option]] = field(default_factory=list)
    aside_options: list[tuple[str, Option]] = field(default_factory=list)
    """Options of programs beside the software."""
    variables: dict[str, list[tuple[str, EnvironmentVariable]]] = field(default_factory=dict)
    """Name → where it is read, in code that is no test."""
    own_variables: frozenset[str] = frozenset()
    """Names of those that the software itself reads; what builds, tests or documents it is not."""
    test_variables: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Name of one that only tests read → path and line of the first that does."""
    tables: list[tuple[str, SettingsTable]] = field(default_factory=list)
    types: list[tuple[SymbolRef, tuple[SymbolRef, ...]]] = field(default_factory=list)
    """Types that hold settings, and their fields."""
    field_defaults: Mapping[SymbolRef, FieldDefault] = field(default_factory=dict)
    """Fields of these types whose defaults stand elsewhere."""
    defaults: list[SymbolRef] = field(default_factory=list)
    """Constants that are defaults or limits."""
    started: list[StartedType] = field(default_factory=list)
    schemas: list[str] = field(default_factory=list)
    """JSON schemas of settings files, or of other data."""
    lists: list[tuple[str, SettingsList]] = field(default_factory=list)
    given: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Name of an environment variable that the software sets → path and line of the first time."""
    files: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """Name of a settings file → where code has it as a text."""
    adjusted: list[tuple[str, AdjustedSetting]] = field(default_factory=list)
    """What functions that check or complete settings set."""
    samples: list[str] = field(default_factory=list)
    """Settings files for people to copy and fill in."""
    unnamed_reads: list[tuple[str, int]] = field(default_factory=list)
    """Where the software uses the environment without a literal name."""
    prefixes: list[tuple[str, EnvironmentPrefix]] = field(default_factory=list)
    """What the names of variables begin with that set any option."""

    def add(self, other: Configuration) -> None:
        """Add what one more file declares, as `declared_in` returns it."""
        self.options += other.options
        self.aside_options += other.aside_options
        self.tables += other.tables
        self.types += other.types
        self.lists += other.lists
        self.defaults += other.defaults
        self.started += other.started
        self.prefixes += other.prefixes
        self.adjusted += other.adjusted
        self.unnamed_reads += other.unnamed_reads
        for name, line in other.given.items():
            self.given.setdefault(name, line)
        for name, lines in other.files.items():
            self.files.setdefault(name, []).extend(lines)

    @property
    def paths(self) -> set[str]:
        """The files that show any of it, tests aside."""
        return {
            *(path for path, _ in (*self.options, *self.aside_options)),
            *(path for reads in self.variables.values() for path, _ in reads),
            *(path for path, _ in (*self.tables, *self.lists, *self.prefixes)),
            *(path for each in self.files.values() for path, _ in each),
            *(ref.path for ref, _ in self.types),
            *(ref.path for ref in self.defaults),
            *(each.symbol.path for each in self.started),
            *self.schemas,
            *self.samples,
        }

    @property
    def declaring(self) -> set[str]:
        """The files that declare options and settings, not those that only have some default."""
        return {
            *(path for path, _ in (*self.options, *self.tables, *self.lists)),
            *(ref.path for ref, fields in self.types if len(fields) >= _TELLING_FIELDS),
        }


def declared_in(file: RepoFile, *, is_aside: bool) -> Configuration:
    """Return the options and settings that a file of the software declares.

    Args:
        file: The file.
        is_aside: Whether it is of a program beside the software.
    """
    found = Configuration()
    path, outline = file.path, file.outline
    options = found.aside_options if is_aside else found.options
    options += [(path, option) for option in paired(outline.options)]
    found.tables += [(path, each) for each in outline.facts_of(SettingsTable)]
    listed = list(outline.facts_of(SettingsList))
    told = {each.line for each in outline.options}
    told |= {each.line for one in listed for each in one.settings}
    single = _declaring_one(file, told)
    if not is_aside:  # what a benchmark makes up in place of settings, nobody sets
        found.types += [each for each in settings_types(file) if each[0].position not in single]
    found.lists += [(path, each) for each in listed]
    fields = {ref for _, each in found.types for ref in each}
    constants = default_constants(file, {each.name for each in listed})
    found.defaults += [
        each for each in constants if each not in fields and each.position not in single
    ]
    found.started += started_types(file)
    if not is_aside:
        _add_surroundings(found, file)
    return found


def _declaring_one(file: RepoFile, told: AbstractSet[int]) -> AbstractSet[int]:
    """Return the positions of types that declare one option or setting each, and of their members.

    Args:
        file: The file.
        told: The lines of its options and settings.
    """
    symbols = file.outline.symbols
    bodies = [
        range(each.line, each.end_line + 1)
        for each in symbols
        if each.kind in NOUNS
        and each.line != each.end_line
        and sum(line in told for line in range(each.line, each.end_line + 1)) == 1
    ]
    return {
        position
        for position, each in enumerate(symbols)
        if any(each.line in body for body in bodies)
    }


def _add_surroundings(found: Configuration, file: RepoFile) -> None:
    """Add what a file of the software has to do with the environment and settings files."""
    is_tested = is_tested_by(file)
    for given in file.outline.facts_of(GivenVariable):
        if not is_tested(given.line):
            found.given.setdefault(given.name, (file.path, given.line))
    for named in own_settings_files(file):
        found.files.setdefault(named.name, []).append((file.path, named.line))
    found.prefixes += [(file.path, each) for each in file.outline.facts_of(EnvironmentPrefix)]
    facts = file.outline.facts_of(AdjustedSetting)
    adjusted = [
        each
        for each in facts
        if not _MESSAGE.search(each.target)
        and not _COLLECTS.match(each.value)
        and not _COMPUTED.search(each.target)
    ]
    found.adjusted += [(file.path, each) for each in adjusted]
    for use in file.outline.facts_of(EnvironmentUse):
        found.unnamed_reads.append((file.path, use.line))
