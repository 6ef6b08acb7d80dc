"""Tables of options, environment variables and settings, with where each is declared and read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.library_decisions import library_decisions
from mkdocs_repodoc.model.blocks import (
    Block,
    Code,
    Fold,
    Inline,
    Item,
    Items,
    PageLink,
    Paragraph,
    Phrase,
    Table,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_inside
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.model.repository import CODE_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.behaviour.adjustment_list import adjustment_items
from mkdocs_repodoc.pages.parts.behaviour.defaults_table import defaults_table
from mkdocs_repodoc.pages.parts.behaviour.environment.environment_tables import (
    prefixes_sentence,
    variables_table,
)
from mkdocs_repodoc.pages.parts.behaviour.environment.family_list import (
    FAMILIES_TITLE,
    family_items,
)
from mkdocs_repodoc.pages.parts.behaviour.library_list import library_items
from mkdocs_repodoc.pages.parts.behaviour.listed_settings_table import list_table
from mkdocs_repodoc.pages.parts.behaviour.option_tables import (
    by_title,
    declared_options,
    programs_beside,
)
from mkdocs_repodoc.pages.parts.behaviour.settings_file_list import file_items
from mkdocs_repodoc.pages.parts.behaviour.settings_tables import sample_items
from mkdocs_repodoc.pages.parts.behaviour.started_list import STARTED_TITLE, started_items
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.paths import common_folder
from mkdocs_repodoc.text.english import count

_NOUNS = {
    "Command": "command",
    "Option": "command-line option",
    "Argument": "command-line argument",
}
"""Titles of the columns for what programs declare, and what one calls it in a sentence."""


def configuration_blocks(context: PageContext, folder: str) -> tuple[Block, ...]:
    """Return what can be configured below a folder.

    Nothing is told of a folder that has all of it in one subfolder, whose page says it; the root
    has everything.
    """
    found = found_in(context, folder)
    paths = sorted(found.paths)
    if not paths or (folder and common_folder(paths) != folder):
        return ()
    return (*_blocks(context, found), *_decided(context, folder))


def _decided(context: PageContext, folder: str) -> Iterator[Block]:
    paths = [
        path for path in context.statistics.below(folder) if path not in context.statistics.aside
    ]
    found = library_decisions(context.repository, sorted(paths), "settings", CODE_ROLES)
    if items := library_items(context, found, operation_caps.LIBRARY_CALLS):
        yield Items(items, title="Which source of a setting wins, as its library has it")


def configuration_lead(context: PageContext) -> tuple[Block, ...]:
    """Return one sentence that says how much there is to configure, and where that is told."""
    found = found_in(context, "")
    numbers: list[Phrase] = [
        (count(number, noun),)
        for number, noun in (
            *((len(told), _NOUNS[title]) for title, told in by_title(found.options).items()),
            (len(found.own_variables), "environment variable"),
            (len(found.prefixes), "environment variable prefix"),
            (len({each.name for _, each in found.tables}), "table of a settings file"),
            (len(found.defaults), "built-in value"),
        )
        if number
    ]
    numbers += _holders(context, found)
    if not numbers:
        return ()
    target = context.plan.uri("folder documentation", "")
    link = PageLink("Configuration", target, "configuration")
    return (Paragraph((link, ": ", *joined(numbers, last=" and "), ".")),)


def _holders(context: PageContext, found: Configuration) -> Iterator[Phrase]:
    """Yield how many types and lists hold settings, with the names of the first ones."""
    most = operation_caps.NAMED_HOLDERS
    if found.types:
        named = [page_links.to_symbol(context, ref) for ref, _ in found.types[:most]]
        shown = capped(named, len(found.types) - len(named))
        yield (count(len(found.types), "settings type"), " (", *shown, ")")
    for _, each in found.lists[:most]:
        yield (count(len(each.settings), "setting"), " of ", Code(each.name))


def found_in(context: PageContext, folder: str) -> Configuration:
    """Return what can be configured below a folder."""
    below = context.statistics.below(folder)
    return context.insight.operation.configuration(below)


def _blocks(context: PageContext, found: Configuration) -> Iterator[Block]:
    for noun, table, number in _declared(context, found.options):
        yield _folded(table, number, noun)
    yield from programs_beside(context, found.aside_options)
    yield from _surroundings(context, found)
    for path, each in found.lists:
        yield _folded(
            list_table(context, path, each), len(each.settings), f"setting of {each.name}"
        )
    if found.types:
        yield Items(
            tuple(_type(context, ref, fields) for ref, fields in found.types),
            shown=operation_caps.SETTINGS_TYPES_UNFOLDED,
            title="Types that hold settings",
        )
    if found.defaults:
        table = defaults_table(context, found.defaults)
        yield _folded(table, len(found.defaults), "built-in value")
    if found.started:
        started = started_items(context, found.started, operation_caps.STARTED_FIELDS)
        yield Items(started, shown=operation_caps.SETTINGS_TYPES_UNFOLDED, title=STARTED_TITLE)
    if adjusted := adjustment_items(context, found, operation_caps.ADJUSTED):
        title = "What becomes of settings in code that checks or completes them"
        yield Items(adjusted, shown=operation_caps.SETTINGS_TYPES_UNFOLDED, title=title)
    if found.schemas:
        items = (Item((page_links.to_file(context, path),)) for path in found.schemas)
        yield Items(
            tuple(items), shown=operation_caps.SETTINGS_TYPES_UNFOLDED, title="JSON schemas"
        )


def _surroundings(context: PageContext, found: Configuration) -> Iterator[Block]:
    """Yield environment variables, and files with the tables that are looked up in them."""
    if found.variables:
        yield variables_table(context, found)
    if found.prefixes:
        yield prefixes_sentence(context, found)
    read = {path for path, _ in found.unnamed_reads}
    families = context.insight.operation.variable_families if read else ()
    if items := family_items(context, [each for each in families if each.reader.path in read]):
        yield Items(items, title=FAMILIES_TITLE)
    if found.test_variables:
        names = [
            _line(context, path, line, name) for name, (path, line) in found.test_variables.items()
        ]
        shown = capped(
            names[: operation_caps.TEST_VARIABLES],
            len(names) - operation_caps.TEST_VARIABLES,
            last=" and ",
        )
        yield Paragraph(("Environment variables that only tests read: ", *shown, "."))
    if found.files:
        yield Items(file_items(context, found), title="Names of settings files")
    if found.samples:
        yield Items(sample_items(context, found), title="Settings files to copy and fill in")
    if found.tables:
        yield Items(tuple(_tables(context, found)), title="Tables of settings files")


def _declared(
    context: PageContext, options: Sequence[tuple[str, Option]]
) -> Iterator[tuple[str, Table, int]]:
    """Yield the noun of what is declared, its table, and how many of it there are."""
    for title, found in by_title(options).items():
        yield _NOUNS[title], declared_options(context, found, title), len(found)


def _folded(table: Table, number: int, noun: str) -> Block:
    if number <= operation_caps.CONFIGURATION_UNFOLDED:
        return table
    return Fold(count(number, noun), (table,))


def _tables(context: PageContext, found: Configuration) -> Iterator[Item]:
    by_name: dict[str, list[PageLink]] = {}
    for path, table in found.tables:
        by_name.setdefault(table.name, []).append(_line(context, path, table.line))
    for name, links in sorted(by_name.items()):
        shown = capped(links[: operation_caps.READ_LINES], len(links) - operation_caps.READ_LINES)
        yield Item((Code(f"[{name}]"), ", looked up in ", *shown))


def _type(context: PageContext, ref: SymbolRef, fields: Sequence[SymbolRef]) -> Item:
    summary = summaries.of_symbol(context, ref)
    own = context.repository.symbol(ref).name
    names: list[Inline] = [
        page_links.to_symbol(
            context, each, text=name_inside(context.repository.symbol(each).name, own)
        )
        for each in fields[: operation_caps.SETTINGS_FIELDS]
    ]
    said: Phrase = (": ", *summary) if summary else ()
    listed = capped(names, len(fields) - len(names))
    return Item((page_links.to_symbol(context, ref), *said), (Item(("Fields: ", *listed)),))


def _line(context: PageContext, path: str, line: int, text: str = "") -> PageLink:
    return page_links.to_line(context, path, line, text=text or f"{path}:{line}")
