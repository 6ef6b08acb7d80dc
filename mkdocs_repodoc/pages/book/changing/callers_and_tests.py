"""The part of a chapter on who calls what matters in a component, and which tests reach it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.changing.distant_callers import distant_callers
from mkdocs_repodoc.insight.changing.most_called import Called, most_called
from mkdocs_repodoc.insight.reading.contract_words import contract_words
from mkdocs_repodoc.model.blocks import Block, Code, Fold, Inline, Item, Items, PageLink, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.callers_phrase import telling, users_phrase
from mkdocs_repodoc.pages.book.changing.cases_phrase import cases_phrase, tested_through
from mkdocs_repodoc.pages.book.changing.named_tests import loading_tests, named_alike, named_tests
from mkdocs_repodoc.pages.book.changing.program_tests import is_by_programs, tested_by_programs
from mkdocs_repodoc.pages.book.sentences import paragraph, quoted
from mkdocs_repodoc.pages.parts import book_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import shortened

_LEAST_ROWS = 2
_LEAST_WHOLE = 3
"""Rows below which details have one as well."""
_FEW = 2
"""Callers of a symbol with so few that it matters who calls them."""
_SIGNATURE = 64
_TYPES = 60
"""Characters of the types of an overload's parameters that are shown."""
_VERBS = {
    "call": "called by",
    "name": "passed as a value by",
    "type": "named by",
    "raise": "raised by",
    "except": "caught by",
    "decorator": "decorates",
    "base": "extended by",
}
"""Kind of use → what the software does with a symbol."""


class _Shown(NamedTuple):
    """What one list shows."""

    rows: set[SymbolRef]
    """Functions that have a row of their own."""
    told: set[SymbolRef]
    """Others whose tests stand in a row."""
    programs: list[SymbolRef]
    """Functions to which only tests come that start a program."""
    details: set[SymbolRef]
    """Functions that say little beside others."""


def callers_and_tests(view: BookView, component: Component) -> tuple[Block, ...]:
    """Return the functions of a component that most is at stake with, with callers and tests."""
    share = _lines(view, component.files) / max(1, sum(_lines(view, x.files) for x in view.told))
    files = set(component.files)
    steps = sum(ref.path in files for ref in view.known) + _LEAST_ROWS
    most = min(book_caps.CHAPTER_CALLED, max(steps, round(book_caps.BOOK_CALLED * share)))
    rows = _rows(view, component.files, most)
    blocks = _listed(rows) + paragraph([named_tests(view, component)])
    return (Fold("Who calls it, and what the tests cover", blocks),) if blocks else ()


def callers_and_tests_elsewhere(view: BookView) -> tuple[Block, ...]:
    """Return the same of the files that belong to none of the parts."""
    files = [path for part in view.untold for path in part.files]
    blocks = _listed(_rows(view, files, book_caps.UNTOLD_CALLED))
    return (Fold("Who calls what is in them, and what the tests cover", blocks),) if blocks else ()


def _lines(view: BookView, paths: Iterable[str]) -> int:
    files = view.context.repository.files
    return sum(files[path].outline.lines.code for path in paths)


def _listed(rows: Sequence[Phrase]) -> tuple[Block, ...]:
    return (Items(tuple(map(Item, rows))),) if rows else ()


def _rows(view: BookView, paths: Sequence[str], most: int) -> list[Phrase]:
    found = most_called(view.context.repository, view.changes.reaching, paths, most, view.asked)
    shown = _Shown({each.symbol for each in found}, set(), [], set())
    told = [(each, _row(view, each, shown, one_file=len(paths) == 1)) for each in found]
    rows = [(*said, ".") for each, said in told if said and each.symbol not in shown.details]
    if len(rows) < _LEAST_WHOLE:
        hidden = {each for each in shown.details if not view.context.repository.symbol(each).public}
        rows = [(*said, ".") for each, said in told if said and each.symbol not in hidden]
    if shown.programs:
        rows.append(tested_by_programs(view, shown.programs))
    return rows


