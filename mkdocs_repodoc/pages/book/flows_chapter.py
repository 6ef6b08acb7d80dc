"""The book's chapter on main flows: what happens, call by call, when the software is used."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Block, Item, Items, Paragraph, Subheading
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.flow_prose import told
from mkdocs_repodoc.pages.parts.behaviour.flow_steps import flow_opening, flow_title

_INTRODUCTION = (
    "This is what happens when the software is used, followed along one path of calls: at each "
    "function into the callee behind which most of the work is done. What else it calls is named "
    "in the order of the source."
)


def flows(view: BookView) -> tuple[Block, ...]:
    """Return each main flow under a heading of its own."""
    found = view.context.flows
    if not found:
        return ()
    blocks: list[Block] = [Paragraph((_INTRODUCTION,))]
    for number, flow in enumerate(found, 1):
        blocks.append(Subheading(flow_title(flow), f"flow-{number}"))
        blocks.append(Paragraph(flow_opening(view.context, flow)))
        items = tuple(Item(phrase) for phrase in told(view, flow.steps) if phrase)
        blocks.append(Items(items, ordered=True))
    return tuple(blocks)
