"""The objects through which a component meets those that it builds on, for its chapter."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.insight.architecture.meetings import Meeting, Meetings
from mkdocs_repodoc.model.blocks import Block, Item, Items, PageLink, Phrase
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import some
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.paths import name_of


def meetings(view: BookView, component: Component) -> list[Block]:
    """Return a line on each component that one builds on: by what the two meet, and where."""
    needed = view.context.statistics.architecture.dependencies(component.path)
    lines = (_met(view, component, view.component(path)) for path, _ in needed)
    items = tuple(Item(line) for line in lines if line)
    shown = items[: caps.CHAPTER_MEETINGS]
    return [Items(shown, title="By what it meets them")] if shown else []


def _met(view: BookView, component: Component, other: Component) -> Phrase:
    found = Meetings(view.context.repository)
    taken = view.exchanges.names(component.path, other.path)
    told = [_said(view, each) for each in found.between(component, taken, caps.MEETINGS)]
    late = [*_late(view, component, other)]
    if not told and not late:
        return ()
    return (view.to_chapter(other), ": ", *joined([*told, *late], "; "))


def _said(view: BookView, meeting: Meeting) -> Phrase:
    said: Phrase = (view.to_symbol(meeting.user), f" {meeting.way} ", view.to_symbol(meeting.met))
    if meeting.handed:
        handed = [view.to_symbol(each) for each in meeting.handed]
        said = (*said, " and hands on ", *some(handed))
    return (*said, " (", _line(view, meeting.path, meeting.line), ")")


def _late(view: BookView, component: Component, other: Component) -> Iterator[Phrase]:
    """Yield what keeps two components that import each other from doing so while they load."""
    late = Meetings(view.context.repository).late_import(component, other)
    if late is not None:
        where = "behind the definitions of its file, which the other imports"
        if late.function:
            where = f"inside {late.function}, and is run when that is"
        yield (
            "the two import each other, and the import at ",
            _line(view, late.path, late.line),
            f" stands {where}",
        )


def _line(view: BookView, path: str, line: int) -> PageLink:
    return page_links.to_line(view.context, path, line, text=f"{name_of(path)}:{line}")
