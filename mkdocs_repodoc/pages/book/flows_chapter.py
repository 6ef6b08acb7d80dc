"""The book's chapter on main flows: what happens, call by call, when the software is used."""

from __future__ import annotations

from mkdocs_repodoc.insight.flows.flow import Flow
from mkdocs_repodoc.insight.reading.run_first import run_first
from mkdocs_repodoc.model.blocks import Block, Fold, Paragraph, Phrase, Subheading
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.book.told_flows import ToldFlows
from mkdocs_repodoc.pages.book.walk_prose import walk_told
from mkdocs_repodoc.pages.parts import book_caps, page_links
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
        opening = (flow_opening(view.context, flow), _before(view, flow))
        blocks += paragraph([each for each in opening if each])
        stops = told.not_told_yet(walk)
        steps = walk_told(view, stops, told)
        blocks.append(steps if number == 1 else Fold(count(len(stops), "step"), (steps,)))
        told.add(title, anchor, stops)
    said = _INTRODUCTION if len(found) == 1 else f"{_INTRODUCTION} {_ONCE}"
    return (Paragraph((said,)), *blocks)


def _before(view: BookView, flow: Flow) -> Phrase:
    """Return the sentence on functions that run by themselves before a program's main one."""
    context = view.context
    if flow.entry.kind not in {"program", "command"}:
        return ()
    found = run_first(
        context.repository, flow.entry.symbol, lambda path: context.read_text(path).text, CODE_ROLES
    )
    links = [
        (
            page_links.to_symbol(context, ref, text=context.repository.symbol(ref).name),
            " (",
            page_links.to_line(context, ref.path, line, text=f"{view.file_name(ref.path)}:{line}"),
            ")",
        )
        for ref in found
        if (line := context.repository.symbol(ref).name_line)
    ]
    listed = some(links, "function", book_caps.RUN_FIRST)
    verb = "runs" if len(links) == 1 else "run"
    return ("Before it, ", *listed, f" {verb}.") if links else ()
