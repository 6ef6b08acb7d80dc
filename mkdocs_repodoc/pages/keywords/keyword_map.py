"""Keyword → Section Map: which names of a file each section of its documentation page covers.

The map is read off the sections as they were composed for that page: a section covers a symbol if
it links to it, so that nothing is claimed that the page does not hold. Where a section shows
everything, its keywords are those that most files use.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from mkdocs_repodoc.model import sections
from mkdocs_repodoc.model.blocks import Block, Column, PageLink, Phrase, Table
from mkdocs_repodoc.model.contained_links import links_in
from mkdocs_repodoc.pages.file.dependencies_section import import_link, resolved_imports
from mkdocs_repodoc.pages.file.document_blocks import rendered_headings
from mkdocs_repodoc.pages.file.file_page import section_blocks
from mkdocs_repodoc.pages.parts import caps
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import capped

_READ_OFF = frozenset(
    {
        sections.HIGH_LEVEL_OVERVIEW,
        sections.ARCHITECTURE_DESIGN,
        sections.CODE_PATTERNS,
        sections.PERFORMANCE,
        sections.SECURITY,
        sections.TESTING_USAGE,
    }
)
"""Sections that are about some of the file's symbols. The others are about all of them, about the
imports, or about the file as such."""


def keyword_map(view: FileView) -> tuple[Block, ...]:
    """Return the table of sections and keywords; none if no section covers a keyword."""
    positions = {anchor: index for index, anchor in enumerate(view.file.anchors)}
    by_users = sorted(range(len(view.outline.symbols)), key=lambda index: -view.user_count(index))
    in_document = rendered_headings(view)
    rows: list[tuple[Phrase, ...]] = []
    for name in sections.FILE_SECTIONS:
        shown: Sequence[PageLink] = ()
        if name in {sections.FILE_PURPOSE, sections.DETAILED_ANALYSIS}:
            is_document = name == sections.FILE_PURPOSE
            described = [index for index in by_users if (index in in_document) == is_document]
            shown = [view.symbol(index) for index in described[: caps.SECTION_KEYWORDS]]
            total = len(described)
        elif name == sections.ORIGINAL_SOURCE and section_blocks(view, name):
            shown = [_name_line(view, position) for position in by_users[: caps.SECTION_KEYWORDS]]
            total = len(by_users)
        elif name == sections.DEPENDENCIES:
            shown = _imports(view)
            total = len(shown)
        elif name in _READ_OFF and by_users:
            covered = _covered(view, section_blocks(view, name), positions)
            shown = [view.symbol(position) for position in covered[: caps.SECTION_KEYWORDS]]
            total = len(covered)
        if shown:
            link = PageLink(name.title, view.uri, name.anchor)
            # Their signatures stand above, in the lists of keywords.
            names = [
                msgspec.structs.replace(each, title="") for each in shown[: caps.SECTION_KEYWORDS]
            ]
            rows.append(((link,), capped(names, total - caps.SECTION_KEYWORDS)))
    columns = (Column("Section"), Column("Keywords"))
    return (Table(columns, tuple(rows)),) if rows else ()


def _name_line(view: FileView, index: int) -> PageLink:
    symbol = view.outline.symbols[index]
    return view.line(symbol.name_line or symbol.line, text=symbol.name)


def _imports(view: FileView) -> list[PageLink]:
    """The imported names, each once."""
    names: dict[str, PageLink] = {}
    for imported, target in resolved_imports(view):
        name = imported.binding if imported.name else imported.module
        if name and name not in names:
            names[name] = import_link(view, imported, target, name)
    return list(names.values())


def _covered(view: FileView, blocks: Iterable[Block], positions: dict[str, int]) -> list[int]:
    """The symbols that blocks link to, each once, in order of appearance."""
    anchors = (link.anchor for link in links_in(tuple(blocks)) if link.uri == view.uri)
    return list(dict.fromkeys(positions[anchor] for anchor in anchors if anchor in positions))
