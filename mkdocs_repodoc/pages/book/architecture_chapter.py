"""The book's chapter on architecture: components, their layers, and where they form cycles."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Block, Column, Inline, Paragraph, Phrase, Table
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.component_diagram import (
    component_cycles,
    component_diagram,
    layers_said,
    to_component,
)
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.pages.parts.import_cycles import cycle_list
from mkdocs_repodoc.pages.parts.key_files import key_file_table, key_files


def architecture(context: PageContext) -> tuple[Block, ...]:
    """Return the component diagram, the layers, cycles, and central files."""
    blocks: list[Block] = []
    found = context.statistics.architecture
    if diagram := component_diagram(context):
        blocks += [Paragraph((layers_said(context),)), diagram]
        if found.is_layered:
            blocks.append(_layers(context))
    blocks += _apart(context)
    if cycles := component_cycles(context):
        blocks.append(cycles)
    if context.repository.links.cycles:
        blocks.append(cycle_list(context, context.repository.links.cycles))
    central = key_files(context, context.statistics.paths, caps.BOOK_KEY_FILES)
    if central:
        blocks.append(key_file_table(context, central))
    return tuple(blocks)


def _layers(context: PageContext) -> Table:
    """The components by layer, the lowest last, as architects draw them."""
    layers: dict[int, list[Inline]] = {}
    found = context.statistics.architecture
    for component in found.connected:
        layers.setdefault(component.layer, []).append(to_component(context, component.path))
    rows: list[tuple[Phrase, ...]] = [
        ((str(layer),), joined(layers[layer])) for layer in sorted(layers, reverse=True)
    ]
    return Table((Column("Layer", numeric=True), Column("Components")), tuple(rows))


def _apart(context: PageContext) -> list[Block]:
    """What the picture leaves out: folders about the software, and parts too small to be told."""
    found = context.statistics.architecture
    blocks: list[Block] = []
    for said, parts in (
        ("Beside the software, not part of its layers: ", found.beside),
        ("Too small to be drawn: ", found.others),
    ):
        if parts:
            links = [
                page_links.to_file(context, each.path)
                if each.is_file
                else page_links.to_folder(context, each.path)
                for each in parts[: caps.SMALL_COMPONENTS]
            ]
            blocks.append(Paragraph((said, *capped(links, len(parts) - len(links)), ".")))
    return blocks
