"""Test cases of what calls a function that no test uses by itself."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.query.asked_repository import AskedRepository

_DEEPEST = 3
"""Calls between the function and what a case uses."""
_MOST = 100
"""Callers that are looked at; through more of them nearly everything is led to."""


def tests_of_callers(
    asked: AskedRepository, symbol: SymbolRef
) -> Iterator[tuple[SymbolRef, SymbolRef]]:
    """Yield test cases that use a caller of a function, each with the caller.

    Args:
        asked: The repository.
        symbol: The function.

    Yields:
        Those of the nearest callers that have any; whether a case comes to the function depends on
        what it hands to the caller.
    """
    layer, seen = [symbol], {symbol}
    for _ in range(_DEEPEST):
        layer = [each for ref in layer for each in _callers(asked, ref, seen)]
        if len(seen) > _MOST:
            return
        found = [
            (reached.case, caller)
            for caller in layer
            for reached in asked.reaching_tests.of(caller)
            if not reached.case.is_file
        ]
        yield from found
        if found:
            return


def _callers(
    asked: AskedRepository, symbol: SymbolRef, seen: set[SymbolRef]
) -> Iterator[SymbolRef]:
    """Yield the functions of the software that call a symbol and that are new."""
    for use in asked.repository.links.uses.of(symbol):
        if use.kind != "call" or use.user.is_file or use.user in seen:
            continue
        if asked.repository.symbol(use.user).kind in FUNCTIONS:
            if not asked.reaching_tests.is_test(use):
                seen.add(use.user)
                yield use.user
            if len(seen) > _MOST:
                return
