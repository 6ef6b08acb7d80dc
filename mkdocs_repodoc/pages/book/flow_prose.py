"""A flow of calls told in sentences: each function, what it says of itself, what it calls."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.flows.flow import Step
from mkdocs_repodoc.model.blocks import Inline, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import quoted_sentence
from mkdocs_repodoc.pages.parts import page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import joined


def told(view: BookView, steps: Sequence[Step]) -> list[Phrase]:
    """Return each step of a flow in a sentence or two."""
    return [
        _step(view, step, steps[index + 1] if index + 1 < len(steps) else None)
        for index, step in enumerate(steps)
    ]


def _step(view: BookView, step: Step, following: Step | None) -> Phrase:
    """Return what a function says of itself, and what it calls."""
    name = link_to(view, step.symbol)
    words = () if step.symbol.is_file else summaries.of_symbol(view.context, step.symbol)
    calls = _calls(view, step, following)
    if words:
        return (name, ": ", *quoted_sentence(words), *((" It", *calls) if calls else ()))
    return (name, *calls) if calls else ()


def _calls(view: BookView, step: Step, following: Step | None) -> Phrase:
    """Return the predicate of the sentence on what a function calls, in source order."""
    before: list[Inline] = []
    after: list[Inline] = []
    for callee in step.aside:
        is_earlier = following is None or callee.line <= following.line
        (before if is_earlier else after).append(link_to(view, callee.symbol))
    if following is None:
        return (" calls ", *joined(before, last=" and "), ".") if before else ()
    path = step.symbol.path
    line = page_links.to_line(
        view.context, path, following.line, text=f"{view.file_name(path)}:{following.line}"
    )
    through: Phrase = ()
    if following.through is not None:
        through = (", as ", link_to(view, following.through))
    then: Phrase = (link_to(view, following.symbol), " (", line, *through, ")")
    further: Phrase = (", and further down ", *joined(after, last=" and ")) if after else ()
    verb = " calls " if following.called else " hands on "
    if not before:
        return (verb, *then, *further, ".")
    first = (" calls ", *joined(before, last=" and "))
    return (*first, ", then " if following.called else ", and hands on ", *then, *further, ".")


def link_to(view: BookView, ref: SymbolRef) -> Inline:
    """Link to a function by its short name, or to a module."""
    if ref.is_file:
        return page_links.to_symbol(view.context, ref)
    return view.to_symbol(ref)
