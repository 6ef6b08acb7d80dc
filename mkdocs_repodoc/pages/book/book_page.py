"""The comprehensive book: the repository told from front to back on one page.

Each part is a module here and returns sections, or none where the repository gives it nothing to
say. Its length is bounded whatever the repository's: every list in it has a limit, and what goes
beyond is a link to the page that has it all.
"""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import PageBody, Section
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.book.architecture_chapter import architecture
from mkdocs_repodoc.pages.book.components_chapter import components
from mkdocs_repodoc.pages.book.contributing_chapter import contributing
from mkdocs_repodoc.pages.book.file_reference import file_reference
from mkdocs_repodoc.pages.book.findings_chapters import performance, security
from mkdocs_repodoc.pages.book.flows_chapter import flows
from mkdocs_repodoc.pages.book.glossary_chapter import glossary
from mkdocs_repodoc.pages.book.overview_chapters import overview, structure
from mkdocs_repodoc.pages.book.testing_chapter import testing
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import breadcrumbs
from mkdocs_repodoc.pages.parts.abstraction_list import abstraction_blocks

_CHAPTERS = (
    ("Overview", "overview", overview),
    ("Structure", "structure", structure),
    ("Architecture", "architecture", architecture),
    ("Key Abstractions", "key-abstractions", abstraction_blocks),
    ("Main Flows", "main-flows", flows),
    ("Components", "components", components),
    ("Testing", "testing", testing),
    ("Performance", "performance", performance),
    ("Security", "security", security),
    ("Contributing", "contributing", contributing),
)
_APPENDICES = (
    ("File Reference", "file-reference", file_reference),
    ("Glossary", "glossary", glossary),
)


def compose_book(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of the comprehensive book."""
    sections: list[Section] = []
    for title, anchor, part in _CHAPTERS:
        if blocks := part(context):
            sections.append(Section(f"{len(sections) + 1}. {title}", anchor, blocks))
    letters = iter("AB")
    for title, anchor, part in _APPENDICES:
        if blocks := part(context):
            sections.append(Section(f"Appendix {next(letters)}: {title}", anchor, blocks))
    return PageBody(
        title=plan.title,
        lead=(),
        sections=tuple(sections),
        trail=breadcrumbs.trail(context, "", inclusive=True),
        siblings=breadcrumbs.siblings(context, ""),
    )
