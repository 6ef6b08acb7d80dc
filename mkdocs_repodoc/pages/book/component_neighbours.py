"""A component among the others: who uses it, on what it builds, here and in other projects."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.parts import caps
from mkdocs_repodoc.pages.parts.formatting import joined


def neighbours(view: BookView, component: Component) -> tuple[Block, ...]:
    """Return a paragraph on who uses a component and what it needs."""
    return paragraph(
        [used_by(view, component), builds_on(view, component), packages(view, component)]
    )


def used_by(view: BookView, component: Component) -> Phrase:
    """Return the sentence on the components that use one, and what they take from it."""
    architecture = view.context.statistics.architecture
    users = architecture.dependents(component.path)
    if not users:
        return ()
    others = len(architecture.components) - 1
    first = [view.component(path) for path, _ in users[: caps.CHAPTER_NEIGHBOURS]]
    told = [_named(view, each, view.taken(each, component)) for each in first]
    if len(users) <= caps.CHAPTER_NEIGHBOURS:
        return ("It is used by ", *joined(told, last=" and "), ".")
    whom = "all other parts" if len(users) == others else f"{len(users):,} of the {others:,} others"
    return (f"It is used by {whom}, most by ", *joined(told, last=" and "), ".")


def builds_on(view: BookView, component: Component) -> Phrase:
    """Return the sentence on the components that one uses, and what it takes from them."""
    needed = view.context.statistics.architecture.dependencies(component.path)
    if not needed:
        return ()
    others = [view.component(path) for path, _ in needed]
    told = [
        _named(view, each, view.taken(component, each))
        for each in others[: caps.CHAPTER_NEIGHBOURS]
    ]
    rest = [view.to_chapter(each) for each in others[caps.CHAPTER_NEIGHBOURS :]]
    more = ("; it also uses ", *some(rest, most=caps.FURTHER_NEIGHBOURS)) if rest else ()
    return ("It builds on ", *joined(told, last=" and "), *more, ".")


def _named(view: BookView, component: Component, names: Sequence[Inline]) -> Phrase:
    """Return a component with the names that are taken."""
    link = view.to_chapter(component)
    return (link, " (", *some(names, most=caps.NEIGHBOUR_NAMES), ")") if names else (link,)


def packages(view: BookView, component: Component) -> Phrase:
    """Return the sentence on the packages of other projects that a component uses."""
    found = view.exchanges.packages(component.path)
    if not found:
        return ()
    alone = [_package(name) for name, only in found if only]
    shared = [_package(name) for name, only in found if not only]
    verb = "is" if len(alone) == 1 else "are"
    if not shared:
        return ("Only here ", verb, " ", *some(alone, most=caps.CHAPTER_PACKAGES), " used.")
    only: Phrase = (
        ("; ", *some(alone, most=caps.CHAPTER_PACKAGES), f" {verb} used only here") if alone else ()
    )
    return ("From other projects it uses ", *some(shared, most=caps.CHAPTER_PACKAGES), *only, ".")


def _package(name: str) -> Code:
    """Return the name of a package; one that is an address without the host."""
    host, _, path = name.partition("/")
    return Code(path if path and "." in host else name)
