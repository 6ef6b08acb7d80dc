"""The book's chapter on main flows: what happens, call by call, when the software is used."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Block, Fold, Paragraph, Subheading
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.told_flows import ToldFlows
from mkdocs_repodoc.pages.book.walk_prose import walk_told
from mkdocs_repodoc.pages.parts.behaviour.flow_steps import flow_opening, flow_title
from mkdocs_repodoc.text.english import count

_INTRODUCTION = (
    "This is what happens when the software is used, step by step. Each step is a function; below "
    "it stand its calls that matter most, in the order of its lines, each with the conditions and "
    "loops around it. Calls behind which most of the work is done are steps themselves."
)
_ONCE = "What an earlier flow has told is not told again."


def flows(view: BookView) -> tuple[Block, ...]:
    """Return each main flow under a heading of its own; the steps of the first are open."""
    found = view.context.flows
    if not found:
        return ()
    told = ToldFlows(view.context.plan.uri("book", ""))
    blocks: list[Block] = []
    for number, (flow, walk) in enumerate(zip(found, view.context.walks, strict=True), 1):
        title, anchor = flow_title(flow), f"flow-{number}"
        blocks.append(Subheading(title, anchor))
        blocks.append(Paragraph(flow_opening(view.context, flow)))
        stops = told.not_told_yet(walk)
        steps = walk_told(view, stops, told)
        blocks.append(steps if number == 1 else Fold(count(len(stops), "step"), (steps,)))
        told.add(title, anchor, stops)
    said = _INTRODUCTION if len(found) == 1 else f"{_INTRODUCTION} {_ONCE}"
    return (Paragraph((said,)), *blocks)
