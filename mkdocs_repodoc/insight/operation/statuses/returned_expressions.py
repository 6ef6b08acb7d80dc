"""Expressions that functions return, each with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mkdocs_repodoc.insight.operation.scopes import scopes_around
from mkdocs_repodoc.languages.language_errors import program_endings
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.text.code_reading.bare_lines import BareLine
from mkdocs_repodoc.text.code_reading.function_exits import function_exits


class ReturnedExpressions:
    """Finds what functions return.

    Args:
        repository: The linked repository.
        bare: Path → the lines of the file without comments and texts.
    """

    def __init__(self, repository: Repository, bare: Callable[[str], Sequence[BareLine]]) -> None:
        self._repository = repository
        self._bare = bare

    def of(self, function: SymbolRef) -> Iterator[tuple[int, str]]:
        """Yield the lines on which a function returns, and what: empty where that is unknown."""
        language = language_named(self._repository.files[function.path].source.language)
        symbol = self._repository.symbol(function)
        if not language.plain_decorators.issuperset(symbol.decorators):
            yield symbol.name_line, ""
        wrappers = program_endings(language.name).wrappers
        lines = self._bare(function.path)
        exits = sorted(function_exits(lines, symbol.name_line, symbol.end_line, wrappers))
        file = self._repository.files[function.path]
        scopes = scopes_around(file, [each.line for each in exits])
        for each, scope in zip(exits, scopes, strict=True):
            if scope == function:
                yield each
