"""The book's chapter on architecture: the parts, how they build on one another, what to read."""

from __future__ import annotations

from mkdocs_repodoc.insight.architecture.component import Component
from mkdocs_repodoc.model.blocks import Block, Phrase
from mkdocs_repodoc.pages.book.architecture.assembly_list import assembly_list
from mkdocs_repodoc.pages.book.architecture.interface_list import event_list, interface_list
from mkdocs_repodoc.pages.book.architecture.part_list import part_list
from mkdocs_repodoc.pages.book.architecture.platform_choice import platform_choice
from mkdocs_repodoc.pages.book.architecture.read_data import data_folders
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.callers_and_tests import callers_and_tests_elsewhere
from mkdocs_repodoc.pages.book.component_files import files_beside
from mkdocs_repodoc.pages.book.documents.design_documents import design_documents
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.dependency_words import words_between_components
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.diagrams.component_diagram import component_diagram, layers_said
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count


def architecture(view: BookView) -> tuple[Block, ...]:
    """Return how the components build on one another, their picture, and documents on design."""
    context = view.context
    blocks: list[Block] = []
    if diagram := component_diagram(context):
        parts = context.statistics.architecture.components
        chosen = platform_choice(view, [each.path for each in parts if each.is_file])
        said = [_parts(view), *_ends(view), layers_said(context), *_left_out(view), *chosen]
        blocks += paragraph(said)
        blocks.append(diagram)
    blocks += filter(None, (assembly_list(view), part_list(view)))
    blocks += interface_list(view)
    blocks += event_list(view)
    blocks += paragraph([*data_folders(view), _beside(view)])
    blocks += files_beside(view)
    blocks += callers_and_tests_elsewhere(view)
    blocks += design_documents(view)
    return tuple(blocks)


def _parts(view: BookView) -> Phrase:
    number = len(view.context.statistics.architecture.components)
    return (f"The software has {count(number, 'part')}.",)


def _ends(view: BookView) -> list[Phrase]:
    """Return the sentences on what nothing builds upon, and on what builds on nothing."""
    found = view.context.statistics.architecture
    undrawn = view.context.insight.undrawn_ties
    importing = {source for source, _ in found.edges} | undrawn.needing
    imported = {target for _, target in found.edges} | undrawn.needed
    groups = view.context.statistics.platform_files
    spared = {path for group in groups for path in group.files}  # their users are linked to one
    top = [each for each in found.connected if each.path not in imported | spared]
    bottom = [each for each in found.connected if each.path not in importing]
    words = words_between_components(view.context)
    users = {each.path: len(found.dependents(each.path)) for each in bottom}
    bottom.sort(key=lambda each: (-users[each.path], each.path))
    said: list[Phrase] = []
    if top:
        is_one = len(top) == 1
        what = f" {'is' if is_one else 'are'} at the top: no other part"
        said.append((*_links(view, top), f"{what} {words.verb} {'it' if is_one else 'them'}."))
    if bottom:
        is_one = len(bottom) == 1
        what = " is at the bottom: it" if is_one else " are at the bottom: they"
        verb = words.verb if is_one else words.plural
        said.append((*_links(view, bottom), f"{what} {verb} no other part."))
    return said


def _left_out(view: BookView) -> list[Phrase]:
    """Return the sentence on the parts and the files that the picture does not have."""
    found = view.context.statistics.architecture
    needed = view.context.insight.undrawn_ties.needed
    drawn = set(found.connected)
    parts: list[Phrase] = [
        (view.to_chapter(each), " (needed for types, by calls or by late imports only)")
        if each.path in needed
        else (view.to_chapter(each),)
        for each in found.components
        if each not in drawn
    ]
    if smaller := sum(len(each.files) for each in found.others):
        parts.append((f"{count(smaller, 'smaller file')}, told below",))
    return [("The picture leaves out ", *joined(parts, last=" and "), ".")] if parts else []


def _links(view: BookView, components: list[Component]) -> Phrase:
    return some([view.to_chapter(each) for each in components], most=book_caps.BOOK_ENDS)


def _beside(view: BookView) -> Phrase:
    """Return the sentence on folders that are about the software and no part of it."""
    found = view.context.statistics.architecture.beside
    links = [
        page_links.to_folder(view.context, each.path) for each in found if each.whole and each.path
    ]
    return (
        ("Beside the software are ", *some(links, "folder", book_caps.BOOK_FOLDERS_BESIDE), ".")
        if links
        else ()
    )
