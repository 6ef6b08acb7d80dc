"""The comprehensive book: the repository told from front to back on one page.

Each chapter is a module here and returns blocks, or none where the repository gives it nothing to
say. Its length is bounded whatever the repository's: every list in it has a limit, and what goes
beyond is on other pages.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mkdocs_repodoc.model.blocks import PageBody, PageLink, Phrase, Section
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
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import breadcrumbs
from mkdocs_repodoc.pages.parts.formatting import joined


def compose_book(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of the comprehensive book."""
    view = BookView(context)
    chapters = [
        Section("Overview", "overview", overview(view)),
        Section("Main Flows", "main-flows", flows(view)),
        Section("Key Abstractions", "key-abstractions", nouns(view)),
        Section("Architecture", "architecture", architecture(view)),
        *component_chapters(view),
        Section("Settings", "settings", settings(view)),
        Section("When It Fails", "failures", failing(view)),
        Section("Testing", "testing", testing(view)),
        Section("Contributing", "contributing", contributing(view)),
        Section("What to Watch", "what-to-watch", watch(view)),
        Section("Glossary", "glossary", glossary(view)),
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


def _contents(plan: PagePlan, sections: Sequence[Section]) -> Phrase:
    """Return links to the chapters, which a printed book has nowhere else."""
    titles = [each.title.replace(" ", "\N{NO-BREAK SPACE}", 1) for each in sections]
    links = zip(titles, sections, strict=True)
    return joined([PageLink(title, plan.uri, each.anchor) for title, each in links], " · ")
