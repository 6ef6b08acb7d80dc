"""Options, environment variables, settings and defaults: all that one can configure.

Each is a line of code; a convention of names decides only which types hold settings and which
constants are defaults.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from msgspec import structs

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration, declared_in
from mkdocs_repodoc.insight.operation.defaults.fallback_defaults import FallbackDefaults
from mkdocs_repodoc.insight.operation.defaults.field_defaults import field_defaults
from mkdocs_repodoc.insight.operation.defaults.held_values import HeldValues
from mkdocs_repodoc.insight.operation.defaults.named_defaults import with_value
from mkdocs_repodoc.insight.operation.defaults.named_values import LastNames, NamedValues
from mkdocs_repodoc.insight.operation.defaults.taken_defaults import completed, taken_defaults
from mkdocs_repodoc.insight.operation.defaults.worked_out_numbers import worked_out
from mkdocs_repodoc.insight.operation.embedded_options import with_embedded
from mkdocs_repodoc.insight.operation.installed_programs import programs_by_file, with_programs
from mkdocs_repodoc.insight.operation.option_commands import with_commands, without_roots
from mkdocs_repodoc.insight.operation.other_programs import OtherPrograms
from mkdocs_repodoc.insight.operation.read_variables import read_variables
from mkdocs_repodoc.model.facts import EnvironmentVariable, SettingsList, TypeDefaults
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
    Role,
)
from mkdocs_repodoc.text.settings_files import is_sample

_SCHEMA_KEYS = frozenset({"$schema", "properties"})


class ConfigurationFinder:
    """Finds what files let one configure.

    Each folder's page asks for its files: what one file declares is looked at once, as is what all
    code is asked for.

    Args:
        repository: The linked repository.
        names: The names of the software itself.
        aside: Files beside the software, such as scripts; their options are told apart, and
            what else they have comes last.
        code_roles: Roles of the files that make up the software itself.
        test_roles: Roles of tests and what supports them.
        helped: Path and variable of the places that hand a name to a function which reads it.
        installed: The files that commands start which the project installs.
    """

    def __init__(
        self,
        repository: Repository,
        names: LastNames,
        aside: Collection[str],
        code_roles: frozenset[Role],
        test_roles: frozenset[Role],
        *,
        helped: Iterable[tuple[str, EnvironmentVariable]] = (),
        installed: Collection[str] = (),
    ) -> None:
        self._repository = repository
        self._names = names
        self._aside = aside
        self._code_roles = code_roles
        self._test_roles = test_roles
        self._helped = tuple(helped)
        files = repository.files
        code = [each for each in files.values() if each.role in code_roles]
        self._own = {each.path for each in code}.difference(aside)
        self._fallbacks = FallbackDefaults(repository, code)
        self._started = programs_by_file(repository)
        self._programs = OtherPrograms(repository, code, installed)
        self._values = HeldValues(code, names.bounds)
        self._declared = cache(lambda path: declared_in(files[path], is_aside=path in aside))

    def of(self, paths: Iterable[str]) -> Configuration:
        """Return what files let one configure."""
        found = Configuration()
        written: list[tuple[str, TypeDefaults]] = []
        ordered = sorted(paths, key=lambda path: (path in self._aside, path))
        files = [self._repository.files[path] for path in ordered]
        for path, file in zip(ordered, files, strict=True):
            if is_sample(path) and file.role not in self._test_roles:
                found.samples.append(path)
            if file.role in self._code_roles and file.role != "stub" and not file.source.origin:
                written += [(path, each) for each in file.outline.facts_of(TypeDefaults)]
                found.add(self._declared(path))
            elif file.role not in self._test_roles and _is_schema(file):
                found.schemas.append(path)
        told = without_roots(self._repository, with_commands(self._repository, found.options))
        told = with_programs(self._started, told)
        told, embedded = with_embedded(self._repository, told)
        own, others = self._programs.parted(told)
        found.options, found.aside_options = own, [*found.aside_options, *others]
        self._complete(found, written)
        self._add_variables(found, files, embedded)
        return found

    def _add_variables(
        self, found: Configuration, files: Sequence[RepoFile], embedded: Collection[tuple[str, int]]
    ) -> None:
        """Add the environment variables that files read, those of the software itself first.

        Those of embedded options have other names, as these have.
        """
        reads, found.test_variables = read_variables(files, self._test_roles, self._helped)
        kept = {
            name: [(path, each) for path, each in where if (path, each.line) not in embedded]
            for name, where in reads.items()
        }
        found.variables = {name: where for name, where in kept.items() if where}
        found.own_variables = frozenset(
            name
            for name, reads in found.variables.items()
            if any(path in self._own for path, _ in reads)
        )
        by_name = sorted(found.variables.items(), key=lambda each: each[0])
        found.variables = dict(sorted(by_name, key=lambda each: each[0] not in found.own_variables))

    def _complete(self, found: Configuration, written: list[tuple[str, TypeDefaults]]) -> None:
        """Give options, fields and lists the defaults and types that stand elsewhere."""
        repository, fallbacks = self._repository, self._fallbacks
        values = NamedValues(repository, self._names, written)
        found.options = [
            (path, self._values.completed(with_value(repository, path, each, values)))
            for path, given in found.options
            for each in [fallbacks.completed(path, given)]
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
        structs.replace(each, default=_worked_out(each.default, path, each.line, values))
        for each in listed.settings
    )
    return structs.replace(listed, settings=tuple(settings))


def _worked_out(default: str, path: str, line: int, values: NamedValues) -> str:
    return values.literal(default, path, line) or worked_out(default) or default


def _is_schema(file: RepoFile) -> bool:
    return _SCHEMA_KEYS.issubset(symbol.name for symbol in file.outline.symbols[:20])
