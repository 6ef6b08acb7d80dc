"""Functions that tests come to only by starting a program, as far as calls are known."""

from __future__ import annotations

from collections.abc import Collection

from mkdocs_repodoc.insight.changing.reaching_tests import ReachingTests
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository

_MOST = 300
"""Functions that are looked at; through more of them nearly everything is led to."""
_NO_USE = frozenset({"import", "definition"})


def is_only_in_programs(
    repository: Repository,
    reaching: ReachingTests,
    symbol: SymbolRef,
    started: Collection[SymbolRef],
) -> bool:
    """Tell whether every chain of calls to a function begins where a program starts.

    A function that nothing is known to call may be called by its name, or from elsewhere; code
    outside of functions runs when its file is loaded; what stands in for a method is called in its
    place. None of these is followed: a chain that begins there tells nothing.

    Args:
        repository: The linked repository.
        reaching: Which tests reach what.
        symbol: The function.
        started: What programs start with.
    """
    links = repository.links
    waiting, seen = [symbol], {symbol}
    while waiting:
        each = waiting.pop()
        if each in started:
            continue
        uses = [use for use in links.uses.of(each)[: _MOST + 1] if use.kind not in _NO_USE]
        is_known = 0 < len(uses) <= _MOST >= len(seen) and each not in links.overrides
        if not is_known or reaching.of(each):
            return False
        for use in uses:
            if use.user.is_file or repository.symbol(use.user).kind not in FUNCTIONS:
                return False
            if use.user not in seen:
                seen.add(use.user)
                waiting.append(use.user)
    return not seen.isdisjoint(started)
