"""Functions that copy the whole environment, and the names by which others hold such a copy."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.facts import EnvironmentUse
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile, Repository

_TYPE = re.compile(r"\b[A-Z]\w*")
"""A type with a name of its own, which no other map has."""


class EnvironmentCopies:
    """Tells whether a name holds a copy of the environment.

    Args:
        repository: The linked repository.
        code: The files that make up the software itself.
        lines_of: Path → the lines of the file.
    """

    def __init__(
        self,
        repository: Repository,
        code: Collection[RepoFile],
        lines_of: Callable[[str], list[str]],
    ) -> None:
        self._repository = repository
        self._lines_of = lines_of
        self._copying = {
            scope: file.source.language for file in code for scope in self._takers(file)
        }
        self._types = {
            (language, word)
            for scope, language in self._copying.items()
            for word in self._result_types(scope)
        }
        self.languages = frozenset(self._copying.values())
        """Those in which the software copies its environment."""

    def is_held(self, name: str, file: RepoFile, scope: SymbolRef, line: int) -> bool:
        """Tell whether a name holds a copy on a line.

        It does where it was set to one, where its type is that of one, and as a parameter in a
        file that takes one.

        Args:
            name: The name.
            file: The file.
            scope: The function around the line.
            line: The line.
        """
        if scope.is_file:
            return False
        language = file.source.language
        first = self._repository.symbol(scope).line
        before = self._lines_of(file.path)[first - 1 : line]
        assigned = re.compile(rf"\b{re.escape(name)}(?:,\s*\w+)*\s*:?=(?!=)\s*(?P<value>.+)")
        values = [match["value"] for match in map(assigned.search, before) if match]
        if values:
            return scope in self._copying or self._is_copy(values[-1], language)
        word = re.compile(rf"\b{re.escape(name)}\b")
        given = [part for part in re.split(r"[(),]", before[0]) if word.search(part)]
        types = {each for part in given for each in _TYPE.findall(part)}
        in_file = any(each.path == file.path for each in self._copying)
        return any((language, each) in self._types for each in types) or (
            bool(given) and not types and in_file
        )

    def _is_copy(self, value: str, language: str) -> bool:
        """Tell whether a value is what a function gives that copies the environment."""
        called = re.match(r"(?:\w+\.)*(\w+)\(", value)
        return called is not None and any(
            self._repository.symbol(scope).bare_name == called[1]
            for scope, spoken in self._copying.items()
            if not scope.is_file and spoken == language
        )

    def _takers(self, file: RepoFile) -> Iterator[SymbolRef]:
        """Yield the functions of a file that take the whole environment."""
        reads = language_named(file.source.language).environment
        uses = [each.line for each in file.outline.facts_of(EnvironmentUse)]
        if isinstance(reads, Absent) or not reads.whole or not uses:
            return
        lines = self._lines_of(file.path)
        taking = [
            number
            for number in sorted(uses)
            if number <= len(lines) and any(name in lines[number - 1] for name in reads.whole)
        ]
        yield from scopes_around(file, taking)

    def _result_types(self, scope: SymbolRef) -> Iterator[str]:
        """Yield the named types of what a function gives."""
        if not scope.is_file:
            signature = self._repository.symbol(scope).signature
            yield from _TYPE.findall(signature.partition(")")[2])
