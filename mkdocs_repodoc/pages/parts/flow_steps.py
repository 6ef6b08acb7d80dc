"""A main flow as blocks: what starts it, and its steps as a list with links into the source."""

from __future__ import annotations

from mkdocs_repodoc.insight.call_graph import Callee
from mkdocs_repodoc.insight.main_flows import Flow, Step
from mkdocs_repodoc.model.blocks import (
    Block,
    Code,
    Inline,
    Item,
    Items,
    PageLink,
    Paragraph,
    Phrase,
)
from mkdocs_repodoc.model.repository import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import joined


def flow_title(flow: Flow) -> str:
    """Return the heading of a flow: what somebody does who starts it."""
    entry = flow.entry
    if entry.kind == "command":
        return f"Running {entry.name}"
    if entry.kind == "module":
        return f"Running python -m {entry.name.removesuffix('.__main__')}"
    if entry.kind == "application":
        return f"A request to {entry.name.rpartition('.')[2]}"
    if entry.kind == "class creation":
        return f"Defining a subclass of {entry.name}"
    return f"Calling {entry.name}"


def flow_lead(context: PageContext, flow: Flow) -> Phrase:
    """Return a flow in one line: its functions, each linked, from the first to the last."""
    phrase: list[Inline] = []
    for step in flow.steps:
        phrase += [" → "] if phrase else []
        phrase.append(_link(context, step.symbol))
    return tuple(phrase)


def flow_blocks(context: PageContext, flow: Flow) -> tuple[Block, ...]:
    """Return a flow step by step, with what each function says of itself."""
    items = tuple(_item(context, flow, index) for index in range(len(flow.steps)))
    return (Paragraph(_opening(context, flow)), Items(items, ordered=True))


def _opening(context: PageContext, flow: Flow) -> Phrase:
    entry = flow.entry
    first = page_links.to_symbol(context, entry.symbol)
    project = context.repository.project.source
    if entry.kind == "command":
        said: list[Inline] = ["The command ", Code(entry.name), " runs ", first]
        if project in context.repository.files:
            said += [", as ", page_links.to_file(context, project), " says"]
        return (*said, ".")
    if entry.kind == "application":
        return ("A server calls ", first, " for each request.")
    if entry.kind == "class creation":
        return ("A class statement that inherits from ", Code(entry.name), " runs ", first, ".")
    if entry.kind == "module":
        return ("Running the package executes ", first, ".")
    return (Code(entry.name), " is part of the public API.")


def _item(context: PageContext, flow: Flow, index: int) -> Item:
    step = flow.steps[index]
    phrase: list[Inline] = [_link(context, step.symbol)]
    if step.line:
        caller = flow.steps[index - 1].symbol.path
        verb = "called" if step.called else "handed on"
        line = page_links.to_line(context, caller, step.line, text=f"{caller}:{step.line}")
        phrase += [f" ({verb} at ", line]
        if step.through is not None:
            phrase += [" through ", _link(context, step.through)]
        phrase.append(")")
    if not step.symbol.is_file and (said := summaries.of_symbol(context, step.symbol)):
        phrase += [": ", *said]
    following = flow.steps[index + 1] if index + 1 < len(flow.steps) else None
    return Item(tuple(phrase), _calls(context, step, following))


def _calls(context: PageContext, step: Step, following: Step | None) -> tuple[Item, ...]:
    """Return what a step calls on the way, in source order, the next step among it."""
    if not step.aside:
        return ()
    calls = list(step.aside)
    if following is not None:
        calls.append(Callee(following.symbol, following.line, following.called))
    calls.sort(key=lambda each: (each.line, each.symbol))
    shown: list[Inline] = [_link(context, each.symbol) for each in calls]
    return (Item(("Calls in order: ", *joined(shown))),)


def _link(context: PageContext, ref: SymbolRef) -> PageLink:
    return page_links.to_symbol(context, ref, text=_name(context, ref))


def _name(context: PageContext, ref: SymbolRef) -> str:
    """Return a short name: a method with its class, a function or module alone."""
    if ref.is_file:
        file = context.repository.files[ref.path]
        return file.module or file.path
    parts = context.repository.symbol(ref).name.split(".")
    return ".".join(parts[-2:])
