"""One page's plan → what the page says."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from mkdocs_repodoc.model.blocks import Note, PageBody
from mkdocs_repodoc.model.site_plan import PageKind, PagePlan
from mkdocs_repodoc.pages.book.book_page import compose_book
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.file.file_page import compose_file
from mkdocs_repodoc.pages.folder.folder_doc import compose_folder_doc
from mkdocs_repodoc.pages.folder.folder_index import compose_folder_index
from mkdocs_repodoc.pages.keywords.file_keywords import compose_file_keywords
from mkdocs_repodoc.pages.keywords.folder_keywords import compose_folder_keywords
from mkdocs_repodoc.pages.keywords.keyword_index import compose_initial, compose_keywords
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.repository.repository_index import compose_repository
from mkdocs_repodoc.pages.tour.tour_page import compose_tour

_COMPOSERS: dict[PageKind, Callable[[PageContext, PagePlan], PageBody]] = {
    "repository": compose_repository,
    "keywords": compose_keywords,
    "initial": compose_initial,
    "book": compose_book,
    "tour": compose_tour,
    "folder": compose_folder_index,
    "folder documentation": compose_folder_doc,
    "folder keywords": compose_folder_keywords,
}
_FILE_COMPOSERS: dict[PageKind, Callable[[FileView, PagePlan], PageBody]] = {
    "file": compose_file,
    "file keywords": compose_file_keywords,
}


class PageComposer:
    """Composes the pages of a site.

    A file has two pages, which come one after the other in the plan: the second one says which
    names the sections of the first cover, so that they share what was composed.

    Args:
        context: What the pages may look at.
    """

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._view = lru_cache(maxsize=1)(partial(FileView, context))

    def compose(self, plan: PagePlan) -> PageBody:
        """Return the body of a page."""
        if composer := _FILE_COMPOSERS.get(plan.kind):
            return composer(self._view(plan.path), plan)
        return _COMPOSERS[plan.kind](self._context, plan)


def compose_withheld(plan: PagePlan, reason: str) -> PageBody:
    """Return the body of a page that could not be made.

    Args:
        plan: The page.
        reason: A clause that says why.
    """
    said = f"This page could not be made: {reason}. The rest of the site is complete."
    return PageBody(plan.title, (Note("error", (said,)),), ())
