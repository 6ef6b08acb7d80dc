"""A folder's README on the folder's pages: its opening, and all of it."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Block, Note, Prose, Section, Weight
from mkdocs_repodoc.model.repository import Folder, RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.text.document_parts.document_opening import document_opening

README_ANCHOR = "readme"
"""Anchor of the section with a README."""

_LENGTH = 100_000
"""Characters of a README that are shown; the rest is on the file's own page."""


def readme_opening(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    """Return the first paragraphs of a folder's README; nothing where they say nothing."""
    file = readme_of(context, folder)
    if file is None:
        return ()
    markup = DOCUMENT_MARKUPS.get(file.source.language, "plain")
    opening = document_opening(context.read_text(file.path).text, markup)
    return (Prose(opening, markup, file.path, heading_level=2),) if opening else ()


def readme_section(
    context: PageContext, folder: Folder, weight: Weight = "full"
) -> tuple[Section, ...]:
    """Return a folder's README, rendered; nothing without one."""
    file = readme_of(context, folder)
    text = "" if file is None else context.read_text(file.path).text
    if file is None or not text.strip():
        return ()
    markup = DOCUMENT_MARKUPS.get(file.source.language, "plain")
    blocks: list[Block] = [Prose(text[:_LENGTH], markup, file.path, heading_level=2)]
    if len(text) > _LENGTH:
        link = page_links.to_file(context, file.path)
        blocks.append(Note("info", ("This is the beginning; the rest is in ", link, ".")))
    return (Section(file.name, README_ANCHOR, tuple(blocks), weight),)


def readme_of(context: PageContext, folder: Folder) -> RepoFile | None:
    """Return the README of a folder; `None` without one that is a text."""
    file = context.repository.files.get(folder.readme)
    return file if file is not None and file.source.kind == "text" else None
