"""Conditions under which calls are made: those of one run, and those of errors."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from mkdocs_repodoc.insight.flows.calls.call_graph import Callee
from mkdocs_repodoc.insight.symbols.symbol_tree import split_name
from mkdocs_repodoc.languages.language_errors import failing_code
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.text.code_reading.brace_lines import braces_at_heads
from mkdocs_repodoc.text.code_reading.branching.branches import (
    exclude_each_other,
    is_for_failure,
    is_for_leaving,
    left_at,
)
from mkdocs_repodoc.text.code_reading.branching.chosen_values import choices
from mkdocs_repodoc.text.code_reading.code_words import CONDITION_WORD
from mkdocs_repodoc.text.code_reading.failing_code import FailingCode
from mkdocs_repodoc.text.code_reading.line_conditions import is_in_condition
from mkdocs_repodoc.text.enclosing_blocks import BlockHead, enclosing_blocks

_FILES = 256
_MOST_PAIRS = 36
"""Pairs of lines that are compared for two calls."""
_CHOICE_LINES = 4
"""Lines between the two sides of an expression that chooses one, at most."""
_SIDES = 2
_FOR_ERRORS = re.compile(
    r"(?:^|_)(?:errors?|exceptions?|fail|fails|failed|failure|abort|raise|throw)(?:_|$)"
    r"|(?:^|[a-z])(?:Error|Exception|Fail|Failed|Failure|Abort|Throw)(?=$|[A-Z_])"
)
"""Names of functions for when something goes wrong."""

_PLATFORM = re.compile(
    r"\b(?:\w+\.platform|os\.name|platform\.system|runtime\.GOOS)\b|_WIN32"
    r"|\bcfg!?\(.*(?:windows|target_os)|\bis_?windows\b|\bon_?windows\b|isOSPlatform",
    re.IGNORECASE,
)
"""A condition on the operating system."""
_CONDITION = re.compile(rf"{CONDITION_WORD}\b")
"""Heads of blocks that are run in some cases; of the cases of a choice each is one."""


class CallConditions:
    """Reads in the source when calls are made.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
    """

    def __init__(self, repository: Repository, read_text: Callable[[str], str]) -> None:
        self._repository = repository
        self._read_text = read_text
        self.lines: Callable[[str], Sequence[str]] = lru_cache(_FILES)(self._read)
        """Path → the file's lines, with braces where the language's habit has them."""
        self._on_platforms: Callable[[str], bool] = lru_cache(_FILES)(self._find_platforms)

    def exclude(self, caller: SymbolRef, ones: Sequence[int], others: Sequence[int]) -> bool:
        """Tell whether a run of a function that comes to some lines can't come to others.

        Args:
            caller: The function.
            ones: The lines of a call in it.
            others: The lines of another call.

        Returns:
            Whether it is so of each line with each; not where there are many lines.
        """
        lines = self.lines(caller.path)
        if self._is_document(caller) or max(*ones, *others) > len(lines):
            return False
        first = self._first(caller)
        code = self._failing_code(caller)
        return len(ones) * len(others) <= _MOST_PAIRS and all(
            exclude_each_other(lines, first, one, other, code) for one in ones for other in others
        )

    def are_alternatives(self, caller: SymbolRef, one: Callee, other: Callee) -> bool:
        """Tell whether a run of a function makes one of two calls; an expression may choose.

        Args:
            caller: The function.
            one: What it calls, and where.
            other: Something else.
        """
        if self.exclude(caller, one.lines, other.lines):
            return True
        if self._is_document(caller) or one.again or other.again:
            return False
        lines = self.lines(caller.path)
        is_near = abs(one.line - other.line) <= _CHOICE_LINES
        found = [
            choice
            for each in (one, other)
            if is_near and 1 <= each.line <= len(lines)
            for choice in choices(lines, each.line, self.last_name(each.symbol))[:1]
            if choice.form == "asked"
        ]
        sides = {choice.is_otherwise for choice in found}
        return len({choice.condition for choice in found}) == 1 and len(sides) == _SIDES

    def is_failure(self, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a function calls another only where it raises or handles errors.

        The name of what it calls may say so too.

        Args:
            caller: The function.
            callee: What it calls, and where.
        """
        if _FOR_ERRORS.search(self.last_name(callee.symbol)) and not _FOR_ERRORS.search(
            self.last_name(caller)
        ):
            return True
        first, code = self._first(caller), self._failing_code(caller)
        return self._each_line(
            caller, callee, lambda lines, number: is_for_failure(lines, first, number, code)
        )

    def is_leaving(self, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a function calls another only where it leaves itself at once.

        Args:
            caller: The function.
            callee: What it calls, and where.
        """
        first, code = self._first(caller), self._failing_code(caller)
        name = self.last_name(callee.symbol)
        return self._each_line(
            caller, callee, lambda lines, number: is_for_leaving(lines, first, number, name, code)
        )

    def left_at(self, caller: SymbolRef, callee: Callee) -> int:
        """Return the last line that a run comes to which makes a call; 0 if it goes on behind that.

        Args:
            caller: The function.
            callee: What it calls, and where.
        """
        lines = self.lines(caller.path)
        if self._is_document(caller) or max(callee.lines) > len(lines) or min(callee.lines) < 1:
            return 0
        first, code = self._first(caller), self._failing_code(caller)
        ends = [left_at(lines, first, number, code) for number in callee.lines]
        return max(ends) if all(ends) else 0

    def is_asked(self, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a function calls another only in conditions.

        Args:
            caller: The function.
            callee: What it calls, and where.
        """
        name = self.last_name(callee.symbol)
        return self._each_line(
            caller, callee, lambda lines, number: is_in_condition(lines[number - 1], name)
        )

    def is_for_platform(self, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a function calls another only on some operating systems.

        Args:
            caller: The function.
            callee: What it calls, and where.
        """
        if not self._on_platforms(caller.path):
            return False
        first, name = self._first(caller), self.last_name(callee.symbol)
        return self._each_line(
            caller,
            callee,
            lambda lines, number: any(
                _PLATFORM.search(head.text)
                for head in enclosing_blocks(lines, first, number, name)
                if not head.is_otherwise
            ),
        )

    def conditions(self, caller: SymbolRef, callee: Callee) -> int:
        """Return how many conditions have to hold for a call, on the line with the fewest.

        What an `else` has counts for none: it is what runs as a rule.

        Args:
            caller: The function.
            callee: What it calls, and where.
        """
        lines = self.lines(caller.path)
        first, name = self._first(caller), self.last_name(callee.symbol)
        numbers = [each for each in (callee.line, *callee.again) if 1 <= each <= len(lines)]
        if self._is_document(caller) or not numbers:
            return 0
        found = (enclosing_blocks(lines, first, number, name) for number in numbers)
        return min(sum(map(_is_condition, heads)) for heads in found)

    def _each_line(
        self, caller: SymbolRef, callee: Callee, holds: Callable[[Sequence[str], int], bool]
    ) -> bool:
        """Tell whether something holds of all lines on which a function calls another."""
        lines = self.lines(caller.path)
        numbers = (callee.line, *callee.again)
        if self._is_document(caller) or max(numbers) > len(lines) or min(numbers) < 1:
            return False
        return all(holds(lines, number) for number in numbers)

    def last_name(self, ref: SymbolRef) -> str:
        """Return the last part of a symbol's name; nothing of a file."""
        return "" if ref.is_file else split_name(self._repository.symbol(ref).name)[1]

    def _first(self, caller: SymbolRef) -> int:
        return 0 if caller.is_file else self._repository.symbol(caller).line

    def _failing_code(self, caller: SymbolRef) -> FailingCode:
        return failing_code(self._repository.files[caller.path].source.language)

    def _is_document(self, caller: SymbolRef) -> bool:
        return self._repository.files[caller.path].role == "documentation"

    def _find_platforms(self, path: str) -> bool:
        return any(map(_PLATFORM.search, self.lines(path)))

    def _read(self, path: str) -> Sequence[str]:
        return braces_at_heads(self._read_text(path).split("\n"))


def _is_condition(head: BlockHead) -> bool:
    is_case = head.part == "block" and not head.is_otherwise
    return is_case and _CONDITION.match(head.text) is not None
