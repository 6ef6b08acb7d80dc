"""The choice of the failures that the book tells: those that users meet come first."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from mkdocs_repodoc.insight.operation.error_paths import ErrorPaths, Handler, Report, last_name
from mkdocs_repodoc.insight.reading.call_distances import Distances
from mkdocs_repodoc.pages.parts import operation_caps
from mkdocs_repodoc.pages.parts.formatting import in_turns

_WORD = re.compile(r"\w+")
_ENDS_OR_UNDOES = re.compile(
    r"(?:\b|_)(?:exit|die|abort)\w*!?\(|\b\w*[fF]atal\w*!?\(|\breturn -?\d+\b"
    r"|\b\w*(?i:rmtree|unlink|rmdir|rollback|roll_back|restore|undo|clean_?up|revert)\w*!?\("
)
"""In statements that give the program or a function a status, or take back what was done."""
_OWN = 100
"""Letters of statements that an error of the repository's own makes up for."""
_NOTHING = re.compile(r"== null$|^!\([\w.]+ != null\)$|\bis None$")
"""At the end of a condition: the caller has given nothing, which says little of the software."""
_INTERNAL = re.compile(
    r"^(?:panic|unreachable!?|unimplemented!|todo!)(?:\W|$)|\bunreachable\b|internal error|\bbug\b"
    r"|\bshould (?:never|not) (?:happen|be)|not ?implemented|^Stop(?:Async)?Iteration\b",
    re.IGNORECASE,
)
"""In a report of what can only happen by a fault of the software itself."""
_EXPRESSION = re.compile(r"\{|%")
"""In a message that tells a case from others."""
_TELLS = re.compile(r"(?i:\b(?:e|f)?print\w*!?\(|\becho\b|\bstderr\b|\bconsole\.(?:error|warn)\()")
"""In statements that tell users of it."""
_NEAR = 2
"""Calls between the start of a program and what its users meet first."""


def chosen_handlers(found: ErrorPaths, distances: Distances) -> list[Handler]:
    """Return the handlers to tell, alike ones once.

    Those come first that end the program or tell users of it few calls from where it starts; then
    one for each error of the repository's own; then others that the program comes to, those of a
    file that do most first; then the rest.

    Args:
        found: All that is handled.
        distances: How many calls away functions are.
    """
    distinct = {
        (each.scope.path, each.fact.caught, each.fact.steps): each
        for each in reversed(found.handlers)
        if each.fact.steps
    }
    handlers = list(reversed(distinct.values()))
    near = [
        each
        for each in handlers
        if distances.get(each.scope, _NEAR + 1) <= _NEAR and _is_told(each)
    ]
    near.sort(key=lambda each: distances[each.scope])
    chosen = near[: operation_caps.BOOK_NEAR_HANDLERS]
    own = {
        name: each
        for each in reversed(handlers)
        for name in _WORD.findall(each.fact.caught)
        if name in found.types
    }
    first = [each for each in dict.fromkeys(reversed(own.values())) if each not in chosen]
    chosen += first[: operation_caps.BOOK_OWN_HANDLERS]
    for group in ([each for each in handlers if each.scope in distances], handlers):
        left = [each for each in group if each not in chosen]
        chosen += _handlers_in_turns(found, left, operation_caps.BOOK_HANDLERS - len(chosen))
    return [each for each in handlers if each in chosen]


def _handlers_in_turns(found: ErrorPaths, handlers: list[Handler], most: int) -> list[Handler]:
    return in_turns(
        handlers,
        lambda each: each.scope.path,
        lambda each: (
            _ENDS_OR_UNDOES.search(" ".join(each.fact.steps)) is None,
            -len(" ".join(each.fact.steps)) - _OWN * _catches_own(found, each),
        ),
        max(0, most),
    )


def _is_told(handler: Handler) -> bool:
    """Tell whether a handler ends the program, or tells users of the error."""
    does = " ".join(handler.fact.steps)
    return _ENDS_OR_UNDOES.search(does) is not None or _TELLS.search(does) is not None


def _catches_own(found: ErrorPaths, handler: Handler) -> bool:
    """Tell whether a handler names a type of the repository."""
    return not found.types.isdisjoint(_WORD.findall(handler.fact.caught))


def chosen_reports(
    found: ErrorPaths, told: Collection[Report], distances: Distances
) -> list[Report]:
    """Return the reports to tell in their order: all, or of many those that users meet.

    Of many, those with a text come first that are few calls from where the software starts, which
    are often checks of options; a third is left to others that it comes to. What can only happen by
    a fault of the software, or is no failure, is told where nothing else is.

    Args:
        found: All that is reported.
        told: What the chapter on settings tells.
        distances: How many calls away functions are.
    """
    untold = [each for each in found.raised if each not in told]
    met = [each for each in untold if not _is_internal(found, each)] or untold
    if len(met) <= operation_caps.BOOK_ALL_REPORTS:
        return met
    distinct: dict[tuple[str, str], Report] = {}
    for each in met:
        distinct.setdefault((each.fact.error, each.fact.message or each.fact.condition), each)
    reports = list(distinct.values())
    own = {each.fact.error: each for each in reversed(reports) if _is_named(found, each)}
    reached = [each for each in reports if each.scope in distances]
    near = [each for each in reached if distances[each.scope] <= _NEAR and found.said(each)]
    chosen: list[Report] = []
    for group, most in (
        (list(reversed(own.values())), operation_caps.BOOK_REPORTS // 2),
        (near, operation_caps.BOOK_REPORTS * 2 // 3),
        (reached, operation_caps.BOOK_REPORTS),
        (reports, operation_caps.BOOK_REPORTS),
    ):
        left = [each for each in group if each not in chosen]
        chosen += _in_turns(found, left, most - len(chosen))
    return sorted(chosen, key=reports.index)


def _is_internal(found: ErrorPaths, report: Report) -> bool:
    return _INTERNAL.search(f"{report.fact.error} {found.said(report)}") is not None


def _in_turns(found: ErrorPaths, reports: Sequence[Report], most: int) -> list[Report]:
    """Return some reports, those of each file that say most first."""
    return in_turns(
        reports,
        lambda each: each.scope.path,
        lambda each: (
            not found.said(each) and not _is_own(found, each),
            each.is_wrapping,
            _NOTHING.search(each.fact.condition) is not None,
            not _is_own(found, each) and each.fact.form != "call",
            -len(_EXPRESSION.findall(each.fact.message)),
        ),
        max(0, most),
    )


def _is_named(found: ErrorPaths, report: Report) -> bool:
    """Tell whether the repository gives an error a name by which its callers know it."""
    return _is_own(found, report) or report.fact.form == "declared"


def _is_own(found: ErrorPaths, report: Report) -> bool:
    """Tell whether the repository defines the type of an error."""
    return last_name(report.fact.error) in found.types
