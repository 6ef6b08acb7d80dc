"""Tests among the users of a symbol: their files, the cases in them, and what helps these."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.model.blocks import PageLink, Phrase
from mkdocs_repodoc.model.linked_symbols import (
    SymbolRef,
    Use,
)
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.pages.parts.uses.use_files import FileUses
from mkdocs_repodoc.text.english import count


def tests_phrase(context: PageContext, tests: FileUses) -> Phrase:
    """The tests that use something, as links to the files and their cases."""
    return joined([file_cases(context, tests, path) for path in most_first(tests)], "; ")


def most_first(tests: FileUses) -> list[str]:
    """Return the files of tests, those with most uses first."""
    return sorted(tests, key=lambda path: -len(tests[path]))


def file_cases(context: PageContext, tests: FileUses, path: str) -> Phrase:
    """One file of tests: its name, the cases in it, and what helps them."""
    cases, helpers = _cases_and_helpers(context, path, tests[path])
    said: Phrase = (page_links.to_file(context, path, title=""),)
    for before, named in ((": ", cases), (", helping tests: ", helpers)):
        if named:
            shown = named[: caps.TEST_CASES_PER_FILE]
            links = [_to_scope(context, path, scope) for scope in shown]
            said = (*said, before, *capped(links, len(named) - len(shown)))
    return said


def test_totals(context: PageContext, tests: FileUses) -> str:
    """Return how many cases use something, and how many fixtures and other helpers of theirs."""
    found = [_cases_and_helpers(context, path, uses) for path, uses in tests.items()]
    cases = sum(len(cases) for cases, _ in found)
    helpers = sum(len(helpers) for _, helpers in found)
    said = [count(cases, "case")] if cases else []
    said += [count(helpers, "helper")] if helpers else []
    files = count(len(tests), "file")
    return f"{' and '.join(said)} in {files}" if said else files


def _to_scope(context: PageContext, path: str, scope: int) -> PageLink:
    ref = SymbolRef(path, scope)
    return page_links.to_symbol(context, ref, text=context.repository.symbol(ref).name, title="")


def _cases_and_helpers(
    context: PageContext, path: str, uses: Iterable[Use]
) -> tuple[list[int], list[int]]:
    """Return the symbols in which uses stand: those that are tests, and those that only help them.

    In a file of tests without a case that is known, any symbol may be one.
    """
    file = context.repository.files[path]
    symbols, names = file.outline.symbols, frozenset(file.outline.tests)
    cases = [symbol for symbol in symbols if symbol.name in names] if names else []

    def is_test(position: int) -> bool:
        own = symbols[position]
        if file.role == "test support":
            return False
        return (
            own.name in names
            or not cases
            or any(
                case.line <= own.line <= case.end_line or own.line <= case.line <= own.end_line
                for case in cases
            )
        )

    scopes = dict.fromkeys(use.scope for use in uses if 0 <= use.scope < len(symbols))
    tests = [scope for scope in scopes if is_test(scope)]
    return tests, [scope for scope in scopes if scope not in tests]
