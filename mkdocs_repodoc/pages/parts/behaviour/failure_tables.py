"""Tables of the exceptions below a folder, and of the statuses with which its programs end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.insight.operation.failures import Failure, Failures, Line, failures
from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.blocks import Block, Code, Column, Fold, Item, Items, Phrase, Table
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.paths import common_folder
from mkdocs_repodoc.text.english import count


def failure_blocks(context: PageContext, folder: str) -> tuple[Block, ...]:
    """Return how the code below a folder fails.

    Nothing is told of a folder that has all of it in one subfolder, whose page says it; the root
    has everything.
    """
    statistics = context.statistics
    found = failures(context.repository, statistics.below(folder), statistics.aside, CODE_ROLES)
    paths = sorted(found.paths)
    if not paths or (folder and common_folder(paths) != folder):
        return ()
    return tuple(_blocks(context, found))


def _blocks(context: PageContext, found: Failures) -> Iterator[Block]:
    if found.exceptions:
        table = _exceptions(context, found.exceptions)
        number = len(found.exceptions)
        is_long = number > caps.CONFIGURATION_UNFOLDED
        yield Fold(count(number, "exception"), (table,)) if is_long else table
    if found.exits:
        yield Items(tuple(_exits(context, found.exits)), title="Exit statuses")
    if found.aside_exits:
        title = "Exit statuses of programs beside the software"
        yield Fold(title, (Items(tuple(_exits(context, found.aside_exits))),))


def _exceptions(context: PageContext, found: Sequence[Failure]) -> Table:
    rows = tuple(
        (
            (page_links.to_symbol(context, each.exception),),
            summaries.of_symbol(context, each.exception),
            (Code(each.status),) if each.status else (),
            _lines(context, each.raised),
            _lines(context, each.caught),
        )
        for each in found[: caps.FAILURES]
    )
    columns = (
        Column("Exception"),
        Column("Meaning"),
        Column("Status"),
        Column("Raised in"),
        Column("Caught in"),
    )
    left = len(found) - len(rows)
    caption = f"and {count(left, 'more exception')}" if left > 0 else ""
    return Table(columns, rows, caption=caption).without_empty_columns()


def _lines(context: PageContext, lines: Sequence[Line]) -> Phrase:
    links = [
        page_links.to_line(context, path, line, text=f"{path}:{line}")
        for path, line in lines[: caps.READ_LINES]
    ]
    return capped(links, len(lines) - len(links))


def _exits(
    context: PageContext, found: Mapping[int, Sequence[tuple[str, ExitStatus]]]
) -> Iterator[Item]:
    for status, exits in found.items():
        shown: list[Phrase] = []
        for path, each in exits[: caps.EXIT_LINES]:
            link = page_links.to_line(context, path, each.line, text=f"{path}:{each.line}")
            after: Phrase = (" after ", Code(each.caught)) if each.caught else ()
            meaning: Phrase = (f" (“{each.meaning}”)",) if each.meaning else ()
            shown.append((link, *after, *meaning))
        yield Item((Code(str(status)), ": ", *capped(shown, len(exits) - len(shown))))
