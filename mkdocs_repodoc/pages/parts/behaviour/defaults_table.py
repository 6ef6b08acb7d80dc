"""The table of constants that are defaults or limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_repodoc.insight.operation.defaults.alternative_values import alternative_values
from mkdocs_repodoc.insight.operation.defaults.worked_out_numbers import worked_out
from mkdocs_repodoc.model.blocks import (
    Code,
    Column,
    Phrase,
    Table,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.english import shortened, some_of

_VALUE_LENGTH = 60


def defaults_table(
    context: PageContext, found: Sequence[SymbolRef], most: int = operation_caps.CONFIGURATION
) -> Table:
    """Return constants that are defaults or limits, with their values and where they are read."""
    rows = []
    for ref in found[:most]:
        symbol = context.repository.symbol(ref)
        value = shortened(symbol.signature.partition("=")[2].strip(), _VALUE_LENGTH)
        rows.append(
            (
                (page_links.to_symbol(context, ref, text=_short_name(context, ref)),),
                (Code(value), *_number(value), *_condition(context, ref)),
                summaries.of_symbol(context, ref),
                _read_in(context, ref),
            )
        )
    columns = (Column("Constant"), Column("Value"), Column("Summary"), Column("Read in"))
    caption = some_of(len(rows), len(found), "constant")
    return Table(columns, tuple(rows), caption=caption).without_empty_columns()


def _number(value: str) -> Phrase:
    """Return what arithmetic comes to; nothing for any other value."""
    number = worked_out(value)
    return (" = ", Code(number)) if number else ()


def _condition(context: PageContext, ref: SymbolRef) -> Phrase:
    """Return when a constant has a value, if the file declares others for it, too."""
    symbols = context.repository.files[ref.path].outline.symbols
    symbol = symbols[ref.position]
    found = alternative_values(symbols, symbol.name)
    own = next((each.condition for each in found if each.line == symbol.line), "")
    return (" where ", Code(own)) if own else ()


def _short_name(context: PageContext, ref: SymbolRef) -> str:
    """Return the name of a constant with that of its type, without what is around that."""
    return ".".join(context.repository.symbol(ref).name.split(".")[-2:])


def _read_in(context: PageContext, ref: SymbolRef) -> Phrase:
    """The lines that read a constant, those of tests and imports left out."""
    files = context.repository.files
    uses: Iterable[tuple[str, int]] = dict.fromkeys(
        (use.path, use.line)
        for use in context.repository.links.uses.of(ref)
        if use.kind not in {"import", "assign", "definition"}
        and files[use.path].role not in TEST_ROLES
    )
    links = [page_links.to_line(context, path, line, text=f"{path}:{line}") for path, line in uses]
    return capped(links[: operation_caps.READ_LINES], len(links) - operation_caps.READ_LINES)
