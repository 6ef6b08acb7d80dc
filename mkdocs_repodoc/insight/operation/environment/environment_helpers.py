"""Environment variables that code reads through functions of its own, which are given the name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from mkdocs_repodoc.insight.operation.environment.handed_arguments import HandedArguments
from mkdocs_repodoc.insight.operation.environment.handed_names import (
    NameTaker,
    given_to,
    joined,
    number_of,
    pattern_of,
)
from mkdocs_repodoc.insight.operation.environment.named_texts import NamedTexts
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.facts import EnvironmentVariable
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import Repository, Role
from mkdocs_repodoc.text.code_reading.call_arguments import (
    ComposedName,
    arguments_of,
    composed_name,
    literal_name,
)

_FILES = 64
_CALL_LINES = 4
"""Lines on which a call has its arguments."""
_LONGEST_CALL = 600
_METHOD = re.compile(r"(?:\.\w+(?=\s*\()|!)?")
"""Behind a table of variables: the method that looks one up; behind the name of a macro."""
_DEFAULT = re.compile(
    r"\b(?:\w*(?:default|fallback)\w*|def|dflt|def_?val\w*|otherwise)\b", re.IGNORECASE
)
_LONGEST_DEFAULT = 60
_KEYWORD = re.compile(r"\w+\s*(?:=(?!=)|:(?!:))\s*")
_ADDED = re.compile(r"(?P<constant>[A-Za-z_][\w.:]*)\s*(?:\+|\.\.|<>)\s*(?=\w)")
"""A constant in front of a name to which it is added."""
_TYPED = re.compile(r"(?:mut\s+)?(\w+)\??\s*:")
"""The name of a parameter that stands before its type."""


class _Call(NamedTuple):
    """A call that names the variable which a function reads."""

    taker: NameTaker
    use: Use
    name: str
    """What it gives."""
    parameters: tuple[str, ...]
    arguments: tuple[str, ...]


class EnvironmentHelpers:
    """Finds the variables whose names are handed to functions that read them.

    A name of which only a part is known is told as the pattern that it is: `MILL_{stone}`.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
        test_roles: Roles of files whose calls don't count.
        texts: The constants that stand for names.
    """

    def __init__(
        self,
        repository: Repository,
        read_text: Callable[[str], str],
        test_roles: Collection[Role],
        texts: NamedTexts,
    ) -> None:
        self._repository = repository
        self._test_roles = test_roles
        self._texts = texts
        self._lines = lru_cache(_FILES)(lambda path: read_text(path).split("\n"))
        self._handed = HandedArguments(repository, self._lines)

    def find(self, reads: Iterable[tuple[str, int]]) -> Iterator[tuple[str, EnvironmentVariable]]:
        """Yield path and variable, each line of a name once.

        Args:
            reads: Paths and lines that read the environment without a literal name.
        """
        seen: set[tuple[str, str, int]] = set()
        known: set[tuple[SymbolRef, ComposedName, int]] = set()
        calls: list[_Call | tuple[str, EnvironmentVariable]] = []
        waiting: list[NameTaker] = []
        for path, line in reads:
            calls += self._read_by(path, line, waiting)
        while waiting:
            taker = waiting.pop(0)
            if taker[:3] not in known:
                known.add(taker[:3])
                waiting += self._promised(taker)
                calls += self._named(taker, waiting)
        names = {(function, name.name) for function, name, _ in known}
        for call in calls:
            path, found = self._told(call, names) if isinstance(call, _Call) else call
            if (path, found.name, found.line) not in seen:
                seen.add((path, found.name, found.line))
                yield path, found

    def _read_by(
        self, path: str, line: int, waiting: list[NameTaker]
    ) -> Iterator[tuple[str, EnvironmentVariable]]:
        """Yield what a line reads by a constant; else note the function that has the name."""
        file = self._repository.files[path]
        reads = language_named(file.source.language).environment
        if isinstance(reads, Absent):
            return
        code = self._code(path, line)
        scope = next(scopes_around(file, [line]))
        for name in (*reads.functions, *reads.tables):
            start = code.find(name)
            if start < 0:
                continue
            behind = _METHOD.sub("", code[start + len(name) :], count=1)
            arguments = arguments_of(behind)
            composed = self._composed(arguments[0], path, line) if arguments else None
            if arguments and (text := self._texts.text(arguments[0], path, line)):
                yield path, EnvironmentVariable(text, "", line)
                return
            if composed is not None:
                waiting.append(NameTaker(scope, self._assigned(scope, line, composed), line))
                return

    def _composed(self, written: str, path: str, line: int) -> ComposedName | None:
        """Return what an expression makes of a name's value, with constants as their texts."""
        added = _ADDED.match(written)
        text = self._texts.text(added["constant"], path, line) if added is not None else ""
        if added is not None and text:
            written = f'"{text}" + {written[added.end() :]}'
        return composed_name(written)

    def _assigned(self, scope: SymbolRef, line: int, name: ComposedName) -> ComposedName:
        """Return a name with what a variable of its function is set to in its place."""
        first = 1 if scope.is_file else self._repository.symbol(scope).line
        assigned = re.compile(
            rf"\b{re.escape(name.name)}\s*(?::\s*[\w&]+\s*)?:?=(?![=>])\s*(.+?)\s*;?\s*$"
        )
        for text in reversed(self._lines(scope.path)[first - 1 : line - 1]):
            match = assigned.search(text)
            made = composed_name(match[1]) if match else None
            if made is not None:
                return joined(name, made)
        return name

    def _promised(self, taker: NameTaker) -> Iterator[NameTaker]:
        """Yield the method of a trait, interface or base class that a reader is made for."""
        promise = self._repository.links.overrides.get(taker.function)
        if promise is None or taker.has_handed_on(promise):
            return
        parameters = self._handed.parameters(promise)
        number = number_of(self._handed.parameters(taker.function), taker.name.name)
        if number is None or number >= len(parameters):
            return
        typed = _TYPED.match(parameters[number])
        if typed is not None or number_of(parameters, taker.name.name) == number:
            yield taker.promised(promise, typed[1] if typed is not None else taker.name.name)

    def _named(
        self, taker: NameTaker, waiting: list[NameTaker]
    ) -> Iterator[_Call | tuple[str, EnvironmentVariable]]:
        """Yield the calls that name a variable, and note the functions that hand a name on."""
        parameters = self._handed.parameters(taker.function)
        number = number_of(parameters, taker.name.name)
        is_open = number is None
        for use in self._repository.links.uses.of(taker.function) if number is not None else ():
            role = self._repository.files[use.path].role
            if use.kind != "call" or role in self._test_roles:
                continue
            arguments = self._handed.of(use)
            given = given_to(arguments, number or 0, taker.name.name)
            text = literal_name(given) or self._texts.text(given, use.path, use.line)
            if text:
                yield _Call(taker, use, text, parameters, arguments)
                continue
            made = self._composed(given, use.path, use.line)
            if made is not None and not taker.has_handed_on(use.user):
                waiting.append(taker.caller(use.user, made, use.line))
            elif made is None or made.before or made.behind:
                is_open = True
        if is_open and (taker.name.before or taker.name.behind):
            yield taker.function.path, EnvironmentVariable(pattern_of(taker.name), "", taker.line)

    def _told(
        self, call: _Call, names: Collection[tuple[SymbolRef, str]]
    ) -> tuple[str, EnvironmentVariable]:
        """Return the variable of a call, with its default.

        Args:
            call: The call.
            names: Functions, with their parameters that are names themselves, no defaults.
        """
        taker, use, name, parameters, arguments = call
        taken = [each for function, each in names if function == taker.function]
        defaults = (
            number
            for number, each in enumerate(parameters)
            if _DEFAULT.search(each) and all(number_of((each,), one) is None for one in taken)
        )
        default = next(defaults, len(arguments))
        said = arguments[default] if default < len(arguments) else ""
        shown = _KEYWORD.sub("", said, count=1) if _KEYWORD.match(said) else said
        is_short = len(shown) <= _LONGEST_DEFAULT and "\n" not in shown
        value = name.upper() if taker.name.is_upper else name
        full = f"{taker.name.before}{value}{taker.name.behind}"
        return use.path, EnvironmentVariable(full, shown if is_short else "", use.line)

    def _code(self, path: str, line: int) -> str:
        return "\n".join(self._lines(path)[line - 1 : line + _CALL_LINES])[:_LONGEST_CALL]
