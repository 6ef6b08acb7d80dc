"""Families of environment variables: code reads all whose names begin with a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mkdocs_repodoc.insight.operation.environment.handed_arguments import HandedArguments
from mkdocs_repodoc.insight.operation.environment.handed_names import given_to, number_of
from mkdocs_repodoc.insight.operation.environment.name_patterns import NamePattern, name_patterns
from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.kinds import CALLING
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import CODE_ROLES, Repository
from mkdocs_repodoc.text.code_reading.bare_lines import BareLine, bare_lines
from mkdocs_repodoc.text.code_reading.call_arguments import arguments_of, literal_name

_FILES = 16
_ASKS = re.compile(
    r"\.(?:starts?_?with\??|strip_prefix|delete_prefix|removeprefix)(?=\()"
    r"|\bstrings\.(?:HasPrefix|CutPrefix|TrimPrefix)(?=\()|\bstr_starts_with(?=\()",
    re.IGNORECASE,
)
_NEAR = 8
"""Lines on either side of what goes through the environment where names are compared."""
_VARIABLE = re.compile(r"\{(\w+)\}")
_PREFIX = re.compile(r"[A-Z][A-Z0-9_{}a-z]*_$")
_NOTHING = frozenset({"", "None", "null", "nil", '""', "''"})
_MOST = 40
"""Calls of a function that reads a family."""


class VariableFamily(NamedTuple):
    """Variables that are read by what their names begin with."""

    prefix: str
    path: str
    line: int
    """Where the beginning is named."""
    reader: SymbolRef
    """The function that goes through the environment, or the file that does."""
    taker: SymbolRef | None
    """The function that the reader is put around, whose parameters these set."""


def variable_families(
    repository: Repository,
    reads: Iterable[tuple[str, int]],
    read_text: Callable[[str], str],
) -> list[VariableFamily]:
    """Return the families of variables that the software reads, in the order of its code.

    Args:
        repository: The linked repository.
        reads: Paths and lines that read the environment without a literal name.
        read_text: Path → the file's text.
    """
    finder = _Finder(repository, read_text)
    return list(dict.fromkeys(each for path, line in reads for each in finder.of(path, line)))


class _Finder:
    def __init__(self, repository: Repository, read_text: Callable[[str], str]) -> None:
        self._repository = repository
        self._lines = lru_cache(_FILES)(lambda path: self._bare(path, read_text(path)))
        texts = lru_cache(_FILES)(lambda path: read_text(path).split("\n"))
        self._handed = HandedArguments(repository, texts)

    def of(self, path: str, line: int) -> Iterator[VariableFamily]:
        """Yield the families that are read where a line goes through the environment."""
        file = self._repository.files[path]
        reader = next(scopes_around(file, [line]))
        lines = self._lines(path)
        symbol = None if reader.is_file else self._repository.symbol(reader)
        first, last = (symbol.name_line, symbol.end_line) if symbol else (1, len(lines))
        near = range(max(first, line - _NEAR), min(last, line + _NEAR) + 1)
        for number in near:
            for asked in _ASKS.finditer(lines[number - 1].code):
                given = arguments_of(lines[number - 1].code[asked.end() :])
                for each in name_patterns(lines, first, number, given[-1]) if given else ():
                    yield from self._families(reader, path, number, each)

    def _families(
        self, reader: SymbolRef, path: str, line: int, pattern: NamePattern
    ) -> Iterator[VariableFamily]:
        """Yield what a beginning of names is for each call that says what is not known of it."""
        if not _VARIABLE.search(pattern.text):
            if _PREFIX.match(pattern.text):
                yield VariableFamily(pattern.text, path, line, reader, None)
            return
        uses = [] if reader.is_file else self._repository.links.uses.of(reader)
        for use in uses[:_MOST]:
            if self._repository.files[use.path].role in CODE_ROLES:
                prefix = self._filled(reader, pattern, use)
                if _PREFIX.match(prefix):
                    taker = self._taker(reader, use)
                    yield VariableFamily(prefix, use.path, use.line, reader, taker)

    def _filled(self, reader: SymbolRef, pattern: NamePattern, use: Use) -> str:
        """Return a pattern with what a call gives; empty where it gives nothing for a part."""
        parameters, given = self._handed.parameters(reader), self._handed.of(use)
        said = pattern.text
        for name in _VARIABLE.findall(said):
            number = number_of(parameters, name)
            value = given_to(given, number, name) if number is not None and given else ""
            if value.strip() in _NOTHING:
                return ""
            said = said.replace(f"{{{name}}}", literal_name(value) or f"{{{name}}}")
        return said.upper() if pattern.is_upper and not _VARIABLE.search(said) else said

    def _taker(self, reader: SymbolRef, use: Use) -> SymbolRef | None:
        """Return the function that a use puts the reader around."""
        name = self._repository.symbol(reader).bare_name
        symbols = self._repository.files[use.path].outline.symbols
        below = [
            (symbol.name_line, position)
            for position, symbol in enumerate(symbols)
            if symbol.kind in CALLING
            and symbol.line <= use.line < symbol.name_line
            and any(name in each for each in symbol.decorators)
        ]
        return SymbolRef(use.path, min(below)[1]) if below else None

    def _bare(self, path: str, text: str) -> Sequence[BareLine]:
        language = self._repository.files[path].source.language
        return bare_lines(text, language_named(language).comments)
