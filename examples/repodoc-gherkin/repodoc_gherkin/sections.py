"""Sections of pages, made of the same blocks as all others, so that every format has them."""

from mkdocs_repodoc.model.blocks import Block, Column, Item, Items, Table
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.extension_sections import FileSection, RepositorySection
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.file_view import FileView
from repodoc_gherkin.feature_file import scenarios


def _of_file(view: FileView) -> tuple[Block, ...]:
    if view.file.source.language != "gherkin":
        return ()
    found = scenarios(view.context.read_text(view.path).lines)
    rows = tuple(
        ((each.title,), (view.line(each.line),), (str(len(each.steps)),)) for each in found
    )
    columns = (Column("Scenario"), Column("Line"), Column("Steps", numeric=True))
    return (Table(columns, rows),) if rows else ()


def _of_repository(context: PageContext) -> tuple[Block, ...]:
    features = [
        path for path, file in context.repository.files.items() if file.source.language == "gherkin"
    ]
    items = tuple(Item((page_links.to_file(context, path),)) for path in features)
    return (Items(items),) if items else ()


SECTIONS = (
    FileSection("Scenarios", "scenarios", _of_file),
    RepositorySection("Specifications", "specifications", _of_repository),
)
