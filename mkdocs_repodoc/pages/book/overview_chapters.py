"""The book's first chapters: what the repository says it is, and how it is laid out."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Block, Column, Note, Paragraph, Phrase, Prose, Table
from mkdocs_repodoc.model.repository import Folder
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.folder.folder_doc import language_bars
from mkdocs_repodoc.pages.folder.folder_index import README_MARKUPS, extent
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.folder_descriptions import describe_folder
from mkdocs_repodoc.pages.parts.formatting import short_size
from mkdocs_repodoc.pages.parts.role_phrases import roles_phrase
from mkdocs_repodoc.pages.repository.repository_index import project_blocks
from mkdocs_repodoc.text.english import count

_README = 6_000
_LEVELS = 3


def overview(context: PageContext) -> tuple[Block, ...]:
    """Return the project's metadata, its README's opening, and numbers."""
    repository = context.repository
    root = repository.folders[""]
    files = list(repository.files.values())
    numbers = f"{extent(root)[:-1]}. By role: {roles_phrase(files, 6)}."
    description = repository.project.description
    said: tuple[Block, ...] = (Paragraph((description,)),) if description else ()
    return (*said, *_readme(context, root), *project_blocks(context), Paragraph((numbers,)))


def _readme(context: PageContext, root: Folder) -> tuple[Block, ...]:
    file = context.repository.files.get(root.readme)
    if file is None or file.source.kind != "text":
        return ()
    text = context.read_text(file.path).text.strip()
    shown = opening(text, _README)
    if not shown:
        return ()
    markup = README_MARKUPS.get(file.source.language, "plain")
    prose = Prose(shown, markup, file.path, heading_level=2)
    if len(shown) == len(text):
        return (prose,)
    return (
        prose,
        Note("info", ("This is how ", page_links.to_file(context, file.path), " begins.")),
    )


def opening(text: str, limit: int) -> str:
    """Return the paragraphs at a text's beginning that fit, never half of a fenced block."""
    if len(text) <= limit:
        return text
    end = limit
    while (end := text.rfind("\n\n", 0, end)) > 0:
        head = text[:end]
        if head.count("```") % 2 == 0 and head.count("~~~") % 2 == 0:
            return head.rstrip()
    return ""


def structure(context: PageContext) -> tuple[Block, ...]:
    """Return the folders near the top, as deep as there is room for, and the languages."""
    folders = _upper_folders(context)
    if not folders:
        return ()
    rows: list[tuple[Phrase, ...]] = [
        (
            (page_links.to_folder(context, folder.path),),
            describe_folder(context, folder.path),
            (f"{folder.file_count:,}",),
            (f"{folder.line_count:,}",) if folder.line_count else (),
            (short_size(folder.size),),
        )
        for folder in folders
    ]
    columns = (
        Column("Folder"),
        Column("What is in it"),
        Column("Files", numeric=True),
        Column("Lines", numeric=True),
        Column("Size", numeric=True),
    )
    left = len(context.repository.folders) - 1 - len(folders)
    caption = f"{count(left, 'deeper folder')} left out" if left else ""
    blocks: list[Block] = [Table(columns, tuple(rows), caption=caption)]
    if bars := language_bars(context.repository.folders[""]):
        blocks.append(bars)
    return tuple(blocks)


def _upper_folders(context: PageContext) -> list[Folder]:
    """Folders down to the level that still fits; of too many on the first level the largest."""
    folders = [each for each in context.repository.folders.values() if each.path]
    shown: list[Folder] = []
    for level in range(_LEVELS):
        upper = [each for each in folders if each.path.count("/") <= level]
        if len(upper) > caps.BOOK_FOLDERS:
            break
        shown = upper
    if folders and not shown:
        top = [each for each in folders if "/" not in each.path]
        shown = sorted(top, key=lambda each: (-each.size, each.path))[: caps.BOOK_FOLDERS]
    return sorted(shown, key=lambda each: each.path.split("/"))
