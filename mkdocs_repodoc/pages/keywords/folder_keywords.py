"""A folder's keyword page: what is defined below it.

Everything below is listed while that is little: at most 1,000 keywords, at most three levels of
folders. A larger folder lists what its own files define and links to its subfolders' pages with
their counts. So a keyword stands on at most four of these pages, and all of them together grow
with the number of keywords, however deep the folders are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.blocks import (
    Block,
    Column,
    Keywords,
    PageBody,
    PageLink,
    Paragraph,
    Section,
    Table,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Folder
from mkdocs_repodoc.model.sections import keyword_group_anchor
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.keywords.keyword_entries import by_full_name
from mkdocs_repodoc.pages.keywords.keyword_filter import with_filter
from mkdocs_repodoc.pages.keywords.keyword_groups import group_title, in_order
from mkdocs_repodoc.pages.parts import breadcrumbs, page_links
from mkdocs_repodoc.pages.parts.folder_descriptions import describe_folder
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.english import count

_MOST = 1000
_LEVELS = 3
_DETAILED = 300
"""Up to so many keywords are shown with summary and uses."""


def compose_folder_keywords(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of a folder's keyword page."""
    folder = context.repository.folders[plan.path]
    name = f"{folder.path}/" if folder.path else context.repository.name
    total = context.statistics.symbol_counts[folder.path]
    whole = total <= _MOST and context.statistics.heights[folder.path] <= _LEVELS
    sections = _whole(context, folder) if whole else _partial(context, folder)
    files = count(folder.file_count, "file")
    said = f"{count(total, 'symbol')} in {files} below {name}: all that is defined there, by kind."
    lead: list[Block] = [Paragraph((said,))]
    if not folder.path:
        everything = PageLink("From A to Z", context.plan.uri("keywords", ""))
        lead.append(Paragraph((everything,)))
    above, sections = with_filter(lead, sections)
    return PageBody(
        title=f"{name}: symbols",
        lead=above,
        sections=sections,
        trail=breadcrumbs.trail(context, folder.path, inclusive=True),
        views=breadcrumbs.folder_views(context, folder.path),
    )


def _whole(context: PageContext, folder: Folder) -> tuple[Section, ...]:
    return _grouped(context, folder, _symbols(context, context.statistics.below(folder.path)))


def _partial(context: PageContext, folder: Folder) -> tuple[Section, ...]:
    """The folder's own files, in as much detail as there is room for, then links to subfolders."""
    own = _symbols(context, folder.files)
    sections: list[Section] = []
    if folder.folders:
        sections.append(_subfolders(context, folder))
    if len(own) > _MOST:
        sections.append(_files(context, folder))
        own = [ref for ref in own if is_outer(context.repository.symbol(ref))]
    if len(own) <= _MOST:
        sections += _grouped(context, folder, own)
    return tuple(sections)


def _symbols(context: PageContext, paths: Iterable[str]) -> list[SymbolRef]:
    return [
        SymbolRef(path, position)
        for path in paths
        for position in range(len(context.repository.files[path].outline.symbols))
    ]


def _grouped(
    context: PageContext, folder: Folder, refs: Sequence[SymbolRef]
) -> tuple[Section, ...]:
    """One section a kind of keyword, in each the names from A to Z, a name only once."""
    groups: dict[str, dict[str, list[SymbolRef]]] = {}
    languages = [context.repository.files[ref.path].source.language for ref in refs]
    for ref, language in zip(refs, languages, strict=True):
        symbol = context.repository.symbol(ref)
        title = group_title(language, symbol.kind)
        groups.setdefault(title, {}).setdefault(symbol.name, []).append(ref)
    brief = len(refs) > _DETAILED
    return tuple(
        Section(
            title,
            keyword_group_anchor(title),
            (
                Keywords(
                    tuple(
                        by_full_name(context, groups[title][name], folder.path, brief=brief)
                        for name in sorted(groups[title], key=lambda name: (name.casefold(), name))
                    ),
                    compact=brief,
                ),
            ),
        )
        for title in in_order(groups, languages)
    )


def _subfolders(context: PageContext, folder: Folder) -> Section:
    counts = context.statistics.symbol_counts
    rows = tuple(
        (
            (PageLink(f"{path.rpartition('/')[2]}/", context.plan.uri("folder keywords", path)),),
            describe_folder(context, path),
        )
        for path in sorted(folder.folders, key=lambda path: (-counts[path], path))
    )
    columns = (Column("Folder"), Column("Summary"))
    return Section("Keywords of Subfolders", "subfolders", (Table(columns, rows),))


def _files(context: PageContext, folder: Folder) -> Section:
    files = context.repository.files
    rows = tuple(
        ((page_links.to_file_keywords(context, path, text=name_of(path)),),)
        for path in folder.files
        if files[path].outline.symbols
    )
    columns = (Column("File"),)
    return Section("Keywords by File", "files", (Table(columns, rows),))
