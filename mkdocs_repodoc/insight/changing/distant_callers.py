"""Callers of callers: who comes to a function through those that call it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mkdocs_repodoc.model.kinds import FUNCTIONS, VALUES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.repository import Repository

_CALLS = frozenset({"call"})
_DEEPEST = 3
"""Calls between a caller and those that are asked about."""
_MOST_OVERRIDES = 2
"""Methods that stand in for one, so that its callers are told as theirs."""
_MOST = 60
"""Callers that are looked at; more say nothing about one function."""


def distant_callers(
    repository: Repository,
    callers: Iterable[SymbolRef],
    is_test: Callable[[Use], bool],
    *,
    handed_on: bool = False,
    through_values: bool = False,
) -> list[SymbolRef]:
    """Return the functions that come to a function through its callers, the nearest first.

    Public ones come before others that are as near. A method that others override is called
    where they are.

    Args:
        repository: The linked repository.
        callers: Who calls the function.
        is_test: Tells whether a use belongs to tests, which do not count.
        handed_on: Whether those count as well that hand a function on to be called.
        through_values: Whether a constant counts, too, that is set to what one of them returns.
    """
    kinds = _CALLS | {"name"} if handed_on else _CALLS
    users = FUNCTIONS | VALUES if through_values else FUNCTIONS
    known = dict.fromkeys(each for each in callers if not each.is_file)
    found: list[SymbolRef] = []
    nearest = list(known)
    for _ in range(_DEEPEST):
        following: dict[SymbolRef, None] = {}
        for each in nearest:
            following |= dict.fromkeys(_callers(repository, each, is_test, (kinds, users)))
        nearest = [each for each in following if each not in known]
        nearest.sort(key=lambda ref: not repository.symbol(ref).public)
        found += nearest
        known |= dict.fromkeys(nearest)
        if len(known) > _MOST:
            break
    return found


def _callers(
    repository: Repository,
    symbol: SymbolRef,
    is_test: Callable[[Use], bool],
    counted: tuple[frozenset[str], frozenset[Kind]],
) -> list[SymbolRef]:
    """Return the functions that call one, or the method that it stands in for.

    Only uses and users of some kinds are counted.

    Who calls the method of an interface that many types have comes to one of them now and then:
    that says nothing of each.
    """
    links = repository.links
    kinds, users = counted
    asked = [symbol]
    base = links.overrides.get(symbol)
    while base is not None and base not in asked:
        if len(links.overridden_by.get(base, ())) > _MOST_OVERRIDES:
            break
        asked.append(base)
        base = links.overrides.get(base)
    return [
        use.user
        for each in asked
        for use in links.uses.of(each)[:_MOST]
        if use.kind in kinds
        and not use.user.is_file
        and use.user != symbol
        and repository.symbol(use.user).kind in users
        and not is_test(use)
    ]
