"""The interfaces between the parts, and the events that pass between them."""

from __future__ import annotations

from itertools import zip_longest

from mkdocs_repodoc.insight.architecture.events import Event, EventLine, find_events
from mkdocs_repodoc.insight.architecture.interfaces import Interface, interfaces
from mkdocs_repodoc.insight.architecture.wiring import Wire
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.book.architecture.wire_phrases import lines, named
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.formatting import joined


def interface_list(view: BookView) -> list[Block]:
    """Return the types that one part implements and another uses without naming it."""
    owner = {path: part.path for path, part in view.owner.items()}
    found = interfaces(view.context.repository, view.wiring, owner, book_caps.BOOK_INTERFACES)
    items = tuple(Item(_interface(view, each)) for each in found)
    return (
        [Items(items, title="Interfaces: implemented on one side, used on the other")]
        if items
        else []
    )


def _interface(view: BookView, found: Interface) -> Phrase:
    file = page_links.to_file(
        view.context, found.symbol.path, text=view.file_name(found.symbol.path)
    )
    heirs = [view.to_symbol(each) for each in found.heirs]
    parts: list[Phrase] = [
        ("implemented or extended by ", *some(heirs, "type", book_caps.INTERFACE_HEIRS))
    ]
    if found.holders:
        holders = [view.to_symbol(each) for each in dict.fromkeys(w.user for w in found.holders)]
        parts.append(("held in ", *some(holders, "field", book_caps.INTERFACE_HOLDERS)))
    if found.calls:
        parts.append(("used by ", *_calls(view, found)))
    return (view.to_symbol(found.symbol), " (", file, "): ", *joined(parts, "; "), ".")


def _calls(view: BookView, found: Interface) -> Phrase:
    """Return who calls which member, those of different parts first."""
    by_part: dict[str, dict[SymbolRef, Wire]] = {}
    for wire in found.calls:
        part = view.owner.get(wire.user.path)
        by_part.setdefault(part.path if part else wire.user.path, {}).setdefault(wire.met, wire)
    waiting = [list(wires.values()) for wires in by_part.values()]
    turns = [wire for turn in zip_longest(*waiting) for wire in turn if wire is not None]
    parts: list[Inline | Phrase] = []
    for wire in turns:
        text = f"{view.file_name(wire.user.path)}:{wire.line}"
        line = page_links.to_line(view.context, wire.user.path, wire.line, text=text)
        member = view.context.repository.symbol(wire.met).name.rpartition(".")[2]
        link = page_links.to_symbol(view.context, wire.met, text=member.rpartition("::")[2])
        parts.append((named(view, wire.user), " (", link, ", ", line, ")"))
    return some(parts, "use", book_caps.INTERFACE_CALLS)


def event_list(view: BookView) -> list[Block]:
    """Return the events of the software with who sends and who awaits each."""
    context, code = view.context, view.context.insight.code
    found = find_events(
        context.repository,
        view.wiring,
        code,
        lambda path: context.read_text(path).lines,
        context.insight.searches,
    )
    awaited = [each for each in found if each.listeners]
    items = [Item(_event(view, each)) for each in awaited[: book_caps.BOOK_EVENTS]]
    if open_ones := [each for each in found if not each.listeners]:
        told = [
            (_name(view, each), " (", *_spots(view, each.senders, 1), ")") for each in open_ones
        ]
        said = "Sent, with no listener known here: "
        items.append(Item((said, *some(told, "event", book_caps.BOOK_EVENTS), ".")))
    return [Items(tuple(items), title="Events and hooks")] if items else []


def _event(view: BookView, event: Event) -> Phrase:
    parts: list[Phrase] = []
    if event.senders:
        parts.append(("sent by ", *_spots(view, event.senders, book_caps.EVENT_SPOTS)))
    parts.append(("awaited by ", *_spots(view, event.listeners, book_caps.EVENT_SPOTS)))
    return (_name(view, event), ": ", *joined(parts, "; "), ".")


def _name(view: BookView, event: Event) -> Inline:
    return view.to_symbol(event.symbol) if event.symbol is not None else Code(event.name)


def _spots(view: BookView, spots: list[EventLine], most: int) -> Phrase:
    return lines(view, ((each.user, each.line) for each in spots), most)
