"""The repository's keywords from A to Z, on one page or on one page an initial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mkdocs_repodoc.insight.symbols.keyword_pages import (
    MAX_ON_ONE_PAGE,
    initial_of,
    initial_title,
    page_names,
    page_slice,
    script_of,
    simple_name,
)
from mkdocs_repodoc.model.blocks import (
    Block,
    Column,
    Inline,
    Keywords,
    PageBody,
    PageLink,
    Paragraph,
    Phrase,
    Section,
    Subheading,
    Table,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.keywords.generated_keywords import files_apart, section_apart
from mkdocs_repodoc.pages.keywords.keyword_entries import by_simple_name
from mkdocs_repodoc.pages.keywords.keyword_filter import with_filter
from mkdocs_repodoc.pages.keywords.keyword_groups import group_title, in_order
from mkdocs_repodoc.pages.parts import breadcrumbs
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.text.english import count

_HEADED = 120
"""A page with more keywords gets a heading for each pair of first letters."""
_ALL = slice(None)


def compose_keywords(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of the keyword index: all keywords, or the way to each initial's page."""
    counts = context.keywords.counts
    total = counts.total()
    split = total > MAX_ON_ONE_PAGE
    made = files_apart(context)
    paths = {each.path for each in made}
    files = [
        file
        for path, file in context.repository.files.items()
        if file.outline.symbols and path not in paths
    ]
    lead: list[Block] = []
    if total:
        defined = "all that is defined" + (", but for generated files" if made else "")
        said = f"{count(total, 'symbol')} from {count(len(files), 'file')}: {defined}, by name."
        lead.append(Paragraph((said,)))
    sections: tuple[Section, ...] = tuple(_letter(context, each) for each in counts if not split)
    if split:
        lead.append(Paragraph((f"Among them: {_kinds(files)}.",)))
        sections = (_initials(context, counts),)
    if made:
        sections = (*sections, section_apart(context, made))
    above, sections = with_filter(lead, sections, by_number=True)
    return PageBody(
        title=plan.title,
        lead=above,
        sections=sections,
        trail=breadcrumbs.trail(context, "", inclusive=True),
        views=breadcrumbs.folder_views(context, ""),
    )


def compose_initial(context: PageContext, plan: PagePlan) -> PageBody:
    """Return the body of one initial's page."""
    counts = context.keywords.counts
    initial = plan.path.partition("-")[0]
    _, part = page_slice(plan.path, counts[initial])
    refs = context.keywords.stretch(initial, part)
    index = PageLink("Symbols A–Z", context.plan.uri("keywords", ""))
    title = initial_title(initial)
    said = f"{count(len(refs), 'symbol')} under {title}, by name."
    pages = Paragraph(_other_pages(context, plan.path, counts))
    lead, sections = with_filter(
        (Paragraph((said,)), pages), _headed(context, refs), by_number=True
    )
    return PageBody(
        title=plan.title,
        lead=lead,
        sections=sections,
        trail=(*breadcrumbs.trail(context, "", inclusive=True), index),
        views=breadcrumbs.folder_views(context, ""),
    )


def _letter(context: PageContext, initial: str) -> Section:
    anchor = f"initial-{_slug(initial)}"
    scripts: dict[str, list[SymbolRef]] = {}
    for ref in context.keywords.stretch(initial, _ALL):
        script = (
            script_of(simple_name(context.repository.symbol(ref))) if initial == "other" else ""
        )
        scripts.setdefault(script, []).append(ref)
    blocks: list[Block] = []
    for script in sorted(scripts):  # what is no letter comes first, and needs no heading
        if script:
            blocks.append(Subheading(script, f"{anchor}-{script.lower()}"))
        entries = (by_simple_name(context, ref, brief=False) for ref in scripts[script])
        blocks.append(Keywords(tuple(entries)))
    return Section(initial_title(initial), anchor, tuple(blocks))


def _slug(text: str) -> str:
    return "underscore" if text == "_" else text


def _other_pages(context: PageContext, shown: str, counts: Counter[str]) -> Phrase:
    """Links to all initials, and inside a split one to each of its pages."""
    parts: list[Inline] = []
    current = shown.partition("-")[0]
    for initial, number in counts.items():
        title = initial_title(initial)
        names = page_names(initial, number)
        if initial != current:
            parts.append(PageLink(title, context.plan.uri("initial", names[0])))
        elif len(names) == 1:
            parts.append(title)
        for nth, name in enumerate(names if initial == current else (), 1):
            if len(names) > 1:
                text = f"{title} {nth}"
                link = PageLink(text, context.plan.uri("initial", name))
                parts.append(text if name == shown else link)
    return joined(parts, " · ")


def _headed(context: PageContext, refs: list[SymbolRef]) -> tuple[Section, ...]:
    """Keywords under a heading for each pair of first letters, where there are many."""
    blocks: dict[str, list[SymbolRef]] = {}
    for ref in refs:
        name = simple_name(context.repository.symbol(ref))
        start = name[:2].casefold() if len(refs) > _HEADED else name[:1].casefold()
        script = script_of(name)
        # Accents stand among the letters that they adorn; another script's letter only looks alike.
        if script and initial_of(name) == "other":
            start = f"{start} ({script})"
        blocks.setdefault(start, []).append(ref)
    sections: list[Section] = []
    for part, (start, members) in enumerate(blocks.items(), 1):
        entries = tuple(by_simple_name(context, ref, brief=True) for ref in members)
        shown = start.strip() or "␣"
        sections.append(Section(shown, f"names-{part}", (Keywords(entries, compact=True),)))
    return tuple(sections)


def _initials(context: PageContext, counts: Counter[str]) -> Section:
    rows = tuple(
        ((initial_title(initial),), _page_links(context, initial, number))
        for initial, number in counts.items()
    )
    columns = (Column("Initial"), Column("Keywords"))
    return Section("By Initial", "by-initial", (Table(columns, rows),))


def _page_links(context: PageContext, initial: str, number: int) -> Phrase:
    """Links to an initial's pages, each with its first and last name."""
    parts: list[Inline] = []
    for name in page_names(initial, number):
        _, part = page_slice(name, number)
        refs = context.keywords.stretch(initial, part)
        first, last = (simple_name(context.repository.symbol(refs[end])) for end in (0, -1))
        text = first if first == last else f"{first} … {last}"
        parts.append(PageLink(text, context.plan.uri("initial", name), code=True))
    return joined(parts)


def _kinds(files: Sequence[RepoFile]) -> str:
    """Return how many symbols of files there are of each kind, in one line."""
    kinds = [
        (file.source.language, symbol.kind) for file in files for symbol in file.outline.symbols
    ]
    numbers = Counter(group_title(language, kind) for language, kind in kinds)
    titles = in_order(numbers, (language for language, _ in kinds))
    return ", ".join(f"{title.lower()} ({numbers[title]:,})" for title in titles)
