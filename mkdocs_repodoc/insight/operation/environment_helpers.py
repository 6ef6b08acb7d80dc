"""Environment variables that code reads through functions of its own, which are given the name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

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
_RECEIVERS = frozenset({"self", "cls", "this"})
_DEFAULT = re.compile(r"\b\w*(?:default|fallback)\w*\b", re.IGNORECASE)
_LONGEST_DEFAULT = 60
_MOST_HOPS = 5
"""Functions through which a name may be handed; who hands it on more often is not followed."""
_KEYWORD = re.compile(r"\w+\s*(?:=(?!=)|:(?!:))\s*")


class _Helper(NamedTuple):
    """A function that reads the variable whose name, or a part of it, is a parameter."""

    function: SymbolRef
    name: ComposedName
    line: int
    """Where it reads the variable, or hands the name on."""
    behind: tuple[SymbolRef, ...] = ()
    """The functions that it hands the name to, the nearest last."""

    def has_handed_on(self, function: SymbolRef) -> bool:
        """Tell whether a function had the name already: one that calls itself has no end."""
        behind = (*self.behind, self.function)
        return function in behind or len(behind) > _MOST_HOPS

    def caller(self, function: SymbolRef, made: ComposedName, line: int) -> _Helper:
        """Return the function that hands the name on to this one, on a line."""
        name = _joined(self.name, made)
        return _Helper(function, name, line, (*self.behind, self.function))


class EnvironmentHelpers:
    """Finds the variables whose names are handed to functions that read them.

    A name of which only a part is known is told as the pattern that it is: `MILL_{stone}`.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
        test_roles: Roles of files whose calls don't count.
    """

    def __init__(
        self,
        repository: Repository,
        read_text: Callable[[str], str],
        test_roles: Collection[Role],
    ) -> None:
        self._repository = repository
        self._test_roles = test_roles
        self._lines = lru_cache(_FILES)(lambda path: read_text(path).split("\n"))

    def find(self, reads: Iterable[tuple[str, int]]) -> Iterator[tuple[str, EnvironmentVariable]]:
        """Yield path and variable, each line of a name once.

        Args:
            reads: Paths and lines that read the environment without a literal name.
        """
        seen: set[tuple[str, str, int]] = set()
        known: set[tuple[SymbolRef, ComposedName, int]] = set()
        waiting = [each for path, line in reads for each in self._read_by(path, line)]
        while waiting:
            helper = waiting.pop(0)
            if helper[:3] in known:
                continue
            known.add(helper[:3])
            for path, variable in self._named(helper, waiting):
                key = path, variable.name, variable.line
                if key not in seen:
                    seen.add(key)
                    yield path, variable

    def _read_by(self, path: str, line: int) -> Iterator[_Helper]:
        """Yield what a line reads, as the function around it has the name."""
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
            composed = composed_name(arguments[0]) if arguments else None
            if composed is not None:
                yield _Helper(scope, self._assigned(scope, line, composed), line)
                return

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
                return _joined(name, made)
        return name

    def _named(
        self, helper: _Helper, waiting: list[_Helper]
    ) -> Iterator[tuple[str, EnvironmentVariable]]:
        """Yield the variables that callers of a helper name, and note the helpers among them."""
        parameters = self._parameters(helper.function)
        number = _number(parameters, helper.name.name)
        is_open = number is None
        for use in self._repository.links.uses.of(helper.function) if number is not None else ():
            role = self._repository.files[use.path].role
            if use.kind != "call" or role in self._test_roles:
                continue
            arguments = self._arguments(use)
            given = _given(arguments, number or 0, helper.name.name)
            if name := literal_name(given):
                yield use.path, self._variable(use, helper, name, parameters, arguments)
            elif (made := composed_name(given)) and not helper.has_handed_on(use.user):
                waiting.append(helper.caller(use.user, made, use.line))
            elif made is None or made.before or made.behind:
                is_open = True
        if is_open and (helper.name.before or helper.name.behind):
            yield helper.function.path, EnvironmentVariable(_pattern(helper.name), "", helper.line)

    def _variable(
        self,
        use: Use,
        helper: _Helper,
        name: str,
        parameters: tuple[str, ...],
        arguments: tuple[str, ...],
    ) -> EnvironmentVariable:
        defaults = (number for number, each in enumerate(parameters) if _DEFAULT.search(each))
        default = next(defaults, len(arguments))
        said = arguments[default] if default < len(arguments) else ""
        shown = _KEYWORD.sub("", said, count=1) if _KEYWORD.match(said) else said
        is_short = len(shown) <= _LONGEST_DEFAULT and "\n" not in shown
        value = name.upper() if helper.name.is_upper else name
        full = f"{helper.name.before}{value}{helper.name.behind}"
        return EnvironmentVariable(full, shown if is_short else "", use.line)

    def _arguments(self, use: Use) -> tuple[str, ...]:
        lines = self._lines(use.path)
        first = lines[use.line - 1] if use.line <= len(lines) else ""
        rest = first.encode()[use.end_column :].decode("utf-8", "replace")
        following = lines[use.line : use.line + _CALL_LINES]
        return arguments_of("\n".join((rest, *following))[:_LONGEST_CALL])

    def _parameters(self, function: SymbolRef) -> tuple[str, ...]:
        """Return the parameters of a function without the object that it is called on."""
        if function.is_file:
            return ()
        signature = self._repository.symbol(function).signature
        start = signature.find("(")
        found = arguments_of(signature[start:]) if start >= 0 else ()
        is_bound = bool(found) and found[0].split()[-1].lstrip("&*") in _RECEIVERS
        return found[1:] if is_bound else found

    def _code(self, path: str, line: int) -> str:
        return "\n".join(self._lines(path)[line - 1 : line + _CALL_LINES])[:_LONGEST_CALL]


def _joined(outer: ComposedName, inner: ComposedName) -> ComposedName:
    """Return a name in which another one stands in the place of its variable."""
    return ComposedName(
        f"{outer.before}{inner.before}",
        inner.name,
        f"{inner.behind}{outer.behind}",
        outer.is_upper or inner.is_upper,
    )


def _number(parameters: tuple[str, ...], name: str) -> int | None:
    """Return which parameter has a name, from 0 on."""
    word = re.compile(rf"\b{re.escape(name)}\b")
    names = (each.partition("=")[0] for each in parameters)
    return next((number for number, each in enumerate(names) if word.search(each)), None)


def _given(arguments: tuple[str, ...], number: int, name: str) -> str:
    """Return what a call gives a parameter; empty if it gives nothing."""
    keyword = re.compile(rf"{re.escape(name)}\s*[=:]\s*(?P<value>.+)", re.DOTALL)
    for each in arguments:
        if match := keyword.fullmatch(each):
            return match["value"]
    return arguments[number] if number < len(arguments) else ""


def _pattern(name: ComposedName) -> str:
    return f"{name.before}{{{name.name}}}{name.behind}"
