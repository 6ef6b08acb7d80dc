"""Tables of the exceptions below a folder, and of the statuses with which its programs end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.operation.error_paths import ErrorPaths
from mkdocs_repodoc.insight.operation.exceptions import Line
from mkdocs_repodoc.insight.operation.failures import (
    Failure,
    Failures,
)
from mkdocs_repodoc.insight.operation.library_decisions import library_decisions
from mkdocs_repodoc.model.blocks import Block, Code, Column, Fold, Item, Items, Phrase, Table
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.behaviour.error_lists import (
    handler_items,
    printed_items,
    report_table,
)
from mkdocs_repodoc.pages.parts.behaviour.exit_lists import exit_items
from mkdocs_repodoc.pages.parts.behaviour.library_list import library_items
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.pages.parts.type_evidence import base_links
from mkdocs_repodoc.paths import common_folder
from mkdocs_repodoc.text.english import and_more, count, some_of


def failure_blocks(context: PageContext, folder: str) -> tuple[Block, ...]:
    """Return how the code below a folder fails.

    Nothing is told of a folder that has all of it in one subfolder, whose page says it; the root
    has everything.
    """
    found = context.insight.operation.failures(context.statistics.below(folder))
    ways = context.insight.operation.error_paths.below(folder)
    paths = sorted(found.paths | ways.paths)
    if not paths or (folder and common_folder(paths) != folder):
        return ()
    return (*_blocks(context, found), *_decided(context, folder), *_ways(context, ways))


def _decided(context: PageContext, folder: str) -> Iterator[Block]:
    paths = [
        path for path in context.statistics.below(folder) if path not in context.statistics.aside
    ]
    found = library_decisions(context.repository, sorted(paths), "errors", CODE_ROLES)
    if items := library_items(context, found, operation_caps.LIBRARY_CALLS):
        yield Items(items, title="What libraries do with errors that reach them")


def _ways(context: PageContext, found: ErrorPaths) -> Iterator[Block]:
    """Yield what is reported, printed and caught, each folded."""
    if number := len(found.raised):
        shown = found.raised[: operation_caps.REPORTS]
        table = report_table(context, found, shown, number - len(shown))
        yield Fold(count(number, "report of an error", "reports of errors"), (table,))
    lists = (
        (
            len(found.handlers),
            "handler of errors",
            "handlers of errors",
            handler_items(context, found.handlers[: operation_caps.REPORTS]),
        ),
        (
            len(found.printed),
            "message to logs or users",
            "messages to logs or users",
            printed_items(context, found.printed[: operation_caps.REPORTS]),
        ),
    )
    for number, one, several, items in lists:
        if items:
            more = and_more(number - len(items))
            listed = (*items, Item((more,))) if more else items
            yield Fold(count(number, one, several), (Items(listed),))


def _blocks(context: PageContext, found: Failures) -> Iterator[Block]:
    if found.exceptions:
        table = _exceptions(context, found.exceptions)
        number = len(found.exceptions)
        is_long = number > operation_caps.CONFIGURATION_UNFOLDED
        yield Fold(count(number, "exception"), (table,)) if is_long else table
    if found.exits:
        yield Items(
            exit_items(context, found.exits, found.helpers, found.origins), title="Exit statuses"
        )
    if found.aside_exits:
        title = "Exit statuses of programs beside the software"
        items = exit_items(context, found.aside_exits, found.helpers, found.origins)
        yield Fold(title, (Items(items),))


def _exceptions(context: PageContext, found: Sequence[Failure]) -> Table:
    rows = tuple(
        (
            (page_links.to_symbol(context, each.exception),),
            joined(base_links(context, each.exception)),
            summaries.of_symbol(context, each.exception),
            (Code(each.status),) if each.status else (),
            _lines(context, each.raised),
            _lines(context, each.caught),
        )
        for each in found[: operation_caps.FAILURES]
    )
    columns = (
        Column("Exception"),
        Column("Is a"),
        Column("Meaning"),
        Column("Status"),
        Column("Raised in"),
        Column("Caught in"),
    )
    caption = some_of(len(rows), len(found), "exception")
    return Table(columns, rows, caption=caption).without_empty_columns()


def _lines(context: PageContext, lines: Sequence[Line]) -> Phrase:
    links = [
        page_links.to_line(context, path, line, text=f"{path}:{line}")
        for path, line in lines[: operation_caps.READ_LINES]
    ]
    return capped(links, len(lines) - len(links))
