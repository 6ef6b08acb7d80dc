"""The part of a chapter on who calls what matters in a component, and which tests reach it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.changing.distant_callers import distant_callers
from mkdocs_repodoc.insight.changing.most_called import Called, most_called
from mkdocs_repodoc.insight.changing.reaching_tests import Reached
from mkdocs_repodoc.model.blocks import Block, Code, Fold, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef, Use
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.named_tests import named_tests
from mkdocs_repodoc.pages.book.sentences import paragraph
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.enclosing_condition import enclosing_condition
from mkdocs_repodoc.text.english import count

_LEAST_ROWS = 2
_GUARDED = 2
"""Callers of a symbol with so few that it matters under which condition they call it."""
_FEW = 3
"""Callers of a symbol with so few that it matters who calls them."""
_VERBS = {
    "call": "called by",
    "name": "handed on by",
    "type": "named by",
    "raise": "raised by",
    "except": "caught by",
    "decorator": "put above",
    "base": "extended by",
}
"""Kind of use → what the software does with a symbol."""


def callers_and_tests(view: BookView, component: Component) -> tuple[Block, ...]:
    """Return the functions of a component that most is at stake with, with callers and tests."""
    share = _lines(view, [component]) / max(1, _lines(view, view.told))
    most = min(caps.CHAPTER_CALLED, max(_LEAST_ROWS, round(caps.BOOK_CALLED * share)))
    found = most_called(view.context.repository, view.reaching, component.files, most)
    items = tuple(Item(_row(view, component, each)) for each in found)
    blocks = ((Items(items),) if items else ()) + paragraph([named_tests(view, component)])
    return (Fold("Who calls it, and what the tests cover", blocks),) if blocks else ()


def _lines(view: BookView, components: Iterable[Component]) -> int:
    files = view.context.repository.files
    return sum(files[path].outline.lines.code for each in components for path in each.files)


def _row(view: BookView, component: Component, called: Called) -> Phrase:
    """Return a symbol with who uses it in the software, and which tests reach it."""
    ref = called.symbol
    said: list[Inline] = [view.to_symbol(ref)]
    if not component.is_file and len(component.files) > 1:
        said.append(f" in {view.file_name(ref.path)}")
    parts: list[Phrase] = []
    by_kind: dict[str, list[Use]] = {}
    is_function = view.context.repository.symbol(ref).kind in FUNCTIONS
    for use in called.uses:
        kind = "type" if use.kind == "name" and not is_function else use.kind
        by_kind.setdefault(kind, []).append(use)
    parts += [
        (f"{verb} ", *users(view, ref, by_kind[k])) for k, verb in _VERBS.items() if k in by_kind
    ]
    parts += _through(view, by_kind.get("call", ())) if is_function else []
    base = view.context.repository.links.overrides.get(ref)
    if base is not None:
        parts.append(("called in place of ", view.to_symbol(base)))
    if not parts:
        parts.append(("no caller is known",))
    reached = view.reaching.of(ref)
    if reached:
        parts.append(("tested by ", *_cases(view, ref, reached)))
    return (*said, ": ", *joined(parts, "; "), ".")


def _through(view: BookView, calls: Sequence[Use]) -> list[Phrase]:
    """Return who comes to a function through its callers, where these are few."""
    callers = dict.fromkeys(use.user for use in calls if not use.user.is_file)
    if not 0 < len(callers) <= _FEW:
        return []
    found = distant_callers(view.context.repository, callers, view.reaching.is_test)
    if not found:
        return []
    links = [view.to_symbol(each) for each in found[: caps.DISTANT_CALLERS]]
    it = "it" if len(callers) == 1 else "them"
    listed = capped(links, len(found) - len(links), "caller", last=" and ")
    return [(f"through {it} by ", *listed)]


def users(view: BookView, ref: SymbolRef, uses: Sequence[Use]) -> Phrase:
    """Return the functions in which uses stand, each with its lines, those of other files named."""
    lines: dict[SymbolRef, dict[int, None]] = {}
    for use in uses:
        lines.setdefault(use.user, {})[use.line] = None
    ordered = sorted(lines, key=lambda user: _telling(view, ref, user))
    most = caps.CALLERS + (len(ordered) == caps.CALLERS + 1)
    parts: list[Phrase] = []
    for user in ordered[:most]:
        shown = list(lines[user])[: caps.CALLER_LINES]
        links: list[Inline] = []
        for number, line in enumerate(shown):
            first = "line " if user.path == ref.path else f"{view.file_name(user.path)}:"
            text = f"{line}" if number else f"{first}{line}"
            links.append(page_links.to_line(view.context, user.path, line, text=text))
        named: Phrase = ()
        if not user.is_file:
            named = (Code(view.context.repository.symbol(user).name), " ")
        said = (*named, "(", *joined(links), ")") if named else joined(links)
        guarded = len(ordered) <= _GUARDED and len(lines[user]) == 1 and not user.is_file
        parts.append((*said, *_guard(view, user, shown[0])) if guarded else said)
    return _with_rest(view, ref, parts, len(ordered) - len(parts), "caller")


def _telling(
    view: BookView, ref: SymbolRef, user: SymbolRef
) -> tuple[bool, bool, bool, int, SymbolRef]:
    """Return by what callers are ordered: where programs start, public ones, those met first."""
    public = not user.is_file and view.context.repository.symbol(user).public
    number = view.reading_number(user.path)
    return user not in view.entries, not public, user.path == ref.path, number, user


def _with_rest(
    view: BookView, ref: SymbolRef, parts: Sequence[Phrase], left: int, noun: str
) -> Phrase:
    """Return an enumeration whose rest is behind a link to all that uses a symbol."""
    if left <= 0:
        return joined(parts, last=" and ")
    link = page_links.to_symbol(view.context, ref, text=count(left, f"more {noun}"))
    return joined([*parts, (link,)], last=" and ")


def _guard(view: BookView, user: SymbolRef, line: int) -> Phrase:
    """Return the condition under which a line of a function is come to, if one is around it."""
    lines = view.context.read_text(user.path).lines
    found = enclosing_condition(lines, view.context.repository.symbol(user).line, line)
    return (" if ", Code(found)) if found else ()


def _cases(view: BookView, ref: SymbolRef, reached: Sequence[Reached]) -> Phrase:
    """Return test cases by file, with the helper through which a case gets there."""
    shown = reached[: caps.TESTS_OF_ONE]
    by_file: dict[tuple[str, SymbolRef | None], list[SymbolRef]] = {}
    for each in shown:
        by_file.setdefault((each.case.path, each.helper), []).append(each.case)
    parts: list[Phrase] = []
    for (path, helper), cases in by_file.items():
        named = [view.to_symbol(case) for case in cases if not case.is_file]
        file = page_links.to_file(view.context, path, text=view.file_name(path))
        said: Phrase = (*joined(named), " in ", file) if named else (file,)
        if helper is not None:
            said = (*said, " (through ", Code(view.context.repository.symbol(helper).name), ")")
        parts.append(said)
    return _with_rest(view, ref, parts, len(reached) - len(shown), "test")
