"""A short flow of calls told in a sentence, and links to what flows pass."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mkdocs_repodoc.insight.flows.flow import Step
from mkdocs_repodoc.model.blocks import Inline, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.text.code_reading.comments_above import comment_above

AS_VALUE = " as a value"
"""What stands behind a function that is not called where it is named: `passes run as a value`."""


def chain(view: BookView, steps: Sequence[Step]) -> Phrase:
    """Return the steps of a flow as one sentence without its full stop: each calls the next."""
    said: list[Inline] = [link_to(view, steps[0].symbol)]
    for number, (step, following) in enumerate(pairwise(steps)):
        path = step.symbol.path
        line = page_links.to_line(
            view.context, path, following.line, text=f"{view.file_name(path)}:{following.line}"
        )
        verb = "calls" if following.called else "passes"
        said += [", which " if number else " ", f"{verb} ", link_to(view, following.symbol)]
        said += [] if following.called else [AS_VALUE]
        said += [" (", line]
        if following.through is not None:
            said += [", as ", link_to(view, following.through)]
        said.append(")")
    return tuple(said)


def comment_told(view: BookView, caller: SymbolRef, line: int) -> Phrase:
    """Return what a comment above a call says."""
    if view.context.repository.files[caller.path].role == "documentation":
        return ()
    lines = view.context.read_text(caller.path).lines
    said = comment_above(lines, line) if line <= len(lines) else ""
    return (f", “{said}”",) if said else ()


def link_to(view: BookView, ref: SymbolRef) -> Inline:
    """Link to a function by its short name, or to a module."""
    if ref.is_file:
        return page_links.to_symbol(view.context, ref)
    return view.to_symbol(ref)
