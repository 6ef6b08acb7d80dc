"""Statuses that functions return or variables hold, where the program ends with their value."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache

from mkdocs_repodoc.insight.operation.constant_numbers import ConstantNumbers
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.languages.language import Language
from mkdocs_repodoc.languages.language_errors import program_endings
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.facts import ANY_ERROR, ExitStatus
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository, Role
from mkdocs_repodoc.text.code_reading.bare_lines import bare_lines
from mkdocs_repodoc.text.code_reading.call_arguments import is_argument_list
from mkdocs_repodoc.text.code_reading.function_exits import function_exits
from mkdocs_repodoc.text.code_reading.variable_settings import is_set_for_certain, settings_of
from mkdocs_repodoc.text.comments import CommentSyntax
from mkdocs_repodoc.text.enclosing_blocks import enclosing_blocks

_FILES = 64
_DEPTH = 4
"""Functions that hand a status on."""
_CALL = re.compile(r"(?:await\s+)?(?:\w+(?:\.|::|->))*(\w+)(?=\()")
_NAME = re.compile(r"[A-Za-z_]\w*$")
_NUMBER = re.compile(
    r"(?P<plain>-?\d{1,3})(?:_?[iu]\d+)?$"
    r"|(?P<by>\w+(?:(?:\.|::)\w+)*)\((?P<held>-?\d{1,3})\)$"
)
"""A number, perhaps in what hands it on as a status."""
_CONSTANT = re.compile(r"(?:\w+(?:\.|::))*[A-Z]\w*$")
_CHOICE = re.compile(
    r"(?P<first>-?\d+) if (?P<when>(?:(?! else ).)+) else (?P<other>-?\d+)$"
    r"|(?P<test>[^?]*[^?\s])\s*\?\s*(?P<so>-?\d+)\s*:\s*(?P<not>-?\d+)$"
)
_HANDLER = re.compile(r"(?:except|catch|rescue)\b\s*\(?(?P<caught>.*?)\)?(?:\s+as\s+\w+)?$")
_CONDITION = re.compile(r"(?:else\s+if|elif|elsif|if|unless)\s+(?P<said>.+)$")
_LAST = re.compile(r"\w+$")
_STATUS_TYPE = re.compile(r"(?:Exit|Return)_?(?:Code|Status)$")
_SEPARATOR = re.compile(r"\.|::")
_RETURN = "return"
"""What a condition on the line of a status may decide on."""
_LONGEST = 90

Exit = tuple[str, ExitStatus]
"""Path, and how the program ends there."""


def returned_statuses(
    repository: Repository, read_text: Callable[[str], str], code_roles: Collection[Role]
) -> Mapping[Exit, tuple[Exit, ...]]:
    """Return how the software ends by an expression → the exits with numbers that this stands for.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
        code_roles: Roles of the files that make up the software itself.
    """
    finder = ReturnedStatuses(repository, read_text, code_roles)
    return {
        (file.path, each): known
        for file in repository.files.values()
        if file.role in code_roles and not file.source.origin
        for each in file.outline.facts_of(ExitStatus)
        if not each.status.lstrip("-").isdigit()
        if (known := finder.of(file.path, each)) is not None
    }


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
        self._numbers = ConstantNumbers(repository, code_roles)
        self._lines = lru_cache(_FILES)(lambda path: read_text(path).split("\n"))
        self._bare = lru_cache(_FILES)(lambda path: bare_lines(read_text(path), self._syntax(path)))

    def of(self, path: str, exit_status: ExitStatus) -> tuple[Exit, ...] | None:
        """Return the statuses with a number that an expression may come to, each at its line.

        Args:
            path: The file that ends the program.
            exit_status: How it does, by an expression.

        Returns:
            Nothing where no number is known, or for a constant by its name; the expression itself
            comes last where it may have other values, too.
        """
        if _CONSTANT.match(exit_status.status):
            return None  # it is looked up with its name, which says what it means
        found: dict[Exit, None] = {}
        scope = next(scopes_around(self._repository.files[path], [exit_status.line]))
        given = self._given(scope, exit_status.line, exit_status.status, 0, set())
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
        self, scope: SymbolRef, line: int, written: str, depth: int, seen: set[SymbolRef]
    ) -> Iterator[Exit | None]:
        """Yield what an expression on a line of a function may be; `None` for what is unknown."""
        called = _called(written)
        if number := self._number(scope.path, written):
            yield scope.path, self._status(scope, line, number)
        elif choice := _CHOICE.match(written):
            yield from self._choice(scope.path, line, choice)
        elif called and depth < _DEPTH:
            yield from self._of_call(scope, line, called, depth, seen)
        elif _NAME.match(written) and not scope.is_file and depth < _DEPTH:
            yield from self._of_variable(scope, line, written, depth, seen)
        else:
            yield None

    def _number(self, path: str, written: str) -> str:
        if (match := _NUMBER.match(written)) and not match["by"]:
            return match["plain"]
        if match and self._hands_on(path, match["by"]):
            return match["held"]
        return self._numbers.of(written, path) if _CONSTANT.match(written) else ""

    def _hands_on(self, path: str, function: str) -> bool:
        """Tell whether a function returns the status that it is given, or ends with it."""
        endings = program_endings(self._language(path).name)
        named = _SEPARATOR.split(function)
        if len(named) > 1 and named[-1] == "from":
            named.pop()
        known = (*endings.wrappers, *(_SEPARATOR.split(each)[-1] for each in endings.functions))
        return named[-1] in known or _STATUS_TYPE.match(named[-1]) is not None

    def _choice(self, path: str, line: int, choice: re.Match[str]) -> Iterator[Exit]:
        when = choice["when"] or choice["test"]
        when = when[1:-1].strip() if is_argument_list(when) else when
        one, other = choice["first"] or choice["so"], choice["other"] or choice["not"]
        yield path, ExitStatus(one, line, condition=when)
        yield path, ExitStatus(other, line, condition=f"not ({when})")

    def _of_call(
        self, scope: SymbolRef, line: int, name: str, depth: int, seen: set[SymbolRef]
    ) -> Iterator[Exit | None]:
        targets = {
            site.callee
            for site in self._repository.links.uses.calls(scope.path)
            if site.line == line
            and site.called
            and _last(self._repository.qualified_name(site.callee)) == name
        }
        target = next(iter(targets), None)
        if len(targets) != 1 or target is None or not self._is_function(target):
            yield None
        elif target not in seen:
            seen.add(target)
            returned = list(self._returned(target))
            if not returned:
                yield None
            for at, said in returned:
                yield from self._given(target, at, said, depth + 1, seen)

    def _is_function(self, ref: SymbolRef) -> bool:
        return not ref.is_file and self._repository.symbol(ref).kind in FUNCTIONS

    def _returned(self, function: SymbolRef) -> Iterator[tuple[int, str]]:
        """Yield the lines on which a function returns, and what: empty where that is unknown."""
        symbol = self._repository.symbol(function)
        if not self._language(function.path).plain_decorators.issuperset(symbol.decorators):
            yield symbol.name_line, ""
        wrappers = program_endings(self._language(function.path).name).wrappers
        lines = self._bare(function.path)
        exits = sorted(function_exits(lines, symbol.name_line, symbol.end_line, wrappers))
        file = self._repository.files[function.path]
        scopes = scopes_around(file, [each.line for each in exits])
        for each, scope in zip(exits, scopes, strict=True):
            if scope == function:
                yield each

    def _of_variable(
        self, scope: SymbolRef, line: int, name: str, depth: int, seen: set[SymbolRef]
    ) -> Iterator[Exit | None]:
        """Yield what the statements before a line set a variable of a function to."""
        symbol = self._repository.symbol(scope)
        lines = self._bare(scope.path)
        span = symbol.name_line, symbol.end_line
        found = list(settings_of(lines, span, line, name))
        if not is_set_for_certain(lines, symbol.name_line, found, name):
            yield None
        file = self._repository.files[scope.path]
        scopes = scopes_around(file, [each.line for each in found])
        for each, around in zip(found, scopes, strict=True):
            if around == scope and each.said:
                yield from self._given(scope, each.line, each.said, depth + 1, seen)
            else:
                yield None

    def _syntax(self, path: str) -> CommentSyntax:
        return self._language(path).comments

    def _language(self, path: str) -> Language:
        return language_named(self._repository.files[path].source.language)

    def _status(self, scope: SymbolRef, line: int, number: str) -> ExitStatus:
        """Return a status with the handler or the condition that a line stands in."""
        first = 0 if scope.is_file else self._repository.symbol(scope).line
        caught = condition = ""
        for head in reversed(enclosing_blocks(self._lines(scope.path), first, line, _RETURN)):
            if head.part != "block":
                continue
            handler = None if head.is_otherwise else _HANDLER.match(head.text)
            tested = _CONDITION.match(head.text)
            if handler is not None:
                caught = handler["caught"] or ANY_ERROR
                break
            if tested is not None and not condition and not head.text.endswith("…"):
                said = tested["said"].removeprefix("(").removesuffix(")").strip()
                condition = f"not ({said})" if head.is_otherwise else said
        is_short = len(condition) <= _LONGEST
        return ExitStatus(number, line, caught, "", condition if is_short else "")


def _called(written: str) -> str:
    """Return the name of what an expression calls, if it is that call and nothing else."""
    match = _CALL.match(written)
    behind = written[match.end() :].removesuffix("?") if match is not None else ""
    return match[1] if match is not None and is_argument_list(behind) else ""


def _last(qualified: str) -> str:
    match = _LAST.search(qualified)
    return match[0] if match else qualified
