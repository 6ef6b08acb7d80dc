"""The documentation page of a file: its sections, those with something to say.

Each section is composed in a module of its own; `model.sections` has their order. Here is which
module composes which, what is folded, and the decision that a section without evidence is left out.
"""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_repodoc.insight.listed_lines import has_listing
from mkdocs_repodoc.model import sections
from mkdocs_repodoc.model.blocks import (
    Block,
    Figure,
    Listing,
    PageBody,
    PageLink,
    Section,
    Subheading,
    Weight,
)
from mkdocs_repodoc.model.sections import SectionName
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages import extension_sections
from mkdocs_repodoc.pages.file.architecture_section import architecture_blocks
from mkdocs_repodoc.pages.file.dependencies_section import dependency_blocks
from mkdocs_repodoc.pages.file.document_blocks import is_document
from mkdocs_repodoc.pages.file.fact_strip import fact_strip
from mkdocs_repodoc.pages.file.findings_sections import (
    idiom_blocks,
    performance_blocks,
    security_blocks,
)
from mkdocs_repodoc.pages.file.metadata_section import lead_notes, metadata_blocks
from mkdocs_repodoc.pages.file.overview_section import overview_blocks, purpose_blocks
from mkdocs_repodoc.pages.file.related_section import cross_reference_blocks, related_blocks
from mkdocs_repodoc.pages.file.structure_section import structure_blocks
from mkdocs_repodoc.pages.file.testing_section import testing_blocks
from mkdocs_repodoc.pages.file.using_files import users_of
from mkdocs_repodoc.pages.parts.breadcrumbs import trail
from mkdocs_repodoc.pages.parts.file_view import FileView


def compose_file(view: FileView, plan: PagePlan) -> PageBody:
    """Compose the documentation page of a file.

    Args:
        view: The file.
        plan: The page's plan.

    Returns:
        The page. Broken, binary and empty files have one too, with the sections that they fill.
    """
    order = sections.TEST_SECTIONS if view.file.role == "test" else sections.FILE_SECTIONS
    return PageBody(
        title=plan.title,
        lead=(fact_strip(view, users_of(view)), *lead_notes(view)),
        sections=(
            *(
                Section(name.title, name.anchor, blocks, _weight(view, name))
                for name in order
                if (blocks := section_blocks(view, name))
            ),
            *extension_sections.of_file(view),
        ),
        module_anchor=view.file.module,
        trail=trail(view.context, view.file.folder, inclusive=True),
        views=file_views(view),
    )


def section_blocks(view: FileView, name: SectionName) -> tuple[Block, ...]:
    """Return the blocks of a section; none where it has nothing to say."""
    return view.section(name, _COMPOSERS[name])


def file_views(view: FileView) -> tuple[PageLink, ...]:
    """Return the links that stand on every page of a file: its views, as far as it has them."""
    uris = view.context.plan.uris
    views = [PageLink("Docs", view.uri, sections.FILE_PURPOSE.anchor)]
    if section_blocks(view, sections.ORIGINAL_SOURCE):
        views.append(PageLink("Source", view.uri, sections.ORIGINAL_SOURCE.anchor))
    if section_blocks(view, sections.TESTING_USAGE):
        views.append(PageLink("Uses", view.uri, sections.TESTING_USAGE.anchor))
    if keywords := uris.get(("file keywords", view.path)):
        views.append(PageLink("Keywords", keywords))
    return tuple(views)


def _weight(view: FileView, name: SectionName) -> Weight:
    if name == sections.FILE_PURPOSE:
        return "quiet"
    # Of what cannot be shown the metadata are all there is.
    is_shown = bool(section_blocks(view, sections.ORIGINAL_SOURCE))
    looked_up = name in _FOLDED or (name in _FOLDED_IN_TESTS and view.file.role == "test")
    is_second = name == sections.ORIGINAL_SOURCE and is_document(view)
    return "folded" if (looked_up and is_shown) or is_second else "full"


def source_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the picture of an image and the listing of a text; an SVG drawing has both."""
    blocks: list[Block] = []
    if view.path in view.context.plan.assets:
        blocks.append(Figure(view.path, view.file.name))
    if view.detail.cells:
        blocks.append(Subheading(*sections.NOTEBOOK_FILE))
    if has_listing(view.file):
        symbols = view.outline.symbols
        anchors = sorted(
            (symbols[position].name_line, view.file.anchors[position])
            for position in view.in_source
        )
        blocks.append(Listing(view.path, tuple(anchors)))
    return tuple(blocks)


_COMPOSERS: dict[SectionName, Callable[[FileView], tuple[Block, ...]]] = {
    sections.FILE_METADATA: metadata_blocks,
    sections.FILE_PURPOSE: purpose_blocks,
    sections.HIGH_LEVEL_OVERVIEW: overview_blocks,
    sections.DETAILED_ANALYSIS: structure_blocks,
    sections.ARCHITECTURE_DESIGN: architecture_blocks,
    sections.DEPENDENCIES: dependency_blocks,
    sections.CODE_PATTERNS: idiom_blocks,
    sections.PERFORMANCE: performance_blocks,
    sections.SECURITY: security_blocks,
    sections.TESTING_USAGE: testing_blocks,
    sections.RELATED_FILES: related_blocks,
    sections.ORIGINAL_SOURCE: source_blocks,
    sections.CROSS_REFERENCES: cross_reference_blocks,
}
"""What composes each section; without blocks it is left out."""

_FOLDED = frozenset({sections.DEPENDENCIES, sections.FILE_METADATA, sections.CROSS_REFERENCES})
"""What is looked up rather than read."""
_FOLDED_IN_TESTS = frozenset({sections.DETAILED_ANALYSIS, sections.ARCHITECTURE_DESIGN})
"""The cases of a test and its source say the same in fewer words."""
