"""The book's chapter on main flows: what happens, call by call, when the software is used."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Block, Paragraph, Subheading
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.flow_steps import flow_blocks, flow_title

_INTRODUCTION = (
    "Each flow follows one path of calls from where the software is entered, at each function into "
    "the callee behind which most of the work is done. What else a function calls on the way is "
    "named beside it."
)


def flows(context: PageContext) -> tuple[Block, ...]:
    """Return each main flow under a heading of its own."""
    found = context.flows
    if not found:
        return ()
    blocks: list[Block] = [Paragraph((_INTRODUCTION,))]
    for number, flow in enumerate(found, 1):
        blocks.append(Subheading(flow_title(flow), f"flow-{number}"))
        blocks += flow_blocks(context, flow)
    return tuple(blocks)
