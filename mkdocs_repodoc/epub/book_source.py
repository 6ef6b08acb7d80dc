"""The source of a book that is not read on the site: what it says, and what that leads to."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mkdocs_repodoc.epub.book_facts import BookFacts
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PagePlan, SitePlan
from mkdocs_repodoc.rendering.render_context import RenderContext


class BookSource(NamedTuple):
    """Everything that a book is made from.

    Attributes:
        page: Plan of its page.
        body: What it says.
        context: What rendering needs.
        facts: What it says of itself.
        site: All pages, to which links may lead.
        read: Path of an image of the repository → its bytes.
    """

    page: PagePlan
    body: PageBody
    context: RenderContext
    facts: BookFacts
    site: SitePlan
    read: Callable[[str], bytes]
