"""The book's chapter on architecture: components, their layers, and where they form cycles."""

from __future__ import annotations

from mkdocs_repodoc.model.blocks import Block, Column, Inline, Item, Items, Paragraph, Phrase, Table
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.parts.import_cycles import cycle_list
from mkdocs_repodoc.pages.parts.import_rollup import folder_diagram, folder_imports, group_diagram
from mkdocs_repodoc.pages.parts.key_files import key_file_table, key_files
from mkdocs_repodoc.text.english import count

_FEW = 4


def architecture(context: PageContext) -> tuple[Block, ...]:
    """Return the component diagram, the layers, mutual dependencies, cycles and central files."""
    blocks: list[Block] = []
    found = context.statistics.architecture
    if len(found.components) > 1:
        title = f"Components of {context.repository.name}"
        paths = [each.path for each in found.components]
        if diagram := group_diagram(context, title, paths, found.edges):
            blocks.append(diagram)
        if found.edges:
            blocks.append(_layers(context))
    blocks += _inside_largest(context)
    blocks += _mutual(context)
    if context.repository.links.cycles:
        blocks.append(cycle_list(context, context.repository.links.cycles))
    central = key_files(context, context.statistics.paths, caps.BOOK_KEY_FILES)
    if central:
        blocks.append(key_file_table(context, central))
    return tuple(blocks)


def _inside_largest(context: PageContext) -> list[Block]:
    """The modules of the largest component, where there are too few components to see much."""
    components = context.statistics.architecture.components
    if not components or len(components) >= _FEW:
        return []
    folder = max(components, key=lambda each: (each.lines, each.path)).path
    diagram = folder_diagram(context, folder, folder_imports(context, folder))
    return [diagram] if diagram else []


def _layers(context: PageContext) -> Table:
    """The components by layer, the lowest last, as architects draw them."""
    layers: dict[int, list[Inline]] = {}
    found = context.statistics.architecture
    for component in found.connected:
        layers.setdefault(component.layer, []).append(page_links.to_folder(context, component.path))
    rows: list[tuple[Phrase, ...]] = [
        ((str(layer),), joined(layers[layer])) for layer in sorted(layers, reverse=True)
    ]
    caption = "Imports lead from higher layers to lower ones"
    if wrong := sum(found.edges[pair] for pair in found.against):
        caption += f", except {wrong:,} of {found.edges.total():,}"
    columns = (Column("Layer", numeric=True), Column("Components"))
    return Table(columns, tuple(rows), caption=f"{caption}.")


def _mutual(context: PageContext) -> list[Block]:
    pairs = context.statistics.architecture.mutual()
    if not pairs:
        return []
    items = []
    for one, other, forth, back in pairs[: caps.BOOK_MUTUAL_COMPONENTS]:
        first, second = page_links.to_folder(context, one), page_links.to_folder(context, other)
        forwards = f" ({count(forth, 'import')}), and "
        items.append(
            Item(
                (
                    first,
                    " from ",
                    second,
                    forwards,
                    second,
                    " from ",
                    first,
                    f" ({count(back, 'import')})",
                )
            )
        )
    said = f"{count(len(pairs), 'pair')} of components with imports both ways:"
    return [Paragraph((said,)), Items(tuple(items), shown=caps.BOOK_MUTUAL_UNFOLDED)]
