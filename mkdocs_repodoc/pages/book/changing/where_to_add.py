"""The part of a chapter on where a new thing is added: lists to extend, types to inherit from."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.reading.adding_guides import adding_guides
from mkdocs_repodoc.model.blocks import Block, Item, Items, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.entry_group_recipes import (
    entry_group_recipe,
    groups_of,
)
from mkdocs_repodoc.pages.book.changing.extension_recipes import extension_recipe
from mkdocs_repodoc.pages.book.changing.recent_additions import addition_to
from mkdocs_repodoc.pages.book.changing.registration_recipes import registration_recipe
from mkdocs_repodoc.pages.book.component_work import to_sections
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import book_caps, page_links

_MANY = 40
"""Entries more than which say nothing of how likely it is that somebody adds one."""


def where_to_add(view: BookView, component: Component) -> tuple[Block, ...]:
    """Return the lists and types of a component to which new things are added."""
    found = view.changes.registrations.get(component.path, ())
    items = [Item(entry_group_recipe(view, each)) for each in groups_of(view, component)]
    items += [Item(registration_recipe(view, each)) for each in found]
    items += [
        Item(extension_recipe(view, each))
        for each in view.changes.extensible.get(component.path, ())
    ]
    last = (addition_to(view, component), _instructions(view, [component]))
    items += [Item(each) for each in last if each]
    return (Items(tuple(items), title="Where to add something"),) if items else ()


def where_to_add_elsewhere(view: BookView) -> tuple[Block, ...]:
    """Return the lists of the parts without a chapter: those with advice, then the longest."""
    found = [each for part in view.untold for each in view.changes.registrations.get(part.path, ())]
    found.sort(key=lambda each: (not each.comment, -min(len(each.entries), _MANY)))
    items = [Item(registration_recipe(view, each)) for each in found[: book_caps.REGISTRATIONS]]
    items += [
        Item(extension_recipe(view, each))
        for part in view.untold
        for each in view.changes.extensible.get(part.path, ())
    ]
    items += [Item(each) for each in (_instructions(view, view.untold),) if each]
    items = [
        *_guides(view),
        *(Item(entry_group_recipe(view, each)) for each in groups_of(view, None)),
        *items,
    ]
    title = "Where to add something, beside what the chapters say"
    return (Items(tuple(items), title=title),) if items else ()


def _guides(view: BookView) -> list[Item]:
    """Return the guides of the repository's documents, with their steps."""
    found = adding_guides(view.context.repository, lambda path: view.context.read_text(path).text)
    items = []
    for each in found[: book_caps.ADDING_GUIDES]:
        link = page_links.to_symbol(view.context, each.heading, text=each.title)
        where = page_links.to_file(view.context, each.heading.path)
        steps = tuple(Item((f"{number}. {said}",)) for number, said in enumerate(each.steps, 1))
        items.append(Item(("The documents tell how: “", link, "” (", where, ")"), steps))
    return items


def _instructions(view: BookView, components: Sequence[Component]) -> Phrase:
    """Return the sentence on sections of documents that tell how something is added."""
    found = [
        each for part in components for each in view.sections.get(part.path, ()) if each.tells_how
    ]
    links = some(to_sections(view, found), "section", book_caps.CHAPTER_SECTIONS)
    return ("The documents tell how: ", *links, ".") if found else ()
