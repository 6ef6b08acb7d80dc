"""The functions and errors of some files that most callers and tests come to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from heapq import nlargest
from typing import NamedTuple

from mkdocs_repodoc.insight.changing.reaching_tests import ReachingTests
from mkdocs_repodoc.model.kinds import FUNCTIONS, MAIN
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import Repository

_LISTED = FUNCTIONS | MAIN
_USED = frozenset({"call", "name", "raise", "except", "decorator", "base"})
"""Uses that a change of the symbol reaches; a type's name in an annotation is none."""
_OTHER_FILE = 3
_OWN_FILE = 1
_TESTED = 2
_PUBLIC = 2
_MET = 8
"""Worth of a function that main flows meet, however private it is."""
_DOCUMENTED = 1
_MOST_COUNTED = 5
"""Callers or tests more than that do not make a symbol more important."""
_LINES_A_POINT = 8
_MOST_LINES = 80
"""So much code says that something happens in a function."""
_HELPER = 6
"""Files beside its own whose functions call one from which on it is a helper; it counts half."""
_TRIVIAL = 3
"""Lines of a function that only hands a value out; such count half."""
_LEAST = 2
"""Score below which nobody asks for the callers."""


class AskedFor(NamedTuple):
    """What people ask about before anything else."""

    told: Collection[SymbolRef] = ()
    """The functions that the first main flow passes: they come before all others."""
    met: Collection[SymbolRef] = ()
    """What these call, and what further flows pass: it is worth more than other functions."""
    path: Collection[SymbolRef] = ()
    """The steps of the first flow itself: of what comes before all others they come first."""


class Called(NamedTuple):
    """A symbol, who uses it in the software, and how many tests do."""

    symbol: SymbolRef
    uses: tuple[Use, ...]
    """Outside of tests and of the symbol itself, in the order of paths and lines."""


_NOTHING_ASKED = AskedFor()


def most_called(
    repository: Repository,
    reaching: ReachingTests,
    paths: Iterable[str],
    most: int,
    asked: AskedFor = _NOTHING_ASKED,
) -> list[Called]:
    """Return the most called functions and errors of some files, in the order of the source.

    Args:
        repository: The linked repository.
        reaching: Which tests reach which symbols.
        paths: The files.
        most: How many are returned at most.
        asked: What people ask about first.
    """
    scored: list[tuple[int, int, int, Called]] = []
    for path in paths:
        outline = repository.files[path].outline
        cases = set(outline.tests)
        for position, symbol in enumerate(outline.symbols):
            if symbol.kind not in _LISTED or symbol.name in cases or "overload" in symbol.labels:
                continue
            ref = SymbolRef(path, position)
            uses, tests = _used(repository, reaching, ref, symbol)
            if symbol.kind not in FUNCTIONS and not any(use.kind == "raise" for use in uses):
                continue  # what a type is to others, the chapter on key abstractions tells
            score = _score(path, symbol, uses, tests) + _MET * (ref in asked.met)
            if (uses or tests) and score > _LEAST:
                called = Called(ref, uses)
                first = (ref in asked.told) * (1 + (ref in asked.path))
                scored.append((first, score, -len(scored), called))
    best = [each for *_, each in nlargest(most, scored)]
    order = {path: number for number, path in enumerate(paths)}
    return sorted(best, key=lambda each: (order[each.symbol.path], each.symbol.position))


def _used(
    repository: Repository, reaching: ReachingTests, ref: SymbolRef, symbol: Symbol
) -> tuple[tuple[Use, ...], int]:
    """Return the uses of a symbol in the software, and in how many lines tests use it."""
    own = range(symbol.line, symbol.end_line + 1)
    uses: list[Use] = []
    tests = 0
    for use in repository.links.uses.of(ref):
        if use.kind not in _USED or (use.path == ref.path and use.line in own):
            continue
        if reaching.is_test(use):
            tests += 1
        elif not repository.files[use.path].outline.refers:
            uses.append(use)
    return tuple(uses), tests


def _score(path: str, symbol: Symbol, uses: tuple[Use, ...], tests: int) -> int:
    callers = {use.user for use in uses}
    others = sum(1 for each in callers if each.path != path)
    lines = symbol.end_line - symbol.line + 1
    score = (
        _OTHER_FILE * min(others, _MOST_COUNTED)
        + _OWN_FILE * min(len(callers) - others, _MOST_COUNTED)
        + _TESTED * min(tests, _MOST_COUNTED) // 2
        + _PUBLIC * symbol.public
        + _DOCUMENTED * bool(symbol.summary)
        + min(lines, _MOST_LINES) // _LINES_A_POINT
    )
    is_helper = len({each.path for each in callers}) > _HELPER
    is_minor = symbol.kind in FUNCTIONS and (lines <= _TRIVIAL or is_helper)
    return score // 2 if is_minor else score
