"""Measured test coverage of symbols, beside what can be read from the code."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_repodoc.model.blocks import Label, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import count

_MEASURED = Label("measured")


def coverage_rows(context: PageContext, symbol: SymbolRef) -> list[tuple[str, Phrase]]:
    """Return the tests that have run a function, or the files that a test has run code of."""
    coverage = context.repository.links.coverage
    rows: list[tuple[str, Phrase]] = []
    if covering := coverage.covered_by.get(symbol):
        rows.append(("Covered by", _tests(context, covering.tests, covering.total)))
    if covered := coverage.covers.get(symbol):
        rows.append(("Covers", _files(context, covered)))
    return rows


def lines_run(context: PageContext, test: str, path: str) -> Phrase:
    """Return how much of a source file a test has run; nothing where that was not measured."""
    lines = context.repository.links.coverage.lines.get(test, {}).get(path, 0)
    return (f", {count(lines, 'line')} run ", _MEASURED) if lines else ()


def _tests(context: PageContext, tests: tuple[SymbolRef, ...], total: int) -> Phrase:
    by_file: dict[str, list[SymbolRef]] = {}
    for test in tests:
        by_file.setdefault(test.path, []).append(test)
    parts: list[Phrase] = []
    shown = 0
    for path in list(by_file)[: caps.COVERAGE_FILES]:
        symbols = context.repository.files[path].outline.symbols
        cases = [
            page_links.to_symbol(context, test, text=symbols[test.position].name, title="")
            for test in by_file[path][: caps.COVERAGE_CASES_PER_FILE]
            if not test.is_file
        ]
        link = page_links.to_file(context, path, title="")
        parts.append((link, ": ", *joined(cases)) if cases else (link,))
        shown += max(len(cases), 1)
    return (*capped(parts, total - shown, "test", separator="; "), " ", _MEASURED)


def _files(context: PageContext, covered: Mapping[str, int]) -> Phrase:
    shown = [
        (page_links.to_file(context, path), f" ({count(covered[path], 'line')})")
        for path in list(covered)[: caps.COVERAGE_FILES]
    ]
    return (*capped(shown, len(covered) - len(shown), "file"), " ", _MEASURED)
