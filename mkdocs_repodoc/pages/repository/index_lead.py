"""The top of the repository's index: its own words, facts on a line, ways to read on."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import (
    Block,
    Item,
    Items,
    PageLink,
    Paragraph,
    Phrase,
    Strip,
    WebLink,
)
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.folder.folder_index import main_languages, own_words
from mkdocs_repodoc.pages.folder.readmes import readme_opening
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.self_description import description_beyond_readme
from mkdocs_repodoc.repository_urls import forge_name
from mkdocs_repodoc.text.english import count


def index_lead(context: PageContext) -> tuple[Block, ...]:
    """Return what stands above the first section of the repository's index."""
    return (*_own_words(context), _facts(context), _ways(context))


def _own_words(context: PageContext) -> tuple[Block, ...]:
    """The README's first paragraphs, and the project's description where it says something else."""
    root = context.repository.folders[""]
    description = description_beyond_readme(context)
    said = (*readme_opening(context, root), *([Paragraph(description)] if description else []))
    return said or own_words(context, root)


def _dependencies(project: Project) -> str:
    """Return how many packages are needed, and how many of them only where something holds."""
    further = len(project.conditional_packages)
    if not project.dependencies:
        return f"{count(further, 'dependency')} on some systems or versions only"
    total = count(len(project.dependencies) + further, "dependency")
    return f"{total}, {further} of them not everywhere" if further else total


def _facts(context: PageContext) -> Strip:
    root = context.repository.folders[""]
    project = context.repository.project
    titles = main_languages(root)
    items: list[Phrase] = [(", ".join(titles),)] if titles else []
    if project.version:
        items.append((f"version {project.version}",))
    if project.licence:
        items.append((project.licence,))
    items += [(f"{each.name} {each.version}",) for each in project.runtimes]
    if project.dependencies or project.conditional_packages:
        items.append((_dependencies(project),))
    elif project.needs_nothing:
        optional = " but optional ones" if project.optional_packages else ""
        items.append((f"no dependencies{optional}",))
    items.append((count(root.file_count, "file"),))
    items.append((count(root.line_count, "line"),))
    if root.readme in context.repository.files:
        items.append((page_links.to_file(context, root.readme),))
    if url := context.settings.repo_url:
        items.append((WebLink(f"View on {forge_name(url)}", url),))
    return Strip(tuple(items))


def _ways(context: PageContext) -> Items:
    uris = context.plan.uris
    ways = []
    if stops := len(context.insight.stops):
        tour = PageLink("Take the tour", uris["tour", ""])
        ways.append(
            Item(
                (tour, f": {count(stops, 'stop')} through the source, each with the lines to read")
            )
        )
    book = PageLink("Book", uris["book", ""])
    ways.append(Item((book, ": the whole repository, from front to back")))
    if names := context.keywords.counts.total():
        symbols = PageLink("Symbols A–Z", uris["keywords", ""])
        ways.append(Item((symbols, f": {count(names, 'name')} with their definitions and uses")))
    return Items(tuple(ways), title="Ways to read on")
