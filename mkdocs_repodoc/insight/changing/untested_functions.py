"""Functions that no test comes to by any chain of calls, as far as calls are known."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from mkdocs_repodoc.insight.changing.reaching_tests import ReachingTests
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

Way = Literal["none", "programs", "unknown"]
"""Who leads to a function: nobody that tests use, what a program starts with, or perhaps others."""

_MOST = 300
"""Functions that are looked at; through more of them nearly everything is led to."""
_NO_USE = frozenset({"import", "definition"})


def way_of_tests(
    repository: Repository,
    reaching: ReachingTests,
    symbol: SymbolRef,
    started: Collection[SymbolRef],
) -> Way:
    """Return whether tests may come to a function that they do not use themselves.

    Code outside of functions runs when its file is loaded, and what stands in for a method of
    elsewhere is called there: neither is followed, so that nothing is known then.

    Args:
        repository: The linked repository.
        reaching: Which tests reach what.
        symbol: The function.
        started: What programs start with.
    """
    links = repository.links
    waiting, seen = [symbol], {symbol}
    found: Way = "none"
    while waiting:
        each = waiting.pop()
        if each in started:
            found = "programs"
            continue
        uses = links.uses.of(each)
        if len(seen) > _MOST or each in links.overrides or reaching.of(each) or len(uses) > _MOST:
            return "unknown"
        for use in uses:
            if use.kind in _NO_USE or use.user in seen:
                continue
            if use.user.is_file or repository.symbol(use.user).kind not in FUNCTIONS:
                return "unknown"
            seen.add(use.user)
            waiting.append(use.user)
    return found
