"""Import cycles, each with the imports that close it."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Inline, Item, Items
from mkdocs_repodoc.model.repository import Cycle
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.text.english import count


def cycle_list(context: PageContext, cycles: Sequence[Cycle]) -> Items:
    """Return import cycles as a list, the shortest first: they are the easiest to cut."""
    ordered = sorted(cycles, key=lambda cycle: (len(cycle.paths), cycle.paths))
    items = [Item(_steps(context, cycle)) for cycle in ordered[: caps.CYCLES]]
    if left := len(ordered) - len(items):
        items.append(Item((count(left, "longer cycle") + " besides these",)))
    return Items(
        tuple(items), shown=caps.CYCLES_UNFOLDED, title=count(len(ordered), "import cycle")
    )


def _steps(context: PageContext, cycle: Cycle) -> tuple[Inline, ...]:
    steps: list[Inline] = []
    for path, line in list(zip(cycle.paths, cycle.lines, strict=True))[: caps.CYCLE_STEPS]:
        steps += [
            page_links.to_file(context, path),
            " (",
            page_links.to_line(context, path, line),
            ") → ",
        ]
    if len(cycle.paths) > caps.CYCLE_STEPS:
        steps.append(f"{count(len(cycle.paths) - caps.CYCLE_STEPS, 'more file')} → ")
    return (*steps, page_links.to_file(context, cycle.paths[0]))
