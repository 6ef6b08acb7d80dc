"""Links to the tour through the source, and to its stops."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import PageLink
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.sections import tour_stop_anchor
from mkdocs_repodoc.pages.context import PageContext


def stop_link(context: PageContext, ref: SymbolRef, text: str = "") -> PageLink:
    """Return a link to the stop at a definition, by its name unless another text is given.

    Args:
        context: Where the stops are known.
        ref: A definition at which the tour stops.
        text: What the link says instead of the name.
    """
    number = context.insight.stops[ref]
    name = text or context.insight.namesakes.distinct_name(ref)
    return PageLink(name, context.plan.uri("tour", ""), tour_stop_anchor(number), code=not text)
