"""A folder's index page: the folder on one screen; what it is for, contains and offers."""

from __future__ import annotations

from mkdocs_repodoc.insight.listed_lines import has_listing
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model import sections
from mkdocs_repodoc.model.blocks import (
    Block,
    Column,
    PageBody,
    PageLink,
    Paragraph,
    Phrase,
    Section,
    Strip,
    Table,
)
from mkdocs_repodoc.model.repository import (
    Folder,
    RepoFile,
)
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.folder.folder_api import api_blocks
from mkdocs_repodoc.pages.folder.readmes import README_ANCHOR, readme_of, readme_opening
from mkdocs_repodoc.pages.parts import breadcrumbs, caps, page_links, summaries
from mkdocs_repodoc.pages.parts.descriptions import as_sentence, describe_file
from mkdocs_repodoc.pages.parts.diagrams.import_rollup import folder_imports
from mkdocs_repodoc.pages.parts.folder_descriptions import describe_folder
from mkdocs_repodoc.pages.parts.formatting import short_size
from mkdocs_repodoc.pages.parts.orientation.key_files import key_file_table, key_files
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.english import count


def compose_folder_index(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of a folder's index page."""
    folder = context.repository.folders[plan.path]
    return PageBody(
        title=f"{folder.path}/",
        lead=(*_purpose(context, folder), folder_facts(context, folder)),
        sections=(
            *_key_files(context, folder),
            *subfolder_section(context, folder),
            *file_section(context, folder),
            *_interface(context, folder),
        ),
        trail=breadcrumbs.trail(context, folder.path, inclusive=False),
        views=breadcrumbs.folder_views(context, folder.path),
    )


def _purpose(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    """What the folder is for: its README's opening, its own words, or what its content shows."""
    if folder.summary_origin in {"", folder.readme} and (words := readme_opening(context, folder)):
        return words
    if words := own_words(context, folder):
        return words
    described = describe_folder(context, folder.path)
    return (Paragraph(as_sentence(described)),) if described else ()


def own_words(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    """Return what a folder says about itself in a sentence, and which file says it."""
    summary = summaries.of_folder(context, folder.path)
    if not summary:
        return ()
    origin = folder.summary_origin
    said_by: Phrase = ()
    if origin in context.repository.files:
        name = name_of(origin)
        said_by = (" (", page_links.to_file(context, origin, text=name), ")")
    return (Paragraph((*summary, *said_by)),)


def folder_facts(context: PageContext, folder: Folder) -> Strip:
    """Return how much there is below a folder, and how much of the rest uses it, on a line."""
    items: list[Phrase] = []
    if titles := main_languages(folder):
        items.append((", ".join(titles),))
    items.append((count(folder.file_count, "file"),))
    items.append(
        (count(folder.line_count, "line") if folder.line_count else short_size(folder.size),)
    )
    documentation = context.plan.uri("folder documentation", folder.path)
    if users := len(folder_imports(context, folder.path).importers):
        text = f"used by {count(users, 'file')} elsewhere"
        items.append((PageLink(text, documentation, "dependencies"),))
    if readme := readme_of(context, folder):
        items.append((PageLink(readme.name, documentation, README_ANCHOR),))
    return Strip(tuple(items))


def main_languages(folder: Folder) -> list[str]:
    """Return the names of the languages that most lines below a folder are written in."""
    named = sorted(
        ((lines, name) for name, lines in folder.languages.items() if lines), reverse=True
    )
    return [language_named(name).title for _, name in named[: caps.FOLDER_LANGUAGES]]


def _key_files(context: PageContext, folder: Folder) -> tuple[Section, ...]:
    """The files that most depends on; none in a folder that can be seen at a glance."""
    below = context.statistics.below(folder.path)
    if len(below) <= caps.FOLDER_KEY_FILES_ON_INDEX:
        return ()
    paths = key_files(context, below, caps.FOLDER_KEY_FILES_ON_INDEX)
    if not paths:
        return ()
    table = key_file_table(context, paths, folder.path)
    return (Section("Key Files", "key-files", (table,)),)


def _interface(context: PageContext, folder: Folder) -> tuple[Section, ...]:
    blocks = api_blocks(context, folder)
    return (Section("Public API", "public-api", blocks),) if blocks else ()


def extent(folder: Folder) -> str:
    """Return how much there is below a folder: files, size, lines and main languages."""
    parts = [count(folder.file_count, "file"), short_size(folder.size)]
    if folder.line_count:
        parts.append(count(folder.line_count, "line"))
    languages = main_languages(folder)
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
        Column("Symbols", numeric=True),
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
