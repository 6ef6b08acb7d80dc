"""A list of hot spots: the files of a folder that are both complicated and often changed."""

from __future__ import annotations

from mkdocs_repodoc.insight.hot_spots import HotSpot
from mkdocs_repodoc.model.blocks import Block, Inline, Item, Items, Paragraph, WebLink
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links
from mkdocs_repodoc.pages.parts.change_words import window_phrase
from mkdocs_repodoc.text.english import count

_BOOK = WebLink(
    "Tornhill’s hot spots",
    "https://pragprog.com/titles/atcrime2/your-code-as-a-crime-scene-second-edition/",
    "Adam Tornhill: Your Code as a Crime Scene",
)
_LEAST_COMPLEX = 5
"""From which complexity on a function is worth a word."""


def hot_spot_blocks(context: PageContext, folder: str) -> tuple[Block, ...]:
    """Return the hot spots below a folder and how they were ranked; nothing without a history."""
    spots = context.hot_spots.get(folder, ())
    if not spots:
        return ()
    window = context.insight.risk_window
    measure = (
        "Complicated and often changed: ranked by how many of "
        f"{window_phrase(window)} touched a file, times the "
        "cyclomatic complexity of its functions ("
    )
    how = Paragraph((measure, _BOOK, ")."))
    items = tuple(_item(context, spot) for spot in spots)
    return (how, Items(items, ordered=True))


def _item(context: PageContext, spot: HotSpot) -> Item:
    outline = context.repository.files[spot.path].outline
    counted = outline.complexity
    said: list[Inline] = [
        page_links.to_file(context, spot.path),
        f": changed in {count(spot.commits, 'commit')}; {count(outline.lines.total, 'line')}, ",
        f"complexity {spot.complexity:,}",
    ]
    if counted.most >= _LEAST_COMPLEX:
        ref = SymbolRef(spot.path, counted.position)
        name = context.repository.symbol(ref).name
        said += [", of which ", page_links.to_symbol(context, ref, text=name)]
        said.append(f" has {counted.most:,}")
    return Item((*said, "."))
