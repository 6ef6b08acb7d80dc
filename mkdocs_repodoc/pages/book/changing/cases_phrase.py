"""The phrase on the tests of a function: files with their numbers of cases, the first named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from mkdocs_repodoc.insight.changing.case_names import inner_name
from mkdocs_repodoc.insight.changing.distant_callers import distant_callers
from mkdocs_repodoc.insight.changing.reaching_tests import Reached
from mkdocs_repodoc.insight.changing.run_values import run_by
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import and_more, count, shortened

_NAMES = 70
"""Characters of the names of cases that a file is told with, whoever runs one needs its name."""
_FIRST_NAMES = 110
"""Likewise those of the file with most cases."""
_FEW = 6
_FEW_NAMES = 320
"""Likewise of a file with so few cases that all of them can be named."""
_CALLERS = 8
"""Callers that are asked for their tests."""
_LONGEST = 80
"""Characters of one such name; cases of some frameworks are named by whole sentences."""


def cases_phrase(
    view: BookView,
    ref: SymbolRef,
    reached: Sequence[Reached],
    *,
    named: bool = True,
) -> Phrase:
    """Return the files of test cases, those with most first, each with how many cases it has.

    Args:
        view: The book.
        ref: What they reach; the page on it has all of them.
        reached: The cases, each with the helper through which it gets there.
        named: Whether the function is asked for: the first cases of each file are named then.
    """
    by_file: dict[str, list[Reached]] = {}
    for each in reached:
        by_file.setdefault(each.case.path, []).append(each)
    ordered = sorted(by_file.values(), key=len, reverse=True)
    most = book_caps.TESTS_ASKED_FOR if ref in view.known else book_caps.TESTS_OF_ONE
    most += len(ordered) == most + 1
    parts = [
        _of_file(view, cases, _FIRST_NAMES if not number else _NAMES if named else 0)
        for number, cases in enumerate(ordered[:most])
    ]
    return with_rest(view, ref, parts, len(ordered) - len(parts), "file")


def with_rest(
    view: BookView, ref: SymbolRef, parts: Sequence[Phrase], left: int, noun: str
) -> Phrase:
    """Return an enumeration whose rest is behind a link to all that uses a symbol.

    Args:
        view: The book.
        ref: The symbol.
        parts: What is enumerated.
        left: How many are not.
        noun: What these are, in the singular.
    """
    if left <= 0:
        return joined(parts, last=" and ")
    link = page_links.to_symbol(view.context, ref, text=count(left, f"more {noun}"))
    return joined([*parts, (link,)], last=" and ")


def _of_file(view: BookView, reached: Sequence[Reached], room: int) -> Phrase:
    """Return a file with as many of its cases named as there is room for, and how many it has."""
    path = reached[0].case.path
    link = page_links.to_file(view.context, path, text=view.file_name(path))
    inside: list[Inline] = []
    names = [each.case for each in reached if not each.case.is_file]
    room = _FEW_NAMES if len(names) <= _FEW else room
    if names and room:
        inside += named_cases(view, names, len(reached), room)
    elif len(reached) > 1:
        inside.append(count(len(reached), "case"))
    helpers = {each.helper for each in reached}
    helper = helpers.pop()
    if helper is not None and not helpers:
        inside += ["; " if inside else "", "through ", Code(short_name(view, helper))]
    return (link, " (", *inside, ")") if inside else (link,)


def named_cases(view: BookView, cases: Iterable[SymbolRef], total: int, room: int) -> Phrase:
    """Return links to the first of some test cases, and how many more there are.

    Args:
        view: The book.
        cases: The cases, in the order in which they are named; at least one is.
        total: How many there are, those without a name included.
        room: Characters that their names may have together.
    """
    links: list[Inline] = []
    seen: set[str] = set()
    for case in cases:
        name = shortened(short_name(view, case), _LONGEST)
        if name in seen:  # of another group of cases
            continue
        seen.add(name)
        room -= len(name)
        if links and room < 0:
            break
        links.append(page_links.to_symbol(view.context, case, text=name))
    left = total - len(links)
    return (*joined(links), f" {and_more(left, 'case')}") if left else joined(links)


def short_name(view: BookView, case: SymbolRef) -> str:
    """Return the name of a test case or a helper without what stands around it in its file."""
    return inner_name(view.context.repository.symbol(case).name)


def tested_through(
    view: BookView, callers: Sequence[SymbolRef], shown: Collection[SymbolRef], told: set[SymbolRef]
) -> Phrase:
    """Return the tests of the nearest function that leads to one of which no test is known.

    What a program starts with leads to all of it; its tests say nothing of one function.

    Args:
        view: The book.
        callers: Who calls the function or hands it on.
        shown: Functions whose own tests are told beside.
        told: Further ones whose tests have been told; the one whose tests are told now is added.
    """
    further = distant_callers(
        view.context.repository,
        callers,
        view.changes.reaching.is_test,
        handed_on=True,
        through_values=True,
    )
    found = _reached(view, (*callers, *further))
    if not found:
        return ()
    caller, reached = found[0]
    link = view.to_symbol(caller)
    if caller in shown or caller in told:
        return ("tests: by way of ", link)
    told.add(caller)
    return ("tests: by way of ", link, ": ", *_briefly(view, caller, reached))


def _briefly(view: BookView, ref: SymbolRef, reached: Sequence[Reached]) -> Phrase:
    """Return the file with most test cases, and how many further files have some."""
    counts = Counter(each.case.path for each in reached)
    path, _ = counts.most_common(1)[0]
    first = _of_file(view, [each for each in reached if each.case.path == path], _NAMES)
    return with_rest(view, ref, [first], len(counts) - 1, "file")


def _reached(
    view: BookView, callers: Sequence[SymbolRef]
) -> list[tuple[SymbolRef, Sequence[Reached]]]:
    """Return the first callers that tests reach, each with the cases."""
    found: list[tuple[SymbolRef, Sequence[Reached]]] = []
    for caller in callers:
        if caller.is_file or caller in view.started:
            continue
        reached = run_by(
            view.context.repository,
            lambda path: view.context.read_text(path).lines,
            caller,
            view.changes.reaching.of(caller),
        )
        if reached:
            found.append((caller, reached))
        if len(found) == _CALLERS:
            break
    return found
