"""A folder's index page: what is in it, each entry with what it says about itself."""

from __future__ import annotations

from mkdocs_repodoc.insight.listed_lines import has_listing
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model import sections
from mkdocs_repodoc.model.blocks import (
    Block,
    Column,
    Note,
    PageBody,
    PageLink,
    Paragraph,
    Phrase,
    Prose,
    Section,
    Table,
    Weight,
)
from mkdocs_repodoc.model.repository import Folder, RepoFile
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import breadcrumbs, caps, page_links, summaries
from mkdocs_repodoc.pages.parts.descriptions import describe_file
from mkdocs_repodoc.pages.parts.folder_descriptions import describe_folder
from mkdocs_repodoc.pages.parts.formatting import short_size
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.document_opening import document_opening
from mkdocs_repodoc.text.english import count

_README_LENGTH = 100_000
"""Characters of a README that are shown; the rest is on the file's own page."""

README_MARKUPS = {"markdown": "markdown", "restructuredtext": "rst"}
"""Language → markup; other READMEs are shown as they are."""


def compose_folder_index(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of a folder's index page."""
    folder = context.repository.folders[plan.path]
    return PageBody(
        title=f"{folder.path}/",
        lead=lead(context, folder),
        sections=(
            *subfolder_section(context, folder),
            *file_section(context, folder),
            *readme_section(context, folder),
        ),
        trail=breadcrumbs.trail(context, folder.path, inclusive=False),
        views=breadcrumbs.folder_views(context, folder.path),
    )


def lead(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    """Return a folder's own words, and one sentence of numbers."""
    summary = summaries.of_folder(context, folder.path)
    words: tuple[Block, ...] = ()
    if summary:
        origin = folder.summary_origin
        said_by: Phrase = ()
        if origin in context.repository.files:
            name = name_of(origin)
            said_by = (" (", page_links.to_file(context, origin, text=name), ")")
        words = (Paragraph((*summary, *said_by)),)
    return (*words, Paragraph((extent(folder),)))


def extent(folder: Folder) -> str:
    """Return how much there is below a folder: files, size, lines and main languages."""
    parts = [count(folder.file_count, "file"), short_size(folder.size)]
    if folder.line_count:
        parts.append(count(folder.line_count, "line"))
    named = sorted(
        ((lines, name) for name, lines in folder.languages.items() if lines), reverse=True
    )
    languages = [language_named(name).title for _, name in named[: caps.FOLDER_LANGUAGES]]
    text = ", ".join(parts)
    return f"{text}: {', '.join(languages)}." if languages else f"{text}."


def subfolder_section(context: PageContext, folder: Folder) -> tuple[Section, ...]:
    """Return the table of a folder's subfolders."""
    if not folder.folders:
        return ()
    rows = tuple(_subfolder_row(context, path) for path in folder.folders)
    columns = (
        Column("Folder"),
        Column("Summary"),
        Column("Files", numeric=True),
        Column("Lines", numeric=True),
        Column("Size", numeric=True),
        Column("Pages"),
    )
    return (Section("Subfolders", "subfolders", (Table(columns, rows),)),)


def _subfolder_row(context: PageContext, path: str) -> tuple[Phrase, ...]:
    folder = context.repository.folders[path]
    return (
        (page_links.to_folder(context, path, text=f"{folder.name}/"),),
        describe_folder(context, path),
        (f"{folder.file_count:,}",),
        (f"{folder.line_count:,}",) if folder.line_count else (),
        (short_size(folder.size),),
        (
            PageLink("docs", context.plan.uri("folder documentation", path)),
            ", ",
            PageLink("keywords", context.plan.uri("folder keywords", path)),
        ),
    )


def file_section(context: PageContext, folder: Folder) -> tuple[Section, ...]:
    """Return the table of the files that lie directly in a folder."""
    if not folder.files:
        return ()
    files = [context.repository.files[path] for path in folder.files]
    columns = (
        Column("File"),
        Column("Description"),
        Column("Language"),
        Column("Lines", numeric=True),
        Column("Keywords", numeric=True),
        Column("Page"),
    )
    rows = tuple(_file_row(context, file) for file in files)
    return (Section("Files", "files", (Table(columns, rows),)),)


def _file_row(context: PageContext, file: RepoFile) -> tuple[Phrase, ...]:
    uri = context.plan.uri("file", file.path)
    source = sections.ORIGINAL_SOURCE.anchor if has_listing(file) else ""
    symbols = len(file.outline.symbols)
    keywords = page_links.to_file_keywords(context, file.path, text=f"{symbols:,}")
    lines = file.outline.lines.total
    return (
        (PageLink(file.name, uri, source, code=True),),
        describe_file(context, file.path),
        (language_named(file.source.language).title,),
        (f"{lines:,}",) if lines else (),
        (keywords,),
        (PageLink("docs", uri),),
    )


def readme_opening(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    """Return the first paragraphs of a folder's README; nothing where they say nothing."""
    file = _readme(context, folder)
    if file is None:
        return ()
    markup = README_MARKUPS.get(file.source.language, "plain")
    opening = document_opening(context.read_text(file.path).text, markup)
    return (Prose(opening, markup, file.path, heading_level=2),) if opening else ()


def readme_section(context: PageContext, folder: Folder) -> tuple[Section, ...]:
    """Return a folder's README, rendered; folded where the page begins with its opening."""
    file = _readme(context, folder)
    if file is None:
        return ()
    text = context.read_text(file.path).text
    markup = README_MARKUPS.get(file.source.language, "plain")
    shown = text[:_README_LENGTH]
    blocks: list[Block] = [Prose(shown, markup, file.path, heading_level=2)]
    if len(text) > len(shown):
        rest = (
            "This is the beginning; the rest is in ",
            page_links.to_file(context, file.path),
            ".",
        )
        blocks.append(Note("info", rest))
    if not text.strip():
        return ()
    weight: Weight = "folded" if document_opening(text, markup) else "full"
    return (Section(file.name, "readme", tuple(blocks), weight),)


def _readme(context: PageContext, folder: Folder) -> RepoFile | None:
    file = context.repository.files.get(folder.readme)
    return file if file is not None and file.source.kind == "text" else None
