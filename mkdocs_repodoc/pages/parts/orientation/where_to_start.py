"""Two short lists for a newcomer: where to start reading, and what is used everywhere."""

from __future__ import annotations

from mkdocs_repodoc.insight.flows.entries.entry_point import EntryKind, EntryPoint
from mkdocs_repodoc.insight.reading.reading_order import Everywhere, Start
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.dependency_words import words_for
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count

_NAMED = 3
"""Entry points or key abstractions that a sentence names."""
_LEAST_REACHED = 3
_LEAST_CHANGES = 5


def start_blocks(context: PageContext) -> tuple[Block, ...]:
    """Return both lists, each left out where it would be empty."""
    order = context.reading_order
    lists = (
        ("Start here", [_start(context, each) for each in order.start]),
        ("Used everywhere", [_everywhere(context, each) for each in order.everywhere]),
    )
    return tuple(Items(tuple(items), title=title) for title, items in lists if items)


def _start(context: PageContext, start: Start) -> Item:
    said: list[Phrase] = []
    if start.entries:
        said.append(_entered(context, start.entries))
    if start.abstractions:
        names = [
            page_links.to_symbol(context, ref, text=context.repository.symbol(ref).bare_name)
            for ref in start.abstractions[:_NAMED]
        ]
        said.append(("it defines ", *joined(names, last=" and ")))
    if start.reached >= _LEAST_REACHED or not said:
        total = context.reading_order.code_files - 1
        needed = context.statistics.needs.needed_files.get(start.path, ())
        verb = words_for(context, ((start.path, path) for path in needed)).verb
        said.append((f"it {verb} {start.reached:,} of the {count(total, 'other code file')}",))
    if start.changes >= _LEAST_CHANGES:
        window = context.repository.history.window
        last = count(window.commits, "commit")
        said.append((f"{start.changes} of the {last} since {window.since} changed it",))
    sentence = joined(said, "; ")
    first = sentence[0]
    if isinstance(first, str):
        sentence = (first[:1].upper() + first[1:], *sentence[1:])
    return Item((page_links.to_file(context, start.path), ": ", *sentence, "."))


def _entered(context: PageContext, entries: tuple[EntryPoint, ...]) -> Phrase:
    """Say what begins in a file."""
    entry = entries[0]
    link: Inline = page_links.to_symbol(
        context,
        entry.symbol,
        text="" if entry.symbol.is_file else context.repository.symbol(entry.symbol).bare_name,
    )
    if entry.kind == "command":
        commands = [Code(each.name) for each in entries[:_NAMED] if each.kind == "command"]
        words, verb = (
            ("the commands ", "start") if len(commands) > 1 else ("the command ", "starts")
        )
        return (words, *joined(commands, last=" and "), f" {verb} at ", link)
    if entry.plugin is not None:
        return (Code(entry.plugin.group), " finds the plugin ", Code(entry.plugin.name), " here")
    begins: dict[EntryKind, Phrase] = {
        "program": ("the program starts at ", link),
        "subcommand": ("the command ", Code(entry.name), " runs ", link),
        "script": ("nobody imports it: it is there to be started",),
        "module": (Code(entry.command), " starts here"),
        "application": ("the server calls ", Code(entry.name), " here, for each request"),
        "class creation": ("classes derived from ", Code(entry.name), " are made here"),
    }
    return begins[entry.kind]


def _everywhere(context: PageContext, everywhere: Everywhere) -> Item:
    total = context.reading_order.code_files - 1
    path = everywhere.path
    pairs = ((user, path) for user in context.statistics.needs.dependents(path))
    verb = words_for(context, pairs).plural
    said: list[Inline] = [
        page_links.to_file(context, path),
        f": {everywhere.importers:,} of the {count(total, 'other code file')} {verb} it",
    ]
    if everywhere.name:
        symbols = context.repository.files[everywhere.path].outline.symbols
        names = [symbol.bare_name for symbol in symbols]
        ref = SymbolRef(everywhere.path, names.index(everywhere.name))
        link = page_links.to_symbol(context, ref, text=everywhere.name)
        said += [", most of all for ", link]
    return Item((*said, "."))
