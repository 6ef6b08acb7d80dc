"""Reports and handlers of errors in the software itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from mkdocs_repodoc.insight.operation.errors.error_kinds import ErrorKinds, caught_names
from mkdocs_repodoc.model.facts import ErrorHandler, ReportedError
from mkdocs_repodoc.model.linked_symbols import SymbolRef

_LAST_NAME = re.compile(r"\w+(?=\W*$)")
_VALUE = re.compile(r"(?<=\w)\s*[{(].*", re.DOTALL)
"""What a value of a type is made of."""
_QUALIFIED = re.compile(r"(?P<owner>[A-Z]\w*)::(?P<name>[A-Z]\w*)$")
"""A variant of a type."""
_OWN = "Self"
_WRAPS = re.compile(r"context |%w")


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


class HandlersByName:
    """Handlers by the types of errors that they name.

    Args:
        handlers: The handlers.
    """

    def __init__(self, handlers: Sequence[Handler]) -> None:
        self._handlers = handlers
        self._positions: dict[str, list[int]] = {}
        self.of_all = [each for each in handlers if not each.fact.caught]
        """Those that name no type."""
        for position, each in enumerate(handlers):
            for name in caught_names(each.fact.caught):
                self._positions.setdefault(name, []).append(position)

    def naming(self, types: Iterable[str]) -> Sequence[Handler]:
        """Return those that name one of some types, in their order."""
        found = {each for name in types for each in self._positions.get(name, ())}
        return [self._handlers[each] for each in sorted(found)]


class ErrorTexts:
    """What types of errors say.

    Args:
        found: The statements that say it, each with the function or type around it.

    Attributes:
        found: The same, one of each type or variant.
    """

    def __init__(self, found: Iterable[tuple[SymbolRef, ReportedError]]) -> None:
        self._texts: dict[str, str] = {}
        self._owners: dict[str, set[str]] = {}
        distinct: dict[str, tuple[SymbolRef, ReportedError]] = {}
        for scope, fact in found:
            distinct.setdefault(fact.error, (scope, fact))
            self._texts.setdefault(fact.error, fact.message)
            self._texts.setdefault(last_name(fact.error), fact.message)
            if match := _QUALIFIED.search(fact.error):
                self._owners.setdefault(match["name"], set()).add(match["owner"])
        self.found: Sequence[tuple[SymbolRef, ReportedError]] = tuple(distinct.values())

    def of(self, error: str) -> str:
        """Return what an error says; empty if its type says nothing.

        Args:
            error: The type or variant as written, a value of it included. A variant of another
                type than those that have texts says nothing, even if one of theirs has its name.
        """
        name = last_name(error)
        match = _QUALIFIED.search(_VALUE.sub("", error))
        owners = self._owners.get(name, set())
        if match is None or not owners or match["owner"] == _OWN:
            return self._texts.get(name, "")
        return self._texts.get(f"{match['owner']}::{name}", "")


@dataclass(frozen=True, slots=True)
class ErrorPaths:
    """Reports and handlers of errors in the software itself.

    Attributes:
        raised: What is handed to callers, or kept for them.
        printed: What is logged, printed to the standard error or issued as a warning.
        handlers: What runs because of an error.
        types: Names of the types that the repository defines.
        kinds: What these types derive from.
        texts: What types of errors say of each.
        made: Path and name of a function that reports an error for its callers → the type of the
            error; the path is empty where no other function has the name.
        unnamed: Types of errors that are raised and that no handler names, nor what they derive
            from, in languages whose handlers name them; those raised most often first.
        by_name: All handlers, by the types that they name.
    """

    raised: Sequence[Report]
    printed: Sequence[Report]
    handlers: Sequence[Handler]
    types: frozenset[str]
    kinds: ErrorKinds
    texts: ErrorTexts
    made: Mapping[tuple[str, str], str]
    unnamed: Sequence[str]
    by_name: HandlersByName

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
        """Return the message of a report: that of its type, and its own, which a variant adds."""
        own, text = report.fact.message, self.texts.of(report.fact.error)
        if own and text and "::" in report.fact.error:
            return f"{text} … {own}"
        return own or text

    def made_by(self, report: Report) -> str:
        """Return the type of the error that a report's function makes; empty if not known."""
        return made_by(self.made, report) if report.fact.form == "call" else ""

    def is_passed_on(self, report: Report) -> bool:
        """Tell whether a report hands on what a variable holds: an error that was made before."""
        error = report.fact.error
        is_variable = error.isidentifier() and error[0].islower() and error not in self.types
        return report.fact.form == "raise" and is_variable and not self.said(report)

    def naming(self, report: Report) -> Sequence[Handler]:
        """Return all handlers that name the type of an error or a type that it derives from.

        Only types of the repository count: those of a language come from anywhere.
        """
        return self.by_name.naming(self.kinds.own_ancestors(self._type(report)))

    def taking_any(self, report: Report, language: str) -> Sequence[Handler]:
        """Return the handlers of lines that take the error as any, or as one of the language's.

        Args:
            report: The report.
            language: The language that it is written in.
        """
        name = self._type(report)
        own = set(self.kinds.own_ancestors(name))
        general = self.by_name.naming(set(self.kinds.ancestors(name, language)) - own)
        found = (*general, *self.by_name.of_all)
        return [each for each in found if each.fact.guarded != (0, 0)]

    def _type(self, report: Report) -> str:
        return last_name(self.made_by(report) or report.fact.error)


def naming(handlers: Iterable[Handler], error: str) -> list[Handler]:
    """Return the handlers that name a type of errors; none for an empty name."""
    return [each for each in handlers if error and error in caught_names(each.fact.caught)]


def last_name(written: str) -> str:
    """Return the last name of a dotted one, that of a macro, or of the type of a value."""
    if "(" not in written and "{" not in written:  # a name, as those of all symbols are
        last = written.rpartition(".")[2]
        if last.isascii() and last.isidentifier():
            return last
    match = _LAST_NAME.search(_VALUE.sub("", written))
    return match[0] if match else written


def _below(found: Sequence[Located], folder: str) -> Sequence[Located]:
    if not folder:
        return found
    start = bisect_left(found, f"{folder}/", key=_path)
    return found[start : bisect_left(found, f"{folder}0", key=_path)]  # "0" follows "/"


def _path(each: Report | Handler) -> str:
    return each.scope.path


def made_by(made: Mapping[tuple[str, str], str], report: Report) -> str:
    """Return the error that the function makes which a report calls; empty if not known."""
    name = last_name(report.fact.error)
    return made.get((report.scope.path, name)) or made.get(("", name), "")
