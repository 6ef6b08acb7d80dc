"""One page's plan → what the page says."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PageKind, PagePlan
from mkdocs_repodoc.pages.book.book_page import compose_book
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.file.file_page import compose_file
from mkdocs_repodoc.pages.folder.folder_doc import compose_folder_doc
from mkdocs_repodoc.pages.folder.folder_index import compose_folder_index
from mkdocs_repodoc.pages.keywords.file_keywords import compose_file_keywords
from mkdocs_repodoc.pages.keywords.folder_keywords import compose_folder_keywords
from mkdocs_repodoc.pages.keywords.keyword_index import compose_initial, compose_keywords
from mkdocs_repodoc.pages.repository.repository_index import compose_repository

_COMPOSERS: dict[PageKind, Callable[[PageContext, PagePlan], PageBody]] = {
    "repository": compose_repository,
    "keywords": compose_keywords,
    "initial": compose_initial,
    "book": compose_book,
    "folder": compose_folder_index,
    "folder documentation": compose_folder_doc,
    "folder keywords": compose_folder_keywords,
    "file": compose_file,
    "file keywords": compose_file_keywords,
}


def compose(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of a page.

    Args:
        context: What the page may look at.
        plan: The page.
    """
    return _COMPOSERS[plan.kind](context, plan)
