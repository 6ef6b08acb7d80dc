"""What a run of the tests has measured, beside what can be read from the code."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_repodoc.model.blocks import Inline, Label, Phrase
from mkdocs_repodoc.model.repository import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.formatting import count, joined

_FILES = 4
_CASES = 4
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
    phrase: list[Inline] = []
    shown = 0
    for path in list(by_file)[:_FILES]:
        symbols = context.repository.files[path].outline.symbols
        cases = [
            page_links.to_symbol(context, test, text=symbols[test.position].name, title="")
            for test in by_file[path][:_CASES]
            if test.position >= 0
        ]
        phrase += ["; "] if phrase else []
        phrase.append(page_links.to_file(context, path, title=""))
        phrase += [": ", *joined(cases)] if cases else []
        shown += max(len(cases), 1)
    if total > shown:
        phrase.append(f" and {count(total - shown, 'more test')}")
    return (*phrase, " ", _MEASURED)


def _files(context: PageContext, covered: Mapping[str, int]) -> Phrase:
    phrase: list[Inline] = []
    for path in list(covered)[:_FILES]:
        phrase += [", "] if phrase else []
        phrase += [page_links.to_file(context, path), f" ({count(covered[path], 'line')})"]
    if len(covered) > _FILES:
        phrase.append(f" and {count(len(covered) - _FILES, 'more file')}")
    return (*phrase, " ", _MEASURED)
