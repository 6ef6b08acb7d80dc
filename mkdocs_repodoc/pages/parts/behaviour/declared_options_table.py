"""The table of what programs declare, with the lines that declare and read it."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import Column, Inline, Phrase, Table
from mkdocs_repodoc.model.kinds import HELD
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.option_tables import option_table
from mkdocs_repodoc.pages.parts.behaviour.settings_tables import reading_lines
from mkdocs_repodoc.text.english import and_more


def declared_options(
    context: PageContext,
    found: Sequence[tuple[str, Option]],
    title: str,
    most: int = operation_caps.CONFIGURATION,
) -> Table:
    """Return what programs declare, each with its line; of fields those that read them, too.

    Args:
        context: Where addresses and uses are known.
        found: The file of each option, and the option.
        title: Title of the first column.
        most: Options that are shown.
    """
    shown = found[:most]
    caption = and_more(len(found) - len(shown), title.lower())
    paths = {path for path, _ in shown}
    where = "Declared in"
    if len(paths) == 1:
        where = f"Line of {context.insight.namesakes.distinct_file(shown[0][0])}"
    linked: list[tuple[Option, Inline]] = []
    for path, each in shown:
        text = f"{each.line}" if len(paths) == 1 else f"{path}:{each.line}"
        linked.append((each, page_links.to_line(context, path, each.line, text=text)))
    reads = [_reads(context, path, each) for path, each in shown]
    return option_table(title, linked, Column(where), reads=reads, caption=caption)


def _reads(context: PageContext, path: str, option: Option) -> Phrase:
    """Return the lines that read the field which declares an option."""
    for position, symbol in enumerate(context.repository.files[path].outline.symbols):
        if symbol.name_line == option.line and symbol.kind in HELD:
            return reading_lines(context, SymbolRef(path, position))
    return ()
