"""Key abstractions: the few types that a repository's code and documentation turn on.

A type counts by how many files name it, how many types inherit from it, its length, whether it is
documented and offered to users, and by the documents that mention it. Tests say nothing here: they
name whatever they test.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from mkdocs_repodoc.insight.architecture.abstraction_evidence import KINDS, LEAST, TypeEvidence
from mkdocs_repodoc.insight.architecture.platform_files import is_for_platform
from mkdocs_repodoc.insight.architecture.type_ties import TypeTie, TypeTies
from mkdocs_repodoc.insight.periphery.past_versions import PastVersions
from mkdocs_repodoc.insight.symbols.repeated_names import repeats_name
from mkdocs_repodoc.model.kinds import NOUNS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import (
    Repository,
)

MOST = 9
_NEAR = 0.55
"""Share of the mean score of the first three that those beyond the least number have."""
_ERRORS = re.compile(r"(?:Error|Exception|Warning|Warn)$")
_ERROR = 0.4
_UNDOCUMENTED = 0.85
_PRIVATE = 0.6
"""What a type counts that its file keeps to itself."""
_OF_FAMILY = 0.7
"""What a short type counts that is told with its base and those beside it."""
_HELPER = 0.6
"""What a type counts that only shows a value."""
_MANY_VARIANTS = 8
_MANY_USERS = 4
"""Files that name an enumeration with so many members: it says what the software is about."""
_SHORT = 60
"""Lines of such a type at most."""
_FARTHEST = 60
"""Types up, one above the other, that are looked at for words on what is below."""
_SUPERSEDED = 0.5
"""What a type of a past version counts, or one that is there on some platform alone."""


@dataclass(frozen=True, slots=True)
class KeyAbstractions:
    """The key abstractions of a repository, the first the most central, and their ties."""

    symbols: tuple[SymbolRef, ...]
    ties: tuple[TypeTie, ...]
    users: Mapping[SymbolRef, int]
    """How many other code files name each of them."""
    others: tuple[SymbolRef, ...] = ()
    """All other types, the most central first; members of families after all others."""


class AbstractionFinder(TypeEvidence):
    """Finds key abstractions."""

    def find(self) -> KeyAbstractions:
        """Return the key abstractions; none where fewer than two types are of weight."""
        users = self._users()
        scores = self._scores(users)
        ordered = sorted(scores, key=lambda ref: (-scores[ref], ref))
        offered = [ref for ref in ordered if self._is_shown(ref)]
        first = [scores[ref] for ref in offered[:3]]
        chosen: dict[str, SymbolRef] = {}
        near_ones = [ref for ref in offered if scores[ref] * len(first) >= _NEAR * sum(first)]
        others = [ref for ref in offered if ref not in near_ones]
        others.sort(
            key=lambda ref: not users[ref] - {ref.path}
        )  # what nobody names explains little
        for ref in (*near_ones, *others):
            near = scores[ref] * len(first) >= _NEAR * sum(first)
            if len(chosen) == MOST or (len(chosen) >= LEAST and not near):
                break
            chosen.setdefault(
                self._types[ref].bare_name, ref
            )  # an older version of itself adds nothing
        symbols = tuple(chosen.values())
        numbers = {ref: len(users[ref] - {ref.path}) for ref in symbols}
        others = [ref for ref in ordered if ref not in chosen.values()]
        others.sort(key=self._is_of_family)  # whose base names them
        ties = TypeTies(self._repository, self._calls, self._types, self._names).closest(symbols)
        return KeyAbstractions(symbols, tuple(ties), numbers, tuple(others))

    def _scores(self, users: Mapping[SymbolRef, set[str]]) -> dict[SymbolRef, float]:
        documents = self._documents()
        offered = self._offered()
        lines = self._lines()
        subclasses = self._repository.links.subclasses
        past = PastVersions(self._repository)
        code = {file.path for file in self._code}
        scores = {}
        for ref, symbol in self._types.items():
            heirs = sum(each.path in code for each in subclasses.get(ref, ()))
            score = (
                1.5 * log2(1 + len(users[ref]))
                + log2(1 + heirs)
                + 0.7 * log2(1 + lines[ref])
                + log2(1 + documents[symbol.bare_name])
                + (2.0 if ref in offered else 0.0)
            )
            decides = self._variants(ref) >= _MANY_VARIANTS and len(users[ref]) >= _MANY_USERS
            score *= 1.0 if decides else KINDS.get(symbol.kind, 1.0)
            score *= _HELPER if self._is_helper(ref) else 1.0
            score *= 1.0 if described(self._repository, ref) else _UNDOCUMENTED
            score *= _ERROR if _ERRORS.search(symbol.name) else 1.0
            score *= self._plainness(ref)
            score *= 1.0 if self._is_shown(ref) else _PRIVATE
            score *= _OF_FAMILY if lines[ref] <= _SHORT and self._is_of_family(ref) else 1.0
            is_past = "deprecated" in symbol.labels or ref.path in past
            is_apart = is_past or all(map(is_for_platform, (ref.path, *users[ref])))
            scores[ref] = score * (_SUPERSEDED if is_apart else 1.0)
        return scores


def described(repository: Repository, ref: SymbolRef) -> SymbolRef | None:
    """Return the type whose documentation describes a type: itself, its nearest base, or none.

    A module that is mixed in says what it adds, and not what the type is. A sentence that only
    says the type's name again describes nothing.
    """
    seen: set[SymbolRef] = set()
    while ref not in seen and len(seen) < _FARTHEST:
        symbol = repository.symbol(ref)
        if symbol.summary and not repeats_name(symbol.bare_name, symbol.summary):
            return ref
        seen.add(ref)
        bases = repository.links.bases.get(ref, ())
        ref = next((each for each in bases if repository.symbol(each).kind in NOUNS), ref)
    return None
