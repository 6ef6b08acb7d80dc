"""Methods of key abstractions that set something and return their object."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from mkdocs_repodoc.model.blocks import Block, Item, Items, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import operation_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import capped

_LEAST = 4
"""Such methods of a type that one sets up with them."""
_LAST = re.compile(r"\w+$")
_RETURNS_ITSELF = re.compile(r"(?:.*[;{\s])?return (?:this|self|[a-z])\s*[;}]?[\s}]*$|\s*self\s*$")
"""A line that hands the object back: `return this;`, a last `self`, a receiver of one letter."""
_ITSELF = frozenset({"this", "self", "Self"})


def fluent_settings(
    view: BookView, owners: Iterable[SymbolRef], told: Collection[SymbolRef]
) -> tuple[Block, ...]:
    """Return the methods, type by type, each with what its documentation says first.

    Args:
        view: The book.
        owners: The types.
        told: Methods that are told already.
    """
    items = []
    for owner in owners:
        found = list(_setting(view, owner))
        is_set_up = len(found) >= _LEAST
        found = [each for each in found if each not in told]
        if is_set_up and found:
            shown = [_method(view, each) for each in found[: operation_caps.FLUENT_METHODS]]
            listed = capped(shown, len(found) - len(shown))
            items.append(Item((view.to_symbol(owner), ": ", *listed)))
    title = "Methods that set something and return their object"
    return (Items(tuple(items), title=title),) if items else ()


def _setting(view: BookView, owner: SymbolRef) -> Iterator[SymbolRef]:
    """Yield the public methods of a type that take something and return their object, once each."""
    symbols = view.context.repository.files[owner.path].outline.symbols
    details = view.context.detail(owner.path).symbols
    lines = view.context.read_text(owner.path).lines
    prefix = symbols[owner.position].name
    last = _LAST.search(prefix)
    own = {*_ITSELF, last[0] if last else prefix}
    seen: set[str] = set()
    for position, (symbol, detail) in enumerate(zip(symbols, details, strict=False)):
        is_method = symbol.kind in FUNCTIONS and symbol.public and symbol.name not in seen
        if not (is_method and re.match(rf"{re.escape(prefix)}(?:\.|::)\w+$", symbol.name)):
            continue
        stated = {
            field.annotation or field.name
            for section in detail.documentation
            if section.kind == "returns"
            for field in section.fields
        }
        is_own = not own.isdisjoint({detail.returns.strip(":*& "), *stated})
        body = lines[symbol.line - 1 : symbol.end_line]
        if detail.parameters and is_own and any(map(_RETURNS_ITSELF.match, body)):
            seen.add(symbol.name)
            yield SymbolRef(owner.path, position)


def _method(view: BookView, ref: SymbolRef) -> Phrase:
    name = view.context.repository.symbol(ref).name
    last = _LAST.search(name)
    link = page_links.to_symbol(view.context, ref, text=last[0] if last else name)
    meaning = summaries.of_symbol(view.context, ref)
    return (link, " (", *meaning, ")") if meaning else (link,)
