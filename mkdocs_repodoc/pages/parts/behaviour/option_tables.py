"""Tables of the options, arguments and commands that programs declare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from mkdocs_repodoc.model.blocks import Block, Column, Paragraph, Table
from mkdocs_repodoc.model.inline import Code, Inline, Phrase
from mkdocs_repodoc.model.kinds import HELD
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.settings_tables import reading_lines
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.text.english import shortened, some_of

_At = TypeVar("_At")
_LONGEST = 120
"""Characters of a default that are shown."""
_VALUES = 12
"""Values that are named of those which an option may have."""
_COMMANDS = 5
"""Commands that are named of those which take an option."""


def option_table(
    title: str,
    declared: Sequence[tuple[Option, Inline]],
    line: Column,
    *,
    caption: str,
    reads: Sequence[Phrase] = (),
) -> Table:
    """Return the table of what is declared, without the columns that nothing fills.

    Args:
        title: Title of the first column, which has the names.
        declared: Each option with a link to its line.
        line: The column of these links.
        caption: The table's caption.
        reads: The lines that read each, if that is told.
    """
    columns = (
        Column(title),
        Column("Setting"),
        Column("Of command"),
        Column("Meaning"),
        Column("Values"),
        Column("Default"),
        Column("Environment variable"),
        line,
        Column("Read in"),
    )
    read = (*reads, *((),) * (len(declared) - len(reads)))
    rows = tuple(
        (*_cells(option), (link,), lines)
        for (option, link), lines in zip(declared, read, strict=True)
    )
    return Table(columns, rows, caption=caption).without_empty_columns()


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
    caption = some_of(len(shown), len(found), title.lower())
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


def by_title(declared: Iterable[tuple[_At, Option]]) -> dict[str, list[tuple[_At, Option]]]:
    """Return commands, options and arguments by the title of their tables' first column.

    Args:
        declared: What programs declare, each behind where it stands.
    """
    found: dict[str, list[tuple[_At, Option]]] = {"Command": [], "Option": [], "Argument": []}
    for at, option in declared:
        title = "Argument" if option.is_argument else "Option"
        found["Command" if option.is_command else title].append((at, option))
    return {title: each for title, each in found.items() if each}


def programs_beside(
    context: PageContext, declared: Iterable[tuple[str, Option]]
) -> Iterator[Block]:
    """Yield a sentence on the programs beside the software that declare options."""
    numbers = Counter(path for path, option in declared if not option.is_command)
    if not numbers:
        return
    files: list[Phrase] = [
        (page_links.to_file(context, path), f" ({number})")
        for path, number in numbers.most_common(operation_caps.PROGRAMS_BESIDE)
    ]
    shown = capped(files, len(numbers) - len(files), last=" and ")
    yield Paragraph(("Programs beside the software declare options, too: ", *shown, "."))


def _cells(option: Option) -> tuple[Phrase, ...]:
    """Return name, setting, command, meaning, values, default and variables of an option."""
    name: Phrase = joined([Code(flag) for flag in option.flags])
    if option.metavar:
        name = (*name, " ", Code(option.metavar))
    return (
        name,
        (Code(option.setting),) if option.setting else (),
        _commands(option),
        (option.help,) if option.help else (),
        _values(option),
        (Code(_default(option)),) if option.default not in {"", "None"} else (),
        joined([Code(each) for each in option.variables]) if option.variables else (),
    )


def _values(option: Option) -> Phrase:
    """Return the values that an option may have, each with its meaning where that is known."""
    meanings = option.meanings or ("",) * len(option.values)
    shown = [
        (Code(value), f" ({meaning})" if meaning else "")
        for value, meaning in zip(option.values[:_VALUES], meanings, strict=False)
    ]
    return capped(shown, len(option.values) - len(shown)) if shown else ()


def _commands(option: Option) -> Phrase:
    names = list(filter(None, option.command.split(", ")))
    shown = [Code(name) for name in names[:_COMMANDS]]
    return capped(shown, len(names) - len(shown)) if names else ()


def _default(option: Option) -> str:
    """Return the default of an option, in quotation marks where blanks at its ends belong to it."""
    is_bare = option.default == option.default.strip()
    return shortened(option.default, _LONGEST) if is_bare else f'"{option.default}"'
