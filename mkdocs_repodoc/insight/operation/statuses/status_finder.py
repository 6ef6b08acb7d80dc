"""A search for the numbers behind statuses that functions return or variables hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from mkdocs_repodoc.insight.operation.environment.handed_arguments import HandedArguments
from mkdocs_repodoc.insight.operation.environment.handed_names import given_to, number_of
from mkdocs_repodoc.insight.operation.scopes import function_around, scopes_around
from mkdocs_repodoc.insight.operation.statuses.looped_functions import LoopedFunctions
from mkdocs_repodoc.insight.operation.statuses.returned_expressions import ReturnedExpressions
from mkdocs_repodoc.insight.operation.statuses.status_circumstances import status_on
from mkdocs_repodoc.insight.operation.statuses.status_trail import StatusTrail
from mkdocs_repodoc.insight.operation.statuses.written_statuses import (
    WrittenStatuses,
    called_name,
    choice,
    is_constant,
    one_of,
    text_in,
)
from mkdocs_repodoc.languages.language import Language
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role
from mkdocs_repodoc.text.code_reading.bare_lines import bare_lines
from mkdocs_repodoc.text.code_reading.call_arguments import message_of
from mkdocs_repodoc.text.code_reading.variable_settings import is_set_for_certain, settings_of
from mkdocs_repodoc.text.comments import CommentSyntax
from mkdocs_repodoc.text.english import shortened

_EMPTY = frozenset({"abstract", "declaration"})
"""Labels of methods that only types which implement them give a body."""
_FILES = 64
_DEPTH = 6
"""Functions and variables that hand a status on."""
_MOST_CALLS = 40
"""Calls that give a function a status; of more nothing is told one by one."""
_LONGEST = 90
_NAME = re.compile(r"[A-Za-z_]\w*$")
_SEPARATOR = re.compile(r"\W+")
Exit = tuple[str, ExitStatus]
"""Path, and how the program ends there."""


class ReturnedStatuses:
    """Finds the numbers behind statuses that code works out.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
        code_roles: Roles of the files that make up the software itself.
    """

    def __init__(
        self,
        repository: Repository,
        read_text: Callable[[str], str],
        code_roles: Collection[Role],
    ) -> None:
        self._repository = repository
        self._code_roles = code_roles
        self._written = WrittenStatuses(repository, code_roles)
        self._lines = lru_cache(_FILES)(lambda path: read_text(path).split("\n"))
        self._handed = HandedArguments(repository, self._lines)
        self._bare = lru_cache(_FILES)(lambda path: bare_lines(read_text(path), self._syntax(path)))
        self._returned = ReturnedExpressions(repository, self._bare)
        self._looped = LoopedFunctions(repository, self._bare, self._handed, code_roles)

    def of(self, path: str, exit_status: ExitStatus) -> tuple[Exit, ...] | None:
        """Return the statuses that an expression may come to, each at its line.

        Args:
            path: The file that ends the program.
            exit_status: How it does, by an expression.

        Returns:
            Numbers, and expressions that no number is known for. Nothing where no more is known
            than the expression itself, or for a constant by its name; it comes last where it may
            have other values, too.
        """
        if is_constant(exit_status.status):
            return None  # it is looked up with its name, which says what it means
        found: dict[Exit, None] = {}
        scope = next(scopes_around(self._repository.files[path], [exit_status.line]))
        given = self._given(scope, exit_status.line, exit_status.status, StatusTrail())
        is_open = False
        for each in given:
            if each is None:
                is_open = True
            else:
                found[each] = None
        if not found:
            return None
        return (*found, (path, exit_status)) if is_open else tuple(found)

    def _given(
        self,
        scope: SymbolRef,
        line: int,
        written: str,
        trail: StatusTrail,
        meaning: str = "",
    ) -> Iterator[Exit | None]:
        """Yield what an expression on a line of a function may be; `None` for what is unknown."""
        called = called_name(written)
        if number := self._written.number(scope.path, written):
            yield scope.path, self._status(scope, line, number, meaning)
        elif (told := text_in(written)) and (of_text := self._written.of_text(scope.path)):
            yield scope.path, self._status(scope, line, of_text, meaning or told)
        elif either := choice(line, written):
            yield from ((scope.path, each) for each in either)
        elif called and trail.length < _DEPTH:
            yield from self._of_call(scope, line, called, trail)
        elif _NAME.match(written) and not scope.is_file and trail.length < _DEPTH:
            yield from self._of_variable(scope, line, written, trail)
        else:
            yield self._worked_out(scope, line, written, trail)

    def _worked_out(
        self, scope: SymbolRef, line: int, written: str, trail: StatusTrail
    ) -> Exit | None:
        """Return an expression to which a status was followed, if it says more than a name."""
        if not trail.length or not written or _NAME.match(written):
            return None
        return scope.path, self._status(scope, line, shortened(written, _LONGEST))

    def _of_call(
        self, scope: SymbolRef, line: int, name: str, trail: StatusTrail
    ) -> Iterator[Exit | None]:
        targets = {
            site.callee
            for site in self._repository.links.uses.calls(scope.path)
            if site.line == line
            and site.called
            and _SEPARATOR.split(self._repository.qualified_name(site.callee))[-1] == name
        }
        target = next(iter(targets), None)
        if not targets:
            yield None
            yield from self._of_looped(scope, line, name)
        elif len(targets) != 1 or target is None or not self._is_function(target):
            yield None
        elif (target, "") not in trail.seen:
            trail.seen.add((target, ""))
            promised = self._repository.links.overridden_by.get(target, ())
            if _EMPTY.isdisjoint(self._repository.symbol(target).labels):
                yield from self._of_function(target, trail)
            elif not promised:
                yield None
            for each in promised:
                if self._is_code(each) and (each, "") not in trail.seen:
                    trail.seen.add((each, ""))
                    yield from self._of_function(each, trail)

    def _of_looped(self, scope: SymbolRef, line: int, name: str) -> Iterator[Exit | None]:
        """Yield the numbers that functions return which a loop calls one after another."""
        for function in self._looped.of(scope, line, name):
            for at, said in self._returned.of(function):
                if number := self._written.number(function.path, said):
                    yield function.path, self._status(function, at, number)

    def _of_function(self, function: SymbolRef, trail: StatusTrail) -> Iterator[Exit | None]:
        returned = list(self._returned.of(function))
        if not returned:
            yield None
        for at, said in returned:
            own, part = one_of(said, trail.part)
            yield from self._given(function, at, own, trail.further(part))

    def _is_code(self, ref: SymbolRef) -> bool:
        return self._repository.files[ref.path].role in self._code_roles

    def _is_function(self, ref: SymbolRef) -> bool:
        return not ref.is_file and self._repository.symbol(ref).kind in FUNCTIONS

    def _of_variable(
        self, scope: SymbolRef, line: int, name: str, trail: StatusTrail
    ) -> Iterator[Exit | None]:
        """Yield what the statements before a line set a variable of a function to."""
        symbol = self._repository.symbol(scope)
        lines = self._bare(scope.path)
        span = symbol.name_line, symbol.end_line
        found = list(settings_of(lines, span, line, name))
        outer = function_around(self._repository.files[scope.path], scope)
        if not found and outer is not None:
            yield from self._of_variable(outer, line, name, trail)
            return
        if any(each.is_parameter for each in found):
            yield from self._of_parameter(scope, name, trail)
            found = [each for each in found if not each.is_parameter]
        elif not is_set_for_certain(lines, symbol.name_line, found, name, line):
            yield None
        file = self._repository.files[scope.path]
        scopes = scopes_around(file, [each.line for each in found])
        for each, around in zip(found, scopes, strict=True):
            if around == scope and each.said:
                yield from self._given(
                    scope, each.line, each.said, trail.further(each.part), each.message
                )
            else:
                yield None

    def _of_parameter(
        self, function: SymbolRef, name: str, trail: StatusTrail
    ) -> Iterator[Exit | None]:
        """Yield what calls give for a parameter of a function."""
        parameters = self._handed.parameters(function)
        number = number_of(parameters, name)
        files = self._repository.files
        uses = [
            use
            for use in self._repository.links.uses.of(function)
            if files[use.path].role in self._code_roles and use.kind != "import"
        ]
        if number is None or not 0 < len(uses) <= _MOST_CALLS:
            yield None
            return
        if (function, name) in trail.seen:
            return
        trail.seen.add((function, name))
        default = parameters[number].partition("=")[2].strip()
        for use in uses:
            given = self._handed.of(use) if use.kind == "call" else ()
            said = given_to(given, number, name) or (default if given else "")
            if not said:
                yield None
                continue
            around = next(scopes_around(files[use.path], [use.line]))
            message = next(filter(None, map(message_of, given)), "")
            yield from self._given(around, use.line, said, trail.further(), message)

    def _syntax(self, path: str) -> CommentSyntax:
        return self._language(path).comments

    def _language(self, path: str) -> Language:
        return language_named(self._repository.files[path].source.language)

    def _status(self, scope: SymbolRef, line: int, number: str, meaning: str = "") -> ExitStatus:
        first = 0 if scope.is_file else self._repository.symbol(scope).line
        return status_on(self._lines(scope.path), first, line, number, meaning)
