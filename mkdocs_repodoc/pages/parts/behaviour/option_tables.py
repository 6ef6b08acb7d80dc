"""Tables of the options, arguments and commands that programs declare."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_repodoc.model.blocks import Column, Table
from mkdocs_repodoc.model.inline import Code, Inline, Phrase
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.pages.parts.formatting import joined


def option_table(
    title: str, declared: Iterable[tuple[Option, Inline]], line: Column, *, caption: str
) -> Table:
    """Return the table of what is declared, without the columns that nothing fills.

    Args:
        title: Title of the first column, which has the names.
        declared: Each option with a link to its line.
        line: The column of these links.
        caption: The table's caption.
    """
    columns = (Column(title), Column("Of command"), Column("Meaning"), Column("Default"), line)
    rows = tuple((*_cells(option), (link,)) for option, link in declared)
    return Table(columns, rows, caption=caption).without_empty_columns()


def _cells(option: Option) -> tuple[Phrase, ...]:
    """Return name, command, meaning and default of an option."""
    name: Phrase = joined([Code(flag) for flag in option.flags])
    if option.metavar:
        name = (*name, " ", Code(option.metavar))
    return (
        name,
        (Code(option.command),) if option.command else (),
        (option.help,) if option.help else (),
        (Code(_default(option)),) if option.default not in {"", "None"} else (),
    )


def _default(option: Option) -> str:
    """Return the default of an option, in quotation marks where blanks at its ends belong to it."""
    is_bare = option.default == option.default.strip()
    return option.default if is_bare else f'"{option.default}"'
