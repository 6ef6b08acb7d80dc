"""Related Files and Cross-References: where to read on."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Block, Inline, Item, Items, PageLink
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.related_words import reason_words
from mkdocs_repodoc.paths import name_of


def related_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the files that are worth reading next, each with the reasons."""
    context = view.context
    items: list[Item] = []
    for related in view.links.related[: caps.RELATED_FILES]:
        phrase: list[Inline] = [
            page_links.to_file(context, related.path),
            f" ({', '.join(reason_words(related.reasons))})",
        ]
        if summary := summaries.of_file(context, related.path):
            phrase += [": ", *summary]
        items.append(Item(tuple(phrase)))
    return (Items(tuple(items), ordered=True),) if items else ()


def cross_reference_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the links to the file's keywords, its folder's pages and its neighbours."""
    context, folder = view.context, view.file.folder
    found: list[tuple[str, PageLink | None]] = [
        ("Keywords of this file", keyword_page(context, view.path)),
        *folder_pages(context, folder),
    ]
    before, after = context.statistics.neighbours(view.path)
    for title, path in (("Previous file", before), ("Next file", after)):
        if path:
            found.append((title, page_links.to_file(context, path)))
    items = tuple(Item((f"{title}: ", link)) for title, link in found if link)
    return (Items(items),)


def keyword_page(context: PageContext, path: str) -> PageLink | None:
    """Link to a file's keyword page."""
    uri = context.plan.uris.get(("file keywords", path))
    return PageLink(name_of(path), uri, title=f"Keywords of {path}") if uri else None


def folder_pages(context: PageContext, folder: str) -> list[tuple[str, PageLink | None]]:
    """Return the three pages of a folder; the root's are the repository's where it has no own."""
    uris = context.plan.uris
    name = f"{folder}/" if folder else context.repository.name
    index = uris.get(("folder", folder)) or uris.get(("repository", ""))
    documentation = uris.get(("folder documentation", folder))
    keywords = uris.get(("folder keywords", folder)) or uris.get(("keywords", ""))
    return [
        (title, PageLink(name, uri) if uri else None)
        for title, uri in (
            ("Folder", index),
            ("Documentation of the folder", documentation),
            ("Keywords of the folder", keywords),
        )
    ]
