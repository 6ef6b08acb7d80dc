"""The repository's own documents on how the software is built."""

from __future__ import annotations

import re

from mkdocs_repodoc.insight.reading.translations import is_translation
from mkdocs_repodoc.model.blocks import Block, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.sentences import quoted
from mkdocs_repodoc.pages.parts import book_caps, page_links, summaries

_DESIGN = re.compile(
    r"(?:^|\b|_)(?:design|architecture|internals?|life ?cycle|overview|concepts?|how[ _-].*works?"
    r"|adr|decisions?|structure|principles|philosophy)(?:\b|_|$)",
    re.IGNORECASE,
)
"""Names and titles of documents that explain how the software is built."""


def design_documents(view: BookView) -> tuple[Block, ...]:
    """Return the repository's own documents on how it is built."""
    files = view.context.repository.files
    found = [
        file
        for file in files.values()
        if _is_on_design(file) and not is_translation(file.path, files)
    ]
    found.sort(key=lambda file: (file.path.count("/"), file.path))
    items = tuple(Item(_document(view, file)) for file in found[: book_caps.BOOK_DOCUMENTS])
    if not items:
        return ()
    return (Items(items, title="The repository's own documents on its design"),)


def _is_on_design(file: RepoFile) -> bool:
    is_form = file.path.startswith((".github/", ".gitlab/"))
    if file.role != "documentation" or file.source.kind != "text" or is_form:
        return False
    stem = file.name.partition(".")[0].replace("-", " ")
    return bool(_DESIGN.search(stem) or _DESIGN.search(title(file)))


def title(file: RepoFile) -> str:
    """Return the first heading of a document; empty if it has none."""
    headings = (each.name for each in file.outline.symbols if each.kind == Kind.HEADING)
    return next(headings, "")


def _document(view: BookView, file: RepoFile) -> Phrase:
    """Return a document with its title and its first sentence."""
    said: list[Inline] = [page_links.to_file(view.context, file.path)]
    if heading := title(file):
        said.append(f", {heading}")
    words = summaries.of_file(view.context, file.path)
    if words and file.summary != title(file):
        said += [": ", *quoted(words)]
    return tuple(said)
