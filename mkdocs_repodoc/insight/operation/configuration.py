"""Options, environment variables, settings and defaults: all that one can configure.

Each is a line of code; a convention of names decides only which types hold settings and which
constants are defaults.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from msgspec import structs

from mkdocs_repodoc.insight.operation.defaults.default_constants import default_constants
from mkdocs_repodoc.insight.operation.defaults.fallback_defaults import FallbackDefaults
from mkdocs_repodoc.insight.operation.defaults.field_defaults import FieldDefault, field_defaults
from mkdocs_repodoc.insight.operation.defaults.named_defaults import with_value
from mkdocs_repodoc.insight.operation.defaults.named_values import NamedValues
from mkdocs_repodoc.insight.operation.defaults.taken_defaults import completed, taken_defaults
from mkdocs_repodoc.insight.operation.option_commands import with_commands
from mkdocs_repodoc.insight.operation.other_programs import without_other_programs
from mkdocs_repodoc.insight.operation.own_settings_files import own_settings_files
from mkdocs_repodoc.insight.operation.paired_options import paired
from mkdocs_repodoc.insight.operation.read_variables import read_variables
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
    TypeDefaults,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
    Role,
)
from mkdocs_repodoc.text.settings_files import is_sample

_MESSAGE = re.compile(r"(?:^|[\W_])(?:msg|message|err|errs|error|errors|text|reason|hint)$")
"""What a function says of settings, which is none of them."""
_COLLECTS = re.compile(r"append\(")
"""A value that is a list with one more entry, which is no setting."""
_TELLING_FIELDS = 4
"""Fields of a type that is what its file is about."""
_SCHEMA_KEYS = frozenset({"$schema", "properties"})


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


def configuration(
    repository: Repository,
    paths: Iterable[str],
    aside: Collection[str],
    code_roles: frozenset[Role],
    test_roles: frozenset[Role],
    *,
    helped: Iterable[tuple[str, EnvironmentVariable]] = (),
    installed: Collection[str] = (),
) -> Configuration:
    """Return what files let one configure.

    Args:
        repository: The linked repository.
        paths: The files.
        aside: Files beside the software, such as scripts; their options are told apart, and
            what else they have comes last.
        code_roles: Roles of the files that make up the software itself.
        test_roles: Roles of tests and what supports them.
        helped: Path and variable of the places that hand a name to a function which reads it.
        installed: The files that commands start which the project installs.
    """
    found = Configuration()
    written: list[tuple[str, TypeDefaults]] = []
    ordered = sorted(paths, key=lambda path: (path in aside, path))
    for path in ordered:
        file = repository.files[path]
        if is_sample(path) and file.role not in test_roles:
            found.samples.append(path)
        if file.role in code_roles and file.role != "stub" and not file.source.origin:
            written += [(path, each) for each in file.outline.facts_of(TypeDefaults)]
            _add_code(found, file, is_aside=path in aside)
        elif file.role not in test_roles and _is_schema(file):
            found.schemas.append(path)
    code = [each for each in repository.files.values() if each.role in code_roles]
    told = with_commands(repository, found.options)
    own, others = without_other_programs(repository, told, code, installed)
    found.options, found.aside_options = own, [*found.aside_options, *others]
    _complete(found, repository, code, written)
    files = [repository.files[path] for path in ordered]
    found.variables, found.test_variables = read_variables(files, test_roles, helped)
    found.own_variables = _own(found, {each.path for each in code}.difference(aside))
    by_name = sorted(found.variables.items(), key=lambda each: each[0])
    found.variables = dict(sorted(by_name, key=lambda each: each[0] not in found.own_variables))
    return found


def _own(found: Configuration, own: Collection[str]) -> frozenset[str]:
    """Return the variables that files of the software itself read."""
    return frozenset(
        name for name, reads in found.variables.items() if any(path in own for path, _ in reads)
    )


def _complete(
    found: Configuration,
    repository: Repository,
    code: Collection[RepoFile],
    written: list[tuple[str, TypeDefaults]],
) -> None:
    """Give options, fields and lists the defaults and types that stand elsewhere."""
    values = NamedValues(repository, code, written)
    fallbacks = FallbackDefaults(repository, code)
    found.options = [
        (path, with_value(repository, path, fallbacks.completed(path, each), values))
        for path, each in found.options
    ]
    taken = taken_defaults(repository, found.types, found.lists)
    found.field_defaults = {
        **fallbacks.of_fields(found.types),
        **field_defaults(repository, found.types, [*written, *taken]),
    }
    told = {(path, each.line) for path, each in taken}
    found.lists = [
        (path, _valued(path, completed(repository, path, each), values))
        for path, each in found.lists
        if (path, each.line) not in told
    ]


def _valued(path: str, listed: SettingsList, values: NamedValues) -> SettingsList:
    """Return a list of settings with the literals that their defaults name."""
    settings = (
        structs.replace(each, default=values.literal(each.default, path, each.line) or each.default)
        for each in listed.settings
    )
    return structs.replace(listed, settings=tuple(settings))


def _add_code(found: Configuration, file: RepoFile, *, is_aside: bool) -> None:
    """Add the options and settings that a file of the software declares."""
    path, outline = file.path, file.outline
    options = found.aside_options if is_aside else found.options
    options += [(path, option) for option in paired(outline.options)]
    found.tables += [(path, each) for each in outline.facts_of(SettingsTable)]
    found.types += settings_types(file)
    listed = list(outline.facts_of(SettingsList))
    found.lists += [(path, each) for each in listed]
    found.defaults += default_constants(file, {each.name for each in listed})
    found.started += started_types(file)
    if not is_aside:
        _add_surroundings(found, file)


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
        if not _MESSAGE.search(each.target) and not _COLLECTS.match(each.value)
    ]
    found.adjusted += [(file.path, each) for each in adjusted]
    for use in file.outline.facts_of(EnvironmentUse):
        found.unnamed_reads.append((file.path, use.line))


def _is_schema(file: RepoFile) -> bool:
    return _SCHEMA_KEYS.issubset(symbol.name for symbol in file.outline.symbols[:20])
