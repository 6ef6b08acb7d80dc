"""Import cycles, each tangle of them once, with the import to cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Inline, Item, Items
from mkdocs_repodoc.model.file_links import Cycle
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.english import count


def cycle_list(context: PageContext, cycles: Sequence[Cycle]) -> Items:
    """Return the files that import one another in cycles, the largest tangle first."""
    tangles = sorted(_tangles(cycles), key=lambda each: (-len(each), each[0].paths))
    items = [_item(context, tangle) for tangle in tangles[: caps.CYCLES]]
    if left := len(tangles) - len(items):
        items.append(Item((count(left, "smaller one"),)))
    title = "Files that import one another in a cycle"
    return Items(tuple(items), shown=caps.CYCLES_UNFOLDED, title=title)


def _tangles(cycles: Sequence[Cycle]) -> list[list[Cycle]]:
    """Put cycles together that have a file in common."""
    tangle_of: dict[str, list[Cycle]] = {}
    for cycle in cycles:
        joined = [cycle]
        known = {id(tangle): tangle for path in cycle.paths if (tangle := tangle_of.get(path))}
        for tangle in known.values():
            joined = [*tangle, *joined]
        for each in joined:
            tangle_of.update(dict.fromkeys(each.paths, joined))
    return list({id(tangle): tangle for tangle in tangle_of.values()}.values())


def _item(context: PageContext, tangle: Sequence[Cycle]) -> Item:
    if len(tangle) == 1:
        return Item(_steps(context, tangle[0]))
    paths = Counter(path for cycle in tangle for path in cycle.paths)
    ordered = sorted(paths, key=lambda path: (-paths[path], path))
    links = [page_links.to_file(context, path) for path in ordered[: caps.CYCLE_STEPS]]
    (source, target, line), times = _knot(tangle)
    cut: tuple[Inline, ...] = (
        f"{len(tangle):,} cycles through {count(len(paths), 'file')}. {times:,} of them end if ",
        page_links.to_file(context, source),
        " no longer imports ",
        page_links.to_file(context, target),
        " (",
        page_links.to_line(context, source, line),
        "). The files: ",
    )
    return Item((*cut, *capped(links, len(paths) - len(links))))


def _knot(tangle: Sequence[Cycle]) -> tuple[tuple[str, str, int], int]:
    """Return the import that most cycles pass through, with its line, and how many do."""
    passed: Counter[tuple[str, str, int]] = Counter()
    for cycle in tangle:
        following = (*cycle.paths[1:], cycle.paths[0])
        passed.update(zip(cycle.paths, following, cycle.lines, strict=True))
    return min(passed.items(), key=lambda each: (-each[1], each[0]))


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
