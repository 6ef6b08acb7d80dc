"""The chapters on components, in reading order, and those in which several are told together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.model.blocks import Block, Phrase, Section, Subheading
from mkdocs_repodoc.pages.book.architecture.platform_choice import own_platform, platform_choice
from mkdocs_repodoc.pages.book.architecture.read_data import reads
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.callers_and_tests import callers_and_tests
from mkdocs_repodoc.pages.book.changing.where_to_add import where_to_add
from mkdocs_repodoc.pages.book.component_contents import contents, heirs
from mkdocs_repodoc.pages.book.component_opening import about, arrival, holds, own_words
from mkdocs_repodoc.pages.book.component_packages import packages
from mkdocs_repodoc.pages.book.component_work import documented, gaps, passing, tested, walk
from mkdocs_repodoc.pages.book.sentences import paragraph
from mkdocs_repodoc.pages.bounded_sections import bounded_chapter
from mkdocs_repodoc.paths import folder_of


def component_chapters(view: BookView) -> Iterator[Section]:
    """Yield the chapters on components; their titles have no numbers yet."""
    before: list[Component] = []
    previous: Component | None = None
    for chapter in view.chapters:
        first = chapter.components[0]
        if chapter.kind == "one":
            title, anchor = _title(view, first), view.anchor(first)
            said = [arrival(view, first, previous, tuple(before))]
            tell = partial(_told, view, first, said)
        else:
            is_files = chapter.kind == "files"
            title = _folder(chapter.components) if is_files else "Smaller Components"
            anchor = "component-files" if is_files else "smaller-components"
            tell = partial(_together, view, chapter.components)
        yield bounded_chapter(view.context, title, anchor, tell)
        before += chapter.components
        previous = first if chapter.kind == "one" else None


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


def _folder(files: Sequence[Component]) -> str:
    """Return the title of the chapter on single files."""
    folders = {folder_of(each.path) for each in files}
    folder = folders.pop()
    return f"The Files of {folder}/" if folder and not folders else "Single Files"


def _told(view: BookView, component: Component, said: Sequence[Phrase] = ()) -> list[Block]:
    """Return what is told of a component.

    Args:
        view: The book.
        component: The component.
        said: The sentence that leads to it.
    """
    path = component.path
    chosen = (
        [own_platform(view, path)] if component.is_file else platform_choice(view, component.files)
    )
    return [
        *paragraph([*said, holds(view, component), *chosen, reads(view, component)]),
        *own_words(view, component),
        *contents(view, component),
        *paragraph([*heirs(view, component), passing(view, component)]),
        *walk(view, component),
        *paragraph(
            [packages(view, component), documented(view, component), tested(view, component)]
        ),
        *callers_and_tests(view, component),
        *where_to_add(view, component),
        *gaps(view, component),
    ]


def _together(view: BookView, components: Sequence[Component]) -> list[Block]:
    blocks: list[Block] = []
    for each in components:
        blocks.append(Subheading(_title(view, each), view.anchor(each)))
        blocks += _told(view, each)
    return blocks