def _row(view: BookView, called: Called, shown: _Shown, *, one_file: bool) -> Phrase:
    """Return a symbol with who uses it in the software, and which tests reach it."""
    ref = called.symbol
    symbol = view.context.repository.symbol(ref)
    place = (
        f"line {symbol.name_line}" if one_file else f"{view.file_name(ref.path)}:{symbol.name_line}"
    )
    line = page_links.to_line(view.context, ref.path, symbol.name_line, text=place)
    said: list[Inline] = [*_named(view, ref), " (", line, *_contract(view, ref), ")"]
    parts: list[Phrase] = []
    is_function = symbol.kind in FUNCTIONS
    by_kind = _by_kind(called.uses, is_function=is_function)
    parts += [
        (f"{verb} ", *users_phrase(view, ref, by_kind[k]))
        for k, verb in _VERBS.items()
        if k in by_kind
    ]
    base = view.context.repository.links.overrides.get(ref)
    if base is not None:
        parts.append(("called in place of ", view.to_symbol(base)))
    reached = view.changes.reaching.of(ref)
    through = _tested_through(view, called, shown) if is_function and not reached else ()
    if is_function and not through:
        parts += _through(view, by_kind.get("call", ()), shown.rows)
    if reached or through:
        parts.append(
            ("tests: ", *cases_phrase(view, ref, reached, named=ref in view.known))
            if reached
            else through
        )
    elif parts and is_function and is_by_programs(view, ref):
        shown.programs.append(ref)
    if is_function and not reached:
        beside = loading_tests(view, ref) or named_alike(view, ref)
        parts += [beside] if beside else []
    if is_function and not (reached or through) and _is_detail(view, called):
        shown.details.add(ref)
    return (*said, ": ", *joined(parts, "; ")) if parts else ()


def _contract(view: BookView, ref: SymbolRef) -> Phrase:
    """Return what the documentation of a symbol says of what it gives under a condition."""
    symbols = view.context.detail(ref.path).symbols
    words = contract_words(symbols[ref.position].documentation) if symbols else ""
    file = view.context.repository.files[ref.path]
    return ("; ", *quoted(summaries.phrase(words, file, ref.position))) if words else ()


def _by_kind(uses: Iterable[Use], *, is_function: bool) -> dict[str, list[Use]]:
    """Return the uses of a symbol by what the software does with it."""
    found: dict[str, list[Use]] = {}
    for use in uses:
        kind = "type" if use.kind == "name" and not is_function else use.kind
        kind = "call" if kind == "raise" and is_function else kind  # it makes what is raised
        found.setdefault(kind, []).append(use)
    return found


def _named(view: BookView, ref: SymbolRef) -> Phrase:
    """Return a symbol by its name; a function with what it takes, if the link has not that."""
    link = _distinct(view, ref)
    symbol = view.context.repository.symbol(ref)
    is_told = symbol.kind not in FUNCTIONS or symbol.signature in {"", "()"}
    if is_told or link.text.endswith(")"):
        return (link,)
    return (link, Code(shortened(symbol.signature, _SIGNATURE)))


def _is_detail(view: BookView, called: Called) -> bool:
    """Tell whether a function is what one other of its file has taken out; its page has that one.

    What the main flows pass is none.
    """
    is_known = called.symbol in view.known
    return not is_known and [each.path for each in called.uses] == [called.symbol.path]


def _distinct(view: BookView, ref: SymbolRef) -> PageLink:
    """Link to a symbol by its name; an overload has the types of its parameters behind it.

    Many types would hide what follows; the line behind the name tells the overload, too.
    """
    link = view.to_symbol(ref)
    symbols = view.context.repository.files[ref.path].outline.symbols
    symbol = symbols[ref.position]
    alike = [each for each in symbols if each.name == symbol.name and each.kind in FUNCTIONS]
    if len(alike) < _LEAST_ROWS or {each.signature for each in alike} == {symbol.signature}:
        return link
    parameters = view.context.detail(ref.path).symbols[ref.position].parameters
    types = ", ".join(each.annotation or each.name for each in parameters)
    if len(types) > _TYPES:
        return link
    return page_links.to_symbol(view.context, ref, text=f"{link.text}({types})")


def _tested_through(view: BookView, called: Called, shown: _Shown) -> Phrase:
    """Return the tests of what leads to a function that no test uses."""
    found = dict.fromkeys(use.user for use in called.uses if use.kind in {"call", "name"})
    nearest = sorted(found, key=lambda user: telling(view, called.symbol, user))
    return tested_through(view, nearest, shown.rows, shown.told)


def _through(view: BookView, calls: Sequence[Use], shown: set[SymbolRef]) -> list[Phrase]:
    """Return who comes to a function through its callers, where these are few.

    Callers that have a row of their own are told there.
    """
    outermost = view.context.statistics.calls.outermost
    callers = dict.fromkeys(outermost(use.user) for use in calls if not use.user.is_file)
    is_told = shown.issuperset(callers) or view.known.issuperset(callers)  # the flows have these
    if not 0 < len(callers) <= _FEW or is_told:
        return []
    further = distant_callers(view.context.repository, callers, view.changes.reaching.is_test)
    found = [each for each in dict.fromkeys(map(outermost, further)) if each not in callers]
    if not found:
        return []
    links = page_links.to_symbols(view.context, found[: book_caps.DISTANT_CALLERS])
    it = "it" if len(callers) == 1 else "them"
    left = len(found) - len(links)
    return [(f"through {it} by ", *capped(links, left, "caller", last=" and "))]
