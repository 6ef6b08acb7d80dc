"""The variables of a function in languages where any assignment declares one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from mkdocs_repodoc.model.references import Target

Values = Mapping[str, "Target | None"]
_MOST_ALTERNATIVES = 4


class FlowingVariables:
    """What the variables of the function around are where the visit has come to."""

    def __init__(self) -> None:
        self._values: dict[str, Target | None] = {}

    def value(self, name: str) -> Target | None:
        """Return what a variable is; `None` if that is not known."""
        return self._values.get(name)

    def has(self, name: str) -> bool:
        """Whether something was assigned to a variable, known or not."""
        return name in self._values

    def assign(self, name: str, value: Target | None) -> None:
        """Note what a variable is from here on."""
        self._values[name] = value

    def forget(self, name: str) -> None:
        """Drop what is known of a variable."""
        self._values.pop(name, None)

    @contextmanager
    def function(self, outer: Iterable[str] = ()) -> Iterator[None]:
        """Visit a function; `outer` are the variables around that it sees."""
        before = self._values
        self._values = {name: before[name] for name in outer if name in before}
        yield
        self._values = before

    @contextmanager
    def closure(self) -> Iterator[None]:
        """Visit a function that sees all variables around."""
        before = self._values
        self._values = dict(before)
        yield
        self._values = before

    def kept(self) -> Values:
        """Return what all variables are here."""
        return dict(self._values)

    def put_back(self, values: Values) -> None:
        """Go on with what variables were somewhere else: where a branch begins."""
        self._values = dict(values)

    def join(self, ends: Iterable[Values]) -> None:
        """Go on behind branches, with what the variables are at the end of each."""
        branches = list(ends)
        names = dict.fromkeys(name for values in branches for name in values)
        self._values = {name: _one_of(name, branches) for name in names}


def _one_of(name: str, branches: Iterable[Values]) -> Target | None:
    """Return what a variable is behind branches; one that does not assign it says nothing."""
    found = dict.fromkeys(values[name] for values in branches if name in values)
    known: dict[Target, None] = {}
    for term in found:
        if term is None:
            return None
        if term.base == "either" and not term.names:
            known.update(dict.fromkeys(term.also))
        else:
            known[term] = None
    if len(known) == 1:
        return next(iter(known))
    if len(known) > _MOST_ALTERNATIVES:
        return None
    return Target("either", (), None, tuple(known))
