"""The middle of a chapter on a component: what it is made of, and what happens in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nlargest

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.blocks import Block, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.kinds import MAIN, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.component_files import component_files
from mkdocs_repodoc.pages.book.component_opening import about
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.book.types.told_types import told_types
from mkdocs_repodoc.pages.parts import book_caps, summaries
from mkdocs_repodoc.pages.parts.orientation.key_files import most_used

_LEAST = 2


def contents(view: BookView, component: Component) -> list[Block]:
    """Return the files of a component, or the definitions of one that is a single file."""
    if len(component.files) == 1:
        return _names(view, component.files[0])
    return component_files(view, component)


def _names(view: BookView, path: str) -> list[Block]:
    """List the most used definitions of a file, the one that it is about aside."""
    main = about(view.context.repository.files[path])
    used = [ref for ref, _ in most_used(view.context, path, 4 * book_caps.CHAPTER_NAMES)]
    items = _described(view, [ref for ref in used if ref.position != main])
    is_rest = not told_types(view.context).isdisjoint(used)
    title = f"What {'else ' if is_rest else ''}others use of it most"
    title = title if main is None else "It also defines"
    if len(items) < _LEAST:
        items = _described(view, [ref for ref in _longest(view, path) if ref.position != main])
        title = "Its longest definitions" if main is None else "It also defines, the longest first"
    return [Items(tuple(items), title=title)] if len(items) >= _LEAST else []


def _described(view: BookView, refs: Sequence[SymbolRef]) -> list[Item]:
    """Return the first types and functions that say what they are."""
    symbol = view.context.repository.symbol
    told = told_types(view.context)  # the chapter on the key abstractions has their words
    shown = [
        ref for ref in refs if symbol(ref).kind in MAIN and symbol(ref).summary and ref not in told
    ]
    return [
        Item((view.to_symbol(ref), *summaries.behind_name(view.context, ref)))
        for ref in shown[: book_caps.CHAPTER_NAMES]
    ]


def _longest(view: BookView, path: str) -> list[SymbolRef]:
    """Return the outer definitions of a file, the longest first."""
    symbols = view.context.repository.files[path].outline.symbols
    outer = [position for position, symbol in enumerate(symbols) if is_outer(symbol)]
    outer.sort(key=lambda each: (symbols[each].line - symbols[each].end_line, each))
    return [SymbolRef(path, position) for position in outer]


def heirs(view: BookView, component: Component) -> Iterator[Phrase]:
    """Yield a sentence on each type of a component that others of the software inherit from.

    Those that a new one is likely to extend are told with where to add something.
    """
    extended = {each.base for each in view.changes.extensible.get(component.path, ())}
    links = view.context.repository.links
    files = view.context.repository.files
    found = []
    for path in component.files:
        for position in range(len(files[path].outline.symbols)):
            ref = SymbolRef(path, position)
            below = [
                each
                for each in links.subclasses.get(ref, ())
                if files[each.path].role in CODE_ROLES
            ]
            if len(below) >= _LEAST and ref not in extended:
                found.append((len(below), ref, below))
    for _, ref, below in nlargest(_LEAST, found, key=lambda each: (each[0], each[1])):
        names: list[Inline] = [view.to_one_of_several(each) for each in sorted(below)]
        kind = files[ref.path].outline.symbols[ref.position].kind
        verb, noun = (
            ("is the base of", "class")
            if kind == Kind.CLASS
            else ("is implemented or extended by", "type")
        )
        yield (view.to_symbol(ref), f" {verb} ", *some(names, noun, 5), ".")
