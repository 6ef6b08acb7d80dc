"""The comprehensive book: the repository told from front to back on one page.

Each chapter is a module here and returns blocks, or none where the repository gives it nothing to
say. Its length is bounded whatever the repository's: every list in it has a limit, and what goes
beyond is on other pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import msgspec

from mkdocs_repodoc.model.blocks import Block, PageBody, PageLink, Phrase, Section
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.book.architecture_chapter import architecture
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.component_chapters import component_chapters
from mkdocs_repodoc.pages.book.contributing_chapter import contributing
from mkdocs_repodoc.pages.book.flows_chapter import flows
from mkdocs_repodoc.pages.book.folded_ends import with_folded_ends
from mkdocs_repodoc.pages.book.glossary_chapter import glossary
from mkdocs_repodoc.pages.book.nouns_chapter import nouns
from mkdocs_repodoc.pages.book.operation.failures_chapter import failing
from mkdocs_repodoc.pages.book.operation.settings_chapter import settings
from mkdocs_repodoc.pages.book.overview_chapter import overview
from mkdocs_repodoc.pages.book.sentences import paragraph
from mkdocs_repodoc.pages.book.testing_chapter import testing
from mkdocs_repodoc.pages.book.watch_chapter import watch
from mkdocs_repodoc.pages.bounded_sections import bounded_chapter
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import breadcrumbs
from mkdocs_repodoc.pages.parts.formatting import joined


def compose_book(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of the comprehensive book."""
    view = BookView(context)
    chapters = [
        *_chapters(
            view,
            ("Overview", "overview", overview),
            ("Main Flows", "main-flows", flows),
            ("Key Abstractions", "key-abstractions", nouns),
            ("Architecture", "architecture", architecture),
        ),
        *component_chapters(view),
        *_chapters(
            view,
            ("Settings", "settings", settings),
            ("When It Fails", "failures", failing),
            ("Testing", "testing", testing),
            ("Contributing", "contributing", contributing),
            ("What to Watch", "what-to-watch", watch),
            ("Glossary", "glossary", glossary),
        ),
    ]
    told = [each for each in chapters if each.blocks]
    sections = tuple(
        with_folded_ends(msgspec.structs.replace(each, title=f"{number}. {each.title}"))
        for number, each in enumerate(told, 1)
    )
    return PageBody(
        title=plan.title,
        lead=paragraph([_contents(plan, sections)]),
        sections=sections,
        trail=breadcrumbs.trail(context, "", inclusive=True),
        views=breadcrumbs.folder_views(context, ""),
    )


def _chapters(
    view: BookView, *told: tuple[str, str, Callable[[BookView], Sequence[Block]]]
) -> Iterator[Section]:
    """Yield chapters.

    Args:
        view: The book.
        told: The title and the anchor of each, and what tells it.
    """
    for title, anchor, tell in told:
        yield bounded_chapter(view.context, title, anchor, partial(tell, view))


def _contents(plan: PagePlan, sections: Sequence[Section]) -> Phrase:
    """Return links to the chapters, which a printed book has nowhere else."""
    titles = [each.title.replace(" ", "\N{NO-BREAK SPACE}", 1) for each in sections]
    links = zip(titles, sections, strict=True)
    return joined([PageLink(title, plan.uri, each.anchor) for title, each in links], " · ")
