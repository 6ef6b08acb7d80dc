"""A main flow as blocks: what starts it, and its steps as a list with links into the source."""

from __future__ import annotations

from mkdocs_repodoc.insight.flows.entries.entry_point import EntryKind, EntryPoint
from mkdocs_repodoc.insight.flows.flow import Flow
from mkdocs_repodoc.insight.reading.flow_heads import flow_head
from mkdocs_repodoc.model.blocks import (
    Code,
    Inline,
    PageLink,
    Phrase,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.english import count


def flow_title(flow: Flow) -> str:
    """Return the heading of a flow: what somebody does who starts it."""
    entry = flow.entry
    if entry.kind in {"command", "subcommand", "program", "script"}:
        return f"Running {entry.name}"
    if entry.kind == "module":
        return f"Running {entry.command}"
    if entry.kind == "application":
        return f"A request to {entry.name.rpartition('.')[2]}"
    if entry.kind == "class creation":
        return f"Defining a subclass of {entry.name}"
    if entry.kind == "example":
        return f"Using it as {name_of(entry.name)} shows"
    return f"Calling {entry.name}"


def flow_lead(context: PageContext, flow: Flow) -> Phrase:
    """Return a flow in one line: its path of functions, and what the last goes on to."""
    head = flow_head(flow, context.flow_finder)
    phrase: list[Inline] = []
    for symbol, others in head.path:
        phrase += [" → "] if phrase else []
        phrase.append(function_link(context, symbol))
        if others:
            others_named = [function_link(context, each) for each in others]
            phrase += [" (in other runs ", *joined(others_named, last=" or "), ")"]
    if head.onward:
        links: list[Inline] = [function_link(context, each) for each in head.onward]
        links += [count(head.further, "other")] if head.further else []
        phrase.append(", which goes on to one of " if head.is_choice else ", which calls ")
        phrase += joined(links, last=" or " if head.is_choice else " and ")
    if head.given:
        links = [function_link(context, each) for each in head.given]
        phrase += [", which is given ", *joined(links, last=" and ")]
    return tuple(phrase)


def flow_opening(context: PageContext, flow: Flow) -> Phrase:
    """Return the sentence on what starts a flow, and what says so."""
    entry = flow.entry
    first = page_links.to_symbol(context, entry.symbol)
    if entry.kind == "command":
        return _command(context, entry, first)
    if entry.kind == "example":
        return _example(context, first)
    if entry.plugin is not None:
        said = (
            Code(entry.plugin.group),
            " finds ",
            Code(entry.plugin.name),
            " here by its entry point",
        )
        return (*said, "; ", first, " is one of the functions that it can call.")
    if entry.kind == "program":
        run_line = context.repository.files[entry.symbol.path].run_line
        if run_line is None:
            return ("The program starts at ", first, ".")
        return (Code(run_line.command), " runs ", first, ".")
    sentences: dict[EntryKind, Phrase] = {
        "subcommand": (first, " is declared as the command ", Code(entry.name), "."),
        "module": ("Running the package executes ", first, "."),
        "script": ("The code of ", first, " runs when it is started; no other file imports it."),
        "application": ("A server calls ", first, " for each request."),
        "class creation": (
            "A class statement that inherits from ",
            Code(entry.name),
            " runs ",
            first,
            ".",
        ),
    }
    return sentences.get(entry.kind, (Code(entry.name), " is part of the public API."))


def _command(context: PageContext, entry: EntryPoint, first: Inline) -> Phrase:
    started = page_links.to_file(context, entry.loaders[0]) if entry.loaders else first
    said: list[Inline] = ["The command ", Code(entry.name), " runs ", started]
    project = context.repository.project.source
    if project in context.repository.files:
        said += [", as ", page_links.to_file(context, project), " says"]
    if entry.loaders:
        said += ["; that loads ", first]
    return (*said, ".")


def _example(context: PageContext, document: Inline) -> Phrase:
    example = context.insight.opening_example
    assert example is not None  # noqa: S101 - the flow begins at it
    lines = page_links.to_line(
        context,
        example.path,
        example.first,
        end_line=example.last,
        text=f"lines {example.first}–{example.last}",
    )
    return (document, " shows this use of the software in ", lines, ".")


def function_link(context: PageContext, ref: SymbolRef) -> PageLink:
    """Return a link to a function by its short name, with its file where others have it too."""
    return page_links.to_symbol(context, ref, text=context.insight.namesakes.distinct_name(ref))
