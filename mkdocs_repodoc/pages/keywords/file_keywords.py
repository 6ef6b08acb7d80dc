"""The keyword page of a file: every name that it defines or imports, and the terms that mark it."""

from __future__ import annotations

from mkdocs_repodoc.insight.known_files import known_file
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model import sections
from mkdocs_repodoc.model.blocks import (
    Block,
    Column,
    Facts,
    Inline,
    Keyword,
    Keywords,
    Label,
    PageBody,
    PageLink,
    Phrase,
    Prose,
    Section,
    Subheading,
    Table,
)
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.kinds import KeywordGroup
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.file.dependencies_section import (
    import_link,
    import_marks,
    resolved_imports,
    written_module,
)
from mkdocs_repodoc.pages.file.file_page import file_views, source_blocks
from mkdocs_repodoc.pages.keywords.keyword_filter import keyword_filter
from mkdocs_repodoc.pages.keywords.keyword_map import keyword_map
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.access_groups import is_hidden
from mkdocs_repodoc.pages.parts.breadcrumbs import trail
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.pages.parts.summaries import markup_of
from mkdocs_repodoc.text.english import plural_of

_OWN_TERMS = CODE_ROLES | {"documentation", "example"}
"""Roles of files whose terms are about something."""
_LISTS = frozenset({"Release notes", "Contributors"})
"""Files that are about nothing of their own."""


def compose_file_keywords(view: FileView, plan: PagePlan) -> PageBody:
    """Compose the keyword page of a file.

    Args:
        view: The file.
        plan: The page's plan.
    """
    composed: tuple[tuple[sections.SectionName, tuple[Block, ...]], ...] = (
        (sections.FILE_INFORMATION, _information(view)),
        (sections.KEYWORDS_EXTRACTED, _extracted(view)),
        (sections.CONCEPTS, _concepts(view)),
        (sections.KEYWORD_MAP, keyword_map(view)),
    )
    return PageBody(
        title=plan.title,
        lead=(),
        sections=tuple(
            Section(name.title, name.anchor, blocks) for name, blocks in composed if blocks
        ),
        trail=trail(view.context, view.file.folder, inclusive=True),
        views=file_views(view),
    )


def _information(view: FileView) -> tuple[Block, ...]:
    anchor = sections.ORIGINAL_SOURCE.anchor if source_blocks(view) else ""
    original = PageLink(view.path, view.uri, anchor, code=True)
    rows: list[tuple[str, Phrase]] = [
        ("Original file", (original,)),
        (
            "Documentation",
            (page_links.to_file(view.context, view.path, text=view.file.name),),
        ),
        ("Folder", (page_links.to_folder(view.context, view.file.folder),)),
    ]
    return (Facts(tuple(rows)),)


def _extracted(view: FileView) -> tuple[Block, ...]:
    language = view.file.source.language
    groups: dict[str, list[Keyword]] = {}
    titles = _titles(language_named(language).groups)
    for position, symbol in enumerate(view.outline.symbols):
        title = titles.get(symbol.kind) or plural_of(symbol.kind).capitalize()
        groups.setdefault(title, []).append(_keyword(view, position))
    order = [group.title for group in language_named(language).groups]
    blocks: list[Block] = []
    for title in (*order, *(title for title in groups if title not in order)):
        if title in groups:
            blocks.append(_heading(title))
            blocks.append(Keywords(tuple(groups[title])))
    if imports := _imports(view):
        blocks.append(_heading(language_named(language).imports.title))
        blocks.append(Keywords(imports))
    return (*keyword_filter(blocks), *blocks)


def _titles(groups: tuple[KeywordGroup, ...]) -> dict[str, str]:
    return {kind: group.title for group in groups for kind in group.kinds}


def _heading(title: str) -> Subheading:
    return Subheading(title, sections.keyword_group_anchor(title))


def _keyword(view: FileView, position: int) -> Keyword:
    symbol = view.outline.symbols[position]
    ref = SymbolRef(view.path, position)
    summary = None
    if symbol.summary:
        markup = view.detail.markup
        summary = Prose(symbol.summary, markup, view.path, inline=True, scope=position)
    known = language_named(view.file.source.language).follows_names
    labels: list[Inline] = [
        Label(label)
        for label in symbol.labels
        if label != symbol.kind and (label != "private" or not is_hidden(symbol))
    ]
    return Keyword(
        name=page_links.to_symbol(view.context, ref, text=symbol.name),
        kind=symbol.kind,
        line=view.line(symbol.name_line or symbol.line),
        summary=summary,
        # Where no use is known there may be one: of an object whose type nothing tells.
        uses=view.context.repository.links.uses.file_count(ref) or None if known else None,
        note=joined(labels, " "),
    )


def _imports(view: FileView) -> tuple[Keyword, ...]:
    """One entry a name, whatever number of statements import it."""
    seen: dict[tuple[str, str, str], Keyword] = {}
    for imported, target in resolved_imports(view):
        key = (written_module(imported), imported.name, imported.alias)
        if key not in seen:
            seen[key] = _import(view, imported, target)
    return tuple(seen.values())


def _import(view: FileView, imported: Import, target: ResolvedImport) -> Keyword:
    module = written_module(imported)
    name = module
    if imported.name:
        name = f"{module}{'' if module.endswith('.') else '.'}{imported.name}"
    text = f"{name} as {imported.alias}" if imported.alias else name
    note: list[Inline] = []
    if target.origin != "unknown":
        note.append(target.origin)
    note += [Label(mark) for mark in import_marks(imported)]
    summary = None
    kind = "module" if not imported.name else "import"
    repository = view.context.repository
    if target.symbol is not None and not target.symbol.is_file:
        symbol = repository.symbol(target.symbol)
        kind = symbol.kind
        if symbol.summary:
            summary = _summary(view, target.symbol.path, symbol.summary)
    elif target.path and (own_words := repository.files[target.path].summary):
        summary = _summary(view, target.path, own_words)
    return Keyword(
        name=import_link(view, imported, target, text),
        kind=kind,
        line=view.line(imported.line),
        summary=summary,
        uses=None,
        note=joined(note, " "),
    )


def _summary(view: FileView, path: str, text: str) -> Prose:
    language = view.context.repository.files[path].source.language
    return Prose(text, markup_of(text, language), path, inline=True)


def _concepts(view: FileView) -> tuple[Block, ...]:
    """The terms that set a file apart.

    Tests have those of what they test, settings no own ones, and lists of changes those of all.
    """
    if view.file.role not in _OWN_TERMS or known_file(view.path) in _LISTS:
        return ()
    rows: list[tuple[Phrase, ...]] = []
    stem = view.file.name.partition(".")[0].lower()
    for concept in view.links.concepts:
        if concept.text == stem:  # the name of the file says so
            continue
        lines = [view.line(line, text=str(line)) for line in concept.lines[: caps.CONCEPT_LINES]]
        places = capped(lines, concept.line_count - len(lines))
        rows.append(((concept.text,), places, (str(concept.files),)))
    if not rows:
        return ()
    columns = (
        Column("Concept"),
        Column("Lines with it in names, comments and prose"),
        Column("Files where it is frequent", numeric=True),
    )
    return (Table(columns, tuple(rows)),)
