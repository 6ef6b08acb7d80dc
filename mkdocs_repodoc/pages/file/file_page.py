"""The documentation page of a file: its thirteen sections, those with something to say.

Each section is composed in a module of its own; `model.sections` has their order. Here is which
module composes which, and the decision that a section without evidence is left out.
"""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_repodoc.insight.listed_lines import has_listing
from mkdocs_repodoc.model import sections
from mkdocs_repodoc.model.blocks import Block, Figure, Listing, PageBody, Section
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.file.architecture_section import architecture_blocks
from mkdocs_repodoc.pages.file.dependencies_section import dependency_blocks
from mkdocs_repodoc.pages.file.findings_sections import (
    idiom_blocks,
    performance_blocks,
    security_blocks,
)
from mkdocs_repodoc.pages.file.metadata_section import lead_notes, metadata_blocks
from mkdocs_repodoc.pages.file.notebook_cells import cell_blocks
from mkdocs_repodoc.pages.file.overview_section import overview_blocks, purpose_blocks
from mkdocs_repodoc.pages.file.related_section import cross_reference_blocks, related_blocks
from mkdocs_repodoc.pages.file.structure_section import structure_blocks
from mkdocs_repodoc.pages.file.testing_section import testing_blocks
from mkdocs_repodoc.pages.parts.breadcrumbs import file_siblings, trail
from mkdocs_repodoc.pages.parts.file_view import FileView


def compose_file(context: PageContext, plan: PagePlan) -> PageBody:
    """Compose the documentation page of a file.

    Args:
        context: The linked repository and what belongs to it.
        plan: The page's plan; `plan.path` is the file.

    Returns:
        The page. Broken, binary and empty files have one too, with the sections that they fill.
    """
    view = FileView(context, plan.path)
    return PageBody(
        title=plan.title,
        lead=lead_notes(view),
        sections=tuple(
            Section(name.title, name.anchor, blocks)
            for name, compose in SECTION_COMPOSERS
            if (blocks := compose(view))
        ),
        module_anchor=view.file.module,
        trail=trail(context, view.file.folder, inclusive=True),
        siblings=file_siblings(context, plan.path),
    )


def source_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the picture of an image and the listing of a text; an SVG drawing has both."""
    blocks: list[Block] = []
    if view.path in view.context.plan.assets:
        blocks.append(Figure(view.path, view.file.name))
    blocks += cell_blocks(view)
    if has_listing(view.file):
        blocks.append(Listing(view.path))
    return tuple(blocks)


_COMPOSERS: dict[sections.SectionName, Callable[[FileView], tuple[Block, ...]]] = {
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

SECTION_COMPOSERS = tuple((name, _COMPOSERS[name]) for name in sections.FILE_SECTIONS)
"""The sections in their order, each with what composes it."""
