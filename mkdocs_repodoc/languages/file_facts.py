"""Facts that a file with a syntax tree states: how the software is run, set up and fails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from mkdocs_repodoc.languages.language import Absent, Language
from mkdocs_repodoc.languages.record_parts.environment_reads import EnvironmentReads
from mkdocs_repodoc.languages.record_parts.program_endings import ProgramEndings
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.parsed_file import Parsed
from mkdocs_repodoc.languages.treesitter.runtime.adjusted_settings import adjusted_settings
from mkdocs_repodoc.languages.treesitter.runtime.code_search import CodeSearch
from mkdocs_repodoc.languages.treesitter.runtime.environment import EnvironmentSearch, mentions_any
from mkdocs_repodoc.languages.treesitter.runtime.exit_calls import exit_statuses
from mkdocs_repodoc.languages.treesitter.runtime.field_values import find_starting_values
from mkdocs_repodoc.languages.treesitter.runtime.library_uses import (
    library_uses,
    signed_conventions,
)
from mkdocs_repodoc.languages.treesitter.runtime.settings_file_names import settings_file_names
from mkdocs_repodoc.languages.treesitter.source_bytes import Source
from mkdocs_repodoc.model.facts import (
    DefinedModule,
    EnvironmentPrefix,
    EnvironmentUse,
    EnvironmentVariable,
    ErrorHandler,
    ExitStatus,
    Fact,
    GivenVariable,
    LibraryUse,
    NamedModule,
    OfferedName,
    ReportedError,
    ReportingMacro,
)

_REPORTS = re.compile(rb"\b(?:throw|catch|perror|fprintf|warnx?|errx?)\b")
"""What may report or handle an error in code whose functions are read apart."""


def file_facts(
    parsed: Parsed, source: Source, language: Language, dialect: Dialect
) -> Iterator[Fact]:
    """Yield what a file says of how the software is run, set up and fails.

    Args:
        parsed: Its syntax tree.
        source: Its bytes.
        language: Its language.
        dialect: What the tree means.
    """
    root, code = parsed.root, parsed.walk.code
    yield from dict.fromkeys(parsed.walk.facts)
    yield from _stated(parsed, source, language, dialect)
    if dialect.find_tables is not None:
        yield from dialect.find_tables(root, code)
    if dialect.find_tasks is not None:
        yield from dialect.find_tasks(root, code)
    if dialect.find_exits is not None:
        yield from dialect.find_exits(root, code)
    if dialect.find_defaults is not None:
        yield from dialect.find_defaults(root, code)
    yield from settings_file_names(root, source)
    yield from _named_modules(parsed, source, language, dialect)
    yield from _offered(parsed, source, dialect)
    yield from adjusted_settings(root, code, dialect.conditions)
    if dialect.conditions is not None:
        yield from find_starting_values(root, code)
    yield from _errors(parsed, source, dialect)


def _named_modules(
    parsed: Parsed, source: Source, language: Language, dialect: Dialect
) -> Iterator[NamedModule]:
    pattern = language.named_modules
    found = () if isinstance(pattern, Absent) else tuple(pattern.finditer(source.data))
    search = CodeSearch(_whole(parsed, source, dialect), source) if found else None
    for match in found:
        if search is not None and search.is_code(match.start("module")):
            module = match["module"].decode("utf-8", "replace")
            yield NamedModule(module, source.line(match.start("module")))


def _offered(parsed: Parsed, source: Source, dialect: Dialect) -> Iterator[OfferedName]:
    """Yield what the modules that a file makes for another language offer."""
    made = [fact.language for fact in parsed.walk.facts if isinstance(fact, DefinedModule)]
    found = [match for each in dialect.offered for match in each.finditer(source.data)]
    if not made or not found:
        return
    search = CodeSearch(_whole(parsed, source, dialect), source)
    for match in found:
        if search.is_code(match.start("symbol")):
            name, symbol = match["name"].decode(), match["symbol"].decode()
            yield OfferedName(made[0], name, symbol)


_Environment = EnvironmentVariable | EnvironmentUse | EnvironmentPrefix | GivenVariable


def _stated(
    parsed: Parsed, source: Source, language: Language, dialect: Dialect
) -> tuple[_Environment | ExitStatus | LibraryUse, ...]:
    """Return the variables that the file reads, how it ends the program, what libraries decide."""
    reads, endings = language.environment, _endings(source, language)
    has_reads = not isinstance(reads, Absent) and mentions_any(source.data, reads)
    ends = (*endings.functions, *endings.statuses)
    libraries = language.library_conventions
    rules = (
        () if isinstance(libraries, Absent) else signed_conventions(source.data, libraries.load())
    )
    ending = any(name.encode() in source.data for name in ends)
    if not has_reads and not rules and not ending:
        return ()
    search = CodeSearch(_whole(parsed, source, dialect), source)
    environment = () if isinstance(reads, Absent) else _environment(search, reads)
    return (
        *environment,
        *exit_statuses(search, endings, dialect.conditions),
        *library_uses(search, rules),
    )


def _endings(source: Source, language: Language) -> ProgramEndings:
    """Return how the program ends in a file: by the functions that it imports, too."""
    endings = language.endings
    if isinstance(endings, Absent):
        return ProgramEndings()
    imported = (name for name, shown in endings.imported.items() if shown.search(source.data))
    return replace(endings, functions=(*endings.functions, *imported))


def _environment(search: CodeSearch, reads: EnvironmentReads) -> tuple[_Environment, ...]:
    found = EnvironmentSearch(search, reads)
    return (*found.find(), *found.uses(), *found.prefixes(), *found.given())


def _errors(
    parsed: Parsed, source: Source, dialect: Dialect
) -> tuple[ReportedError | ErrorHandler | ReportingMacro, ...]:
    """Return what the file reports and handles, in source order, each once."""
    if dialect.find_errors is None:
        return ()
    root, code = parsed.root, parsed.walk.code
    if parsed.prepared:
        if not _REPORTS.search(source.data):
            return ()
        root, code = _whole(parsed, source, dialect), source.data
    found = dict.fromkeys(dialect.find_errors(root, code))
    return tuple(sorted(found, key=lambda each: each.line))


def _whole(parsed: Parsed, source: Source, dialect: Dialect) -> Node:
    """Return the tree of a file with the bodies of its functions, which preparation takes off."""
    tree = dialect.parse(source.data) if parsed.prepared else None
    return tree.root_node if tree is not None else parsed.root
