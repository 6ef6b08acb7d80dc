"""Conditions under which calls are made: those of one run, and those of errors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from mkdocs_repodoc.insight.flows.call_graph import Callee
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.text.code_reading.branches import exclude_each_other, is_for_failure

_FILES = 256


class CallConditions:
    """Reads in the source when calls are made.

    Args:
        repository: The linked repository.
        read_text: Path → the file's text.
    """

    def __init__(self, repository: Repository, read_text: Callable[[str], str]) -> None:
        self._repository = repository
        self._read_text = read_text
        self._lines = lru_cache(_FILES)(self._read)

    def exclude(self, caller: SymbolRef, one: int, other: int) -> bool:
        """Tell whether a run of a function that comes to one line can't come to another.

        Args:
            caller: The function.
            one: A line of it.
            other: Another line of it.
        """
        lines = self._lines(caller.path)
        if self._is_document(caller) or max(one, other) > len(lines):
            return False
        return exclude_each_other(lines, self._first(caller), one, other)

    def is_failure(self, caller: SymbolRef, callee: Callee) -> bool:
        """Tell whether a function calls another only where it raises or handles errors.

        Args:
            caller: The function.
            callee: What it calls, and where.
        """
        lines = self._lines(caller.path)
        numbers = (callee.line, *callee.again)
        if self._is_document(caller) or max(numbers) > len(lines) or min(numbers) < 1:
            return False
        first = self._first(caller)
        return all(is_for_failure(lines, first, number) for number in numbers)

    def _first(self, caller: SymbolRef) -> int:
        return 0 if caller.is_file else self._repository.symbol(caller).line

    def _is_document(self, caller: SymbolRef) -> bool:
        return self._repository.files[caller.path].role == "documentation"

    def _read(self, path: str) -> Sequence[str]:
        return self._read_text(path).split("\n")
