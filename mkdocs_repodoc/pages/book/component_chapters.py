"""The chapters on components, in reading order, and the one on those too small for their own."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.model.blocks import Block, Section, Subheading
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.callers_and_tests import callers_and_tests
from mkdocs_repodoc.pages.book.changing.where_to_add import where_to_add
from mkdocs_repodoc.pages.book.component_contents import contents, heirs
from mkdocs_repodoc.pages.book.component_meetings import meetings
from mkdocs_repodoc.pages.book.component_neighbours import neighbours
from mkdocs_repodoc.pages.book.component_opening import about, holds, opening, own_words
from mkdocs_repodoc.pages.book.component_work import documented, gaps, passing, tested, walk
from mkdocs_repodoc.pages.book.sentences import paragraph


def component_chapters(view: BookView) -> Iterator[Section]:
    """Yield the chapters on components; their titles have no numbers yet."""
    before: tuple[Component, ...] = ()
    for component in view.order.chapters:
        blocks = _chapter(view, component, before)
        yield Section(_title(view, component), view.anchor(component), tuple(blocks))
        before = (*before, component)
    if view.order.small:
        blocks = [block for each in view.order.small for block in _small(view, each)]
        yield Section("Smaller Components", "smaller-components", tuple(blocks))


def _title(view: BookView, component: Component) -> str:
    """Return the name of a component, with what it is about where that is not in the name."""
    name = view.name(component)
    if not component.is_file:
        return name
    file = view.context.repository.files[component.path]
    position = about(file)
    subject = file.outline.symbols[position].name if position is not None else ""
    stem = file.name.partition(".")[0].replace("_", "")
    is_new = subject and subject.replace("_", "").lower() != stem.lower()
    return f"{name}: {subject}" if is_new else name


def _chapter(view: BookView, component: Component, before: tuple[Component, ...]) -> list[Block]:
    return [
        *opening(view, component, before),
        *contents(view, component),
        *paragraph([*heirs(view, component), passing(view, component)]),
        *walk(view, component),
        *neighbours(view, component),
        *meetings(view, component),
        *paragraph([documented(view, component), tested(view, component)]),
        *callers_and_tests(view, component),
        *where_to_add(view, component),
        *gaps(view, component),
    ]


def _small(view: BookView, component: Component) -> list[Block]:
    return [
        Subheading(view.name(component), view.anchor(component)),
        *paragraph([holds(view, component)]),
        *own_words(view, component),
        *contents(view, component),
        *neighbours(view, component),
        *meetings(view, component),
        *callers_and_tests(view, component),
        *where_to_add(view, component),
    ]
