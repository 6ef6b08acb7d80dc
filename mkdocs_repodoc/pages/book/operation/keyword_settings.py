"""Settings that one gives classes as keyword arguments, as the documents show them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mkdocs_repodoc.insight.reading.shown_keywords import ShownClass, shown_classes
from mkdocs_repodoc.model.blocks import Block, Code, Item, Items, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Parameter
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.english import shortened

_LONGEST = 60


def keyword_settings(view: BookView, told: Collection[SymbolRef]) -> tuple[Block, ...]:
    """Return what one sets with the keyword arguments of classes, and their defaults.

    Args:
        view: The book.
        told: Constructors whose parameters stand elsewhere.
    """
    context = view.context
    shown = shown_classes(
        context.repository,
        frozenset(context.insight.code),
        context.statistics.calls.constructors,
        lambda ref: _parameters(view, ref),
        lambda path: context.read_text(path).text,
    )
    found = [each for each in shown if each.maker not in told]
    most = sorted(found, key=lambda each: -each.weight)[: operation_caps.BOOK_KEYWORD_CLASSES]
    items = tuple(_item(view, each) for each in found if each in most)
    title = "Keyword arguments with which documents show classes set up, and their defaults"
    return (Items(items, title=title),) if items else ()


def _parameters(view: BookView, maker: SymbolRef) -> Sequence[Parameter]:
    return view.context.detail(maker.path).symbols[maker.position].parameters


def _item(view: BookView, found: ShownClass) -> Item:
    parts: list[Phrase] = [
        (Code(f"{each.name} = {shortened(each.default, _LONGEST)}"),)
        for each in _parameters(view, found.maker)
        if each.default
    ]
    shown = capped(
        parts[: operation_caps.KEYWORD_ARGUMENTS], len(parts) - operation_caps.KEYWORD_ARGUMENTS
    )
    where = f"{found.path}:{found.line}"
    line = page_links.to_line(view.context, found.path, found.line, text=where)
    return Item((view.to_symbol(found.symbol), ": ", *shown, " (shown in ", line, ")"))
