"""Reports of errors in files, and what becomes of errors that they catch, function by function."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from mkdocs_repodoc.insight.operation.error_paths import (
    ErrorPaths,
    ErrorTexts,
    Handler,
    HandlersByName,
    Report,
    last_name,
    made_by,
)
from mkdocs_repodoc.insight.operation.errors.error_kinds import ErrorKinds, caught_names
from mkdocs_repodoc.insight.operation.errors.telling_functions import (
    says_text,
    telling_functions,
)
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.insight.operation.tested_lines import is_tested_by
from mkdocs_repodoc.languages.language_errors import error_words
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError, ReportForm, ReportingMacro
from mkdocs_repodoc.model.kinds import FUNCTIONS, TYPES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository, Role
from mkdocs_repodoc.text.code_reading.code_words import RECEIVERS

_STATUS = re.compile(r"[45]\d\d\b")
_ENDS = re.compile(r"(?:Exit|Interrupt)$")
"""Names of what is raised to end the program; nobody handles it."""
_OWN_METHOD = re.compile(rf"(?:{'|'.join(sorted(RECEIVERS))})\.(\w+)$")


def error_paths(
    repository: Repository, paths: Sequence[str], code_roles: frozenset[Role]
) -> ErrorPaths:
    """Return what files report and handle, in the order of their paths and lines.

    Calls of functions that are named after errors count where the repository defines the function,
    or where they state a status of HTTP. One that only logs or prints reports none.

    Args:
        repository: The linked repository.
        paths: The files.
        code_roles: Roles of the files that make up the software itself.
    """
    files = list(_own_code(repository, paths, code_roles))
    functions = _names(repository, code_roles, FUNCTIONS)
    telling = telling_functions(files)
    reporting = functions - telling
    kinds = ErrorKinds(repository, code_roles)
    raised: list[Report] = []
    printed: list[Report] = []
    handlers: list[Handler] = []
    texts: list[tuple[SymbolRef, ReportedError]] = []
    macros = _macros(repository)
    for file in files:
        for scope, found in _located(file):
            fact = _as_call(_expanded(found, macros), reporting)
            if isinstance(fact, ErrorHandler):
                handlers.append(Handler(scope, fact))
            elif fact.form == "text":
                texts.append((scope, fact))
            elif _tells(fact, functions, telling):
                printed += [Report(scope, fact)] if fact.message else []
            elif _counts(file, fact, reporting, kinds):
                raised.append(Report(scope, fact))
    types = _names(repository, code_roles, TYPES)
    made = _made(repository, raised)
    unnamed = _unnamed(repository, kinds, raised, handlers, made)
    return ErrorPaths(
        raised=raised,
        printed=printed,
        handlers=handlers,
        types=types,
        kinds=kinds,
        texts=ErrorTexts(texts),
        made=made,
        unnamed=unnamed,
        by_name=HandlersByName(handlers),
    )


def _own_code(
    repository: Repository, paths: Iterable[str], code_roles: frozenset[Role]
) -> Iterator[RepoFile]:
    """Yield the files that are code of the software itself, in the order of their paths."""
    for file in (repository.files[path] for path in sorted(paths)):
        if file.role in code_roles and file.role != "stub" and not file.source.origin:
            yield file


def _made(repository: Repository, raised: Iterable[Report]) -> dict[tuple[str, str], str]:
    """Return the functions that others have report an error, and the first one that each makes."""
    called = {last_name(each.fact.error) for each in raised if each.fact.form == "call"}
    known = Counter(
        name
        for file in repository.files.values()
        for symbol in file.outline.symbols
        if symbol.kind in FUNCTIONS and (name := last_name(symbol.name)) in called
    )
    made: dict[tuple[str, str], str] = {}
    for each in raised:
        if each.fact.form == "raise" and not each.scope.is_file:
            name = last_name(repository.symbol(each.scope).name)
            if name in called:
                path = "" if known[name] == 1 else each.scope.path
                made.setdefault((path, name), each.fact.error)
    return made


def _unnamed(
    repository: Repository,
    kinds: ErrorKinds,
    raised: Iterable[Report],
    handlers: Iterable[Handler],
    made: Mapping[tuple[str, str], str],
) -> list[str]:
    named = {name for each in handlers for name in caught_names(each.fact.caught)}
    counts: Counter[str] = Counter()
    for each in raised:
        language = repository.files[each.scope.path].source.language
        error = made_by(made, each) or each.fact.error
        name = last_name(error)
        is_type = kinds.is_known(name, language) and not _ENDS.search(name)
        if not error_words(language).has_named_handlers or not is_type:
            continue
        if named.isdisjoint(kinds.ancestors(name, language)):
            counts[error] += 1
    return sorted(counts, key=lambda error: (-counts[error], error))


def _macros(repository: Repository) -> dict[str, ReportForm]:
    """Return the macros of the project that report what they are given, and what becomes of it."""
    return {
        each.name: each.form
        for file in repository.files.values()
        for each in file.outline.facts_of(ReportingMacro)
    }


def _expanded(
    fact: ReportedError | ErrorHandler, macros: Mapping[str, ReportForm]
) -> ReportedError | ErrorHandler:
    """Return what a macro of the project is handed as what the macro makes of it."""
    if isinstance(fact, ReportedError) and fact.form == "macro":
        form = macros.get(last_name(fact.error.removesuffix("!")))
        return structs.replace(fact, form=form or "notice")
    return fact


def _as_call(
    fact: ReportedError | ErrorHandler, failing: frozenset[str]
) -> ReportedError | ErrorHandler:
    """Return what looks like a message to a log as the call of an own method that reports it."""
    if isinstance(fact, ReportedError) and fact.form == "log":
        own = _OWN_METHOD.match(fact.error)
        return structs.replace(fact, form="call") if own and own[1] in failing else fact
    return fact


def _tells(fact: ReportedError, functions: frozenset[str], telling: frozenset[str]) -> bool:
    """Tell whether a report is read by somebody, and nothing fails by it."""
    name = last_name(fact.error)
    if fact.form == "call":
        return name in telling and says_text(name)
    return fact.form in {"log", "warning"} or (fact.form == "notice" and name in functions)


def _counts(
    file: RepoFile, fact: ReportedError, functions: frozenset[str], kinds: ErrorKinds
) -> bool:
    name = last_name(fact.error)
    if fact.form == "notice" or (
        fact.form == "kept" and not kinds.is_error(name, file.source.language)
    ):
        return False
    if fact.form == "call":
        return name in functions or bool(_STATUS.match(fact.message))
    return name not in error_words(file.source.language).abstract


def _names(
    repository: Repository, code_roles: frozenset[Role], kinds: frozenset[Kind]
) -> frozenset[str]:
    return frozenset(
        last_name(symbol.name)
        for file in repository.files.values()
        if file.role in code_roles
        for symbol in file.outline.symbols
        if symbol.kind in kinds
    )


def _located(file: RepoFile) -> Iterator[tuple[SymbolRef, ReportedError | ErrorHandler]]:
    """Yield the facts of a file in the order of their lines, with the function around each."""
    is_tested = is_tested_by(file)
    found: Sequence[ReportedError | ErrorHandler]
    found = (*file.outline.facts_of(ReportedError), *file.outline.facts_of(ErrorHandler))
    facts = sorted((each for each in found if not is_tested(each.line)), key=lambda each: each.line)
    if facts:
        yield from zip(scopes_around(file, (each.line for each in facts)), facts, strict=True)
