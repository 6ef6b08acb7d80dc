"""The key abstractions of the repository: a picture of their ties, and a sentence on each."""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.insight.architecture.key_abstractions import described
from mkdocs_repodoc.insight.architecture.type_ties import TIES
from mkdocs_repodoc.model.blocks import (
    Block,
    Diagram,
    Edge,
    Inline,
    Item,
    Items,
    Node,
    PageLink,
    Phrase,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links, summaries
from mkdocs_repodoc.pages.parts.diagrams.class_diagrams import class_key
from mkdocs_repodoc.pages.parts.diagrams.readable_diagrams import in_columns
from mkdocs_repodoc.pages.parts.orientation.undescribed_types import evidence, words_of_constructor
from mkdocs_repodoc.text.english import count

_LEAST = 2


def abstraction_blocks(context: PageContext) -> tuple[Block, ...]:
    """Return the diagram and the list; nothing where a repository has hardly any types."""
    symbols = context.abstractions.symbols
    if len(symbols) < _LEAST:
        return ()
    diagram = abstraction_diagram(context)
    items = Items(tuple(_item(context, ref) for ref in symbols))
    return (diagram, items) if diagram else (items,)


def abstraction_diagram(context: PageContext) -> Diagram | None:
    """Draw how the key abstractions are tied; `None` where nothing ties them."""
    ties = context.abstractions.ties
    joined = {ref for each in ties for ref in (each.source, each.target)}
    nodes = tuple(
        Node(class_key(ref), context.repository.symbol(ref).bare_name, _link(context, ref))
        for ref in context.abstractions.symbols
        if ref in joined
    )
    weighted = in_columns(
        Diagram(
            f"Key abstractions of {context.repository.name} and how they are related",
            nodes,
            tuple(
                Edge(
                    class_key(each.source),
                    class_key(each.target),
                    len(TIES) - TIES.index(each.word),  # the closest decide the layers
                    each.word,
                )
                for each in ties
            ),
            "is tied to",
        )
    )
    edges = tuple(
        msgspec.structs.replace(edge, weight=1, is_against=False) for edge in weighted.edges
    )
    return msgspec.structs.replace(weighted, edges=edges) if edges else None


def _item(context: PageContext, ref: SymbolRef) -> Item:
    link = _link(context, ref)
    source = described(context.repository, ref)
    if source is not None:
        words = summaries.of_symbol(context, source)
        if source == ref:
            return Item((link, ": ", *words))
        kind: Phrase = (link, ", a kind of ", _link(context, source))
        if source in context.abstractions.symbols:  # it has a line of its own
            return Item((*kind, "."))
        return Item((*kind, ", which is described as “", *words, "”"))
    if words := words_of_constructor(context, ref):
        return Item((link, ", whose constructor says: “", *words, "”"))
    if known := evidence(context, ref):
        return Item((link, " ", *known, "."))
    said: list[Inline] = [f": {context.repository.symbol(ref).kind} in "]
    said.append(page_links.to_file(context, ref.path))
    if users := context.abstractions.users[ref]:
        said.append(f", which {count(users, 'file')} {'names' if users == 1 else 'name'}")
    return Item((link, *said, "."))


def _link(context: PageContext, ref: SymbolRef) -> PageLink:
    name = context.insight.namesakes.packaged_name(ref)
    return page_links.to_symbol(context, ref, text=name)
