"""The book's chapter on components, in dependency order: what others build on comes first."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from mkdocs_repodoc.insight.components import Component
from mkdocs_repodoc.model.blocks import (
    Block,
    Column,
    Facts,
    Inline,
    PageLink,
    Paragraph,
    Phrase,
    Subheading,
    Table,
)
from mkdocs_repodoc.model.kinds import MAIN
from mkdocs_repodoc.model.repository import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.component_diagram import to_component
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.pages.parts.key_files import key_file_table, key_files, most_used
from mkdocs_repodoc.text.english import count

_CANDIDATES = 40
"""Among how many files of a component its main symbols are looked for."""


def components(context: PageContext) -> tuple[Block, ...]:
    """Return a part for each component: what it is, its modules, its names, its neighbours."""
    found = context.statistics.architecture
    blocks: list[Block] = []
    for number, component in enumerate(found.components, 1):
        blocks += _component(context, component, number)
    if found.others:
        files = sum(len(each.files) for each in found.others)
        said: list[Inline] = [f"{count(len(found.others), 'smaller component')} "]
        said.append(f"({count(files, 'file')}): ")
        links = [_to_part(context, each) for each in found.others[: caps.SMALL_COMPONENTS]]
        said += capped(links, len(found.others) - len(links))
        blocks.append(Paragraph((*said, ".")))
    return tuple(blocks)


def _component(context: PageContext, component: Component, number: int) -> list[Block]:
    link = to_component(context, component.path)
    blocks: list[Block] = [Subheading(link.text, f"component-{number}")]
    describe = summaries.of_file if component.is_file else summaries.of_folder
    if summary := describe(context, component.path):
        blocks.append(Paragraph(summary))
    rows: list[tuple[str, Phrase]] = [("Extent", _extent(context, component))]
    found = context.statistics.architecture
    for title, neighbours in (
        ("Depends on", found.dependencies(component.path)),
        ("Used by", found.dependents(component.path)),
    ):
        if neighbours:
            rows.append((title, _neighbours(context, neighbours)))
    blocks.append(Facts(tuple(rows)))
    paths = key_files(context, component.files, caps.COMPONENT_KEY_FILES)
    if paths and not component.is_file:
        blocks.append(key_file_table(context, paths, component.path))
    if symbols := _main_symbols(context, component):
        blocks.append(_symbol_table(context, symbols))
    return blocks


def _extent(context: PageContext, component: Component) -> Phrase:
    lines = count(component.lines, "line")
    if component.is_file:
        return (
            f"{lines} (",
            PageLink("documentation", context.plan.uri("file", component.path)),
            ")",
        )
    target = context.plan.uri("folder documentation", component.path)
    own = "" if component.whole else " directly in the folder"
    files = count(len(component.files), "file")
    return (f"{files}{own}, {lines} (", PageLink("documentation", target), ")")


def _to_part(context: PageContext, part: Component) -> PageLink:
    if part.is_file:
        return page_links.to_file(context, part.path)
    return page_links.to_folder(context, part.path)


def _neighbours(context: PageContext, neighbours: Sequence[tuple[str, int]]) -> Phrase:
    shown = [
        (to_component(context, path), f" ({count(number, 'import')})")
        for path, number in neighbours[: caps.COMPONENT_NEIGHBOURS]
    ]
    return capped(shown, len(neighbours) - len(shown))


def _main_symbols(context: PageContext, component: Component) -> list[tuple[SymbolRef, int]]:
    """The classes and functions that most files use, out of the component's central files."""
    central = key_files(context, component.files, _CANDIDATES)
    counted = (
        each for path in central for each in most_used(context, path, caps.COMPONENT_SYMBOLS)
    )
    wanted = (each for each in counted if context.repository.symbol(each[0]).kind in MAIN)
    return nlargest(caps.COMPONENT_SYMBOLS, wanted, key=lambda each: (each[1], each[0]))


def _symbol_table(context: PageContext, symbols: list[tuple[SymbolRef, int]]) -> Table:
    rows = tuple(
        (
            (page_links.to_symbol(context, ref),),
            (context.repository.symbol(ref).kind,),
            summaries.of_symbol(context, ref),
            (count(users, "file"),),
        )
        for ref, users in symbols
    )
    columns = (
        Column("Name"),
        Column("Kind"),
        Column("Summary"),
        Column("Used by", numeric=True),
    )
    return Table(columns, rows)
