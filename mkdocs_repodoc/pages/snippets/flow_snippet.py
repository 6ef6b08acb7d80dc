"""Main flows as snippets: what starts one, and its steps as the book tells them."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Block, Paragraph
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.told_flows import ToldFlows
from mkdocs_repodoc.pages.book.walk_prose import walk_told
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.behaviour.flow_steps import flow_opening, flow_title


def flow_names(context: PageContext) -> tuple[str, ...]:
    """Return what the main flows are called, in the book's order."""
    return tuple(map(flow_title, context.flows))


def flow_blocks(context: PageContext, name: str) -> tuple[Block, ...]:
    """Return a main flow; nothing if there is none of this name.

    Args:
        context: The repository.
        name: The flow's heading in the book, or the name of what it begins at.
    """
    wanted = name.casefold()
    for flow, stops in zip(context.flows, context.walks, strict=True):
        if wanted in {flow_title(flow).casefold(), flow.entry.name.casefold()}:
            opening = Paragraph(flow_opening(context, flow))
            return (opening, walk_told(BookView(context), stops, ToldFlows("")))
    return ()
