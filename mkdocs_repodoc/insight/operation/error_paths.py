"""Reports of errors in code, and what becomes of errors that it catches, function by function."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from mkdocs_repodoc.insight.operation.error_kinds import ErrorKinds, caught_names
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.insight.operation.tested_lines import is_tested_by
from mkdocs_repodoc.languages.language_errors import error_words
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError
from mkdocs_repodoc.model.kinds import FUNCTIONS, TYPES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository, Role

_LAST_NAME = re.compile(r"\w+(?=\W*$)")
_VALUE = re.compile(r"(?<=\w)\s*[{(].*", re.DOTALL)
"""What a value of a type is made of."""
_WRAPS = re.compile(r"context |%w")
_STATUS = re.compile(r"[45]\d\d\b")
_ENDS = re.compile(r"(?:Exit|Interrupt)$")
"""Names of what is raised to end the program; nobody handles it."""


class Report(NamedTuple):
    """A statement that reports an error, and the function around it."""

    scope: SymbolRef
    fact: ReportedError

    @property
    def is_wrapping(self) -> bool:
        """Whether it only adds words to an error that was reported before."""
        return _WRAPS.search(f"{self.fact.error} {self.fact.message}") is not None


class Handler(NamedTuple):
    """Code that runs because of an error, and the function around it."""

    scope: SymbolRef
    fact: ErrorHandler


Located = TypeVar("Located", Report, Handler)


@dataclass(frozen=True, slots=True)
class ErrorPaths:
    """Reports and handlers of errors in the software itself.

    Attributes:
        raised: What is handed to callers, or kept for them.
        printed: What is logged, printed to the standard error or issued as a warning.
        handlers: What runs because of an error.
        types: Names of the types that the repository defines.
        kinds: What these types derive from.
        texts: Name of a type of errors → what it says of each.
        made: Path and name of a function that reports an error for its callers → the type of the
            error; the path is empty where no other function has the name.
        unnamed: Types of errors that are raised and that no handler names, nor what they derive
            from, in languages whose handlers name them; those raised most often first.
    """

    raised: Sequence[Report]
    printed: Sequence[Report]
    handlers: Sequence[Handler]
    types: frozenset[str]
    kinds: ErrorKinds
    texts: Mapping[str, str]
    made: Mapping[tuple[str, str], str]
    unnamed: Sequence[str]

    @property
    def paths(self) -> set[str]:
        """The files that show any of it."""
        reports = {each.scope.path for each in (*self.raised, *self.printed)}
        return reports | {each.scope.path for each in self.handlers}

    def below(self, folder: str) -> ErrorPaths:
        """Return what stands in a folder and its subfolders, where all is in order of paths."""
        return replace(
            self,
            raised=_below(self.raised, folder),
            printed=_below(self.printed, folder),
            handlers=_below(self.handlers, folder),
        )

    def ordered(self, number: Callable[[str], int]) -> ErrorPaths:
        """Return it with the files in another order: those of a low number first."""

        def key(each: Report | Handler) -> tuple[int, str, int]:
            return number(each.scope.path), each.scope.path, each.fact.line

        return replace(
            self,
            raised=sorted(self.raised, key=key),
            printed=sorted(self.printed, key=key),
            handlers=sorted(self.handlers, key=key),
        )

    def said(self, report: Report) -> str:
        """Return the message of a report: its own, or that of its type."""
        return report.fact.message or self.texts.get(last_name(report.fact.error), "")

    def made_by(self, report: Report) -> str:
        """Return the type of the error that a report's function makes; empty if not known."""
        return _made_by(self.made, report) if report.fact.form == "call" else ""

    def is_passed_on(self, report: Report) -> bool:
        """Tell whether a report hands on what a variable holds: an error that was made before."""
        error = report.fact.error
        is_variable = error.isidentifier() and error[0].islower() and error not in self.types
        return report.fact.form == "raise" and is_variable and not self.said(report)

    def naming(self, report: Report) -> Iterator[Handler]:
        """Yield the handlers that name the type of an error or a type that it derives from.

        Only types of the repository count: those of a language come from anywhere.
        """
        error = self.made_by(report) or report.fact.error
        taken = set(self.kinds.own_ancestors(last_name(error)))
        return (
            each for each in self.handlers if not taken.isdisjoint(caught_names(each.fact.caught))
        )


def naming(handlers: Iterable[Handler], error: str) -> list[Handler]:
    """Return the handlers that name a type of errors; none for an empty name."""
    return [each for each in handlers if error and error in caught_names(each.fact.caught)]


def error_paths(
    repository: Repository, paths: Sequence[str], code_roles: frozenset[Role]
) -> ErrorPaths:
    """Return what files report and handle, in the order of their paths and lines.

    Calls of functions that are named after errors count where the repository defines the function,
    or where they state a status of HTTP.

    Args:
        repository: The linked repository.
        paths: The files.
        code_roles: Roles of the files that make up the software itself.
    """
    raised: list[Report] = []
    printed: list[Report] = []
    handlers: list[Handler] = []
    texts: dict[str, str] = {}
    functions = _names(repository, code_roles, FUNCTIONS)
    kinds = ErrorKinds(repository, code_roles)
    for path in sorted(paths):
        file = repository.files[path]
        if file.role not in code_roles or file.role == "stub" or file.source.origin:
            continue
        for scope, fact in _located(file):
            if isinstance(fact, ErrorHandler):
                handlers.append(Handler(scope, fact))
            elif fact.form == "text":
                texts.setdefault(last_name(fact.error), fact.message)
            elif fact.form in {"log", "warning"} or _warns(fact, functions):
                printed += [Report(scope, fact)] if fact.message else []
            elif _counts(file, fact, functions, kinds):
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
        texts=texts,
        made=made,
        unnamed=unnamed,
    )


def last_name(written: str) -> str:
    """Return the last name of a dotted one, that of a macro, or of the type of a value."""
    match = _LAST_NAME.search(_VALUE.sub("", written))
    return match[0] if match else written


def _below(found: Sequence[Located], folder: str) -> Sequence[Located]:
    if not folder:
        return found
    start = bisect_left(found, f"{folder}/", key=_path)
    return found[start : bisect_left(found, f"{folder}0", key=_path)]  # "0" follows "/"


def _path(each: Report | Handler) -> str:
    return each.scope.path


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


def _made_by(made: Mapping[tuple[str, str], str], report: Report) -> str:
    """Return the error that the function makes which a report calls; empty if not known."""
    name = last_name(report.fact.error)
    return made.get((report.scope.path, name)) or made.get(("", name), "")


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
        error = _made_by(made, each) or each.fact.error
        name = last_name(error)
        is_type = kinds.is_known(name, language) and not _ENDS.search(name)
        if not error_words(language).has_named_handlers or not is_type:
            continue
        if named.isdisjoint(kinds.ancestors(name, language)):
            counts[error] += 1
    return sorted(counts, key=lambda error: (-counts[error], error))


def _warns(fact: ReportedError, functions: frozenset[str]) -> bool:
    return fact.form == "notice" and last_name(fact.error) in functions


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
