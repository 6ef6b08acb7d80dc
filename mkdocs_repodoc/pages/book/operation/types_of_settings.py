"""Types and lists that hold the settings of the software, a table each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.defaults.default_files import DefaultFile
from mkdocs_repodoc.insight.operation.settings_types import is_read_from_file
from mkdocs_repodoc.model.blocks import Block, Item, Items, Phrase
from mkdocs_repodoc.model.facts import SettingsList
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.operation.inner_settings import with_inner_types
from mkdocs_repodoc.pages.book.sentences import paragraph
from mkdocs_repodoc.pages.parts import operation_caps, summaries
from mkdocs_repodoc.pages.parts.behaviour.listed_settings_table import list_table, naming_lines
from mkdocs_repodoc.pages.parts.behaviour.settings_tables import field_table, unread_fields
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.english import count

_LEAST_FIELDS = 4
_LEAST_HOLDERS = 2
"""Types that hold options, from which it is worth telling them apart."""


def tables_of_types(
    view: BookView, found: Configuration, files: Sequence[DefaultFile]
) -> tuple[list[Block], tuple[Block, ...]]:
    """Return tables of the lists and types that hold settings, and a sentence on other types.

    What is declared as options is told with those, and a type of which nothing but the names of
    its fields is known tells nobody what to set.

    Args:
        view: The repository.
        found: What one can configure.
        files: Data files with defaults that no options have as theirs.
    """
    symbol = view.context.repository.symbol
    tables: list[Block] = [list_table(view.context, each.path, _titled(each)) for each in files]
    tables += [
        list_table(view.context, path, each, naming_lines(view.context, path, each))
        for path, each in found.lists[: operation_caps.BOOK_SETTINGS_TYPES]
    ]
    others: list[Phrase] = []
    keys = {each.name.partition(".")[0] for file in files for each in file.listed.settings}
    for owner, fields in _told_types(view, found):
        names = [symbol(ref).name.rpartition(".")[2] for ref in fields]
        if 2 * sum(name in keys for name in names) > len(names):
            continue  # the data file has each of their settings
        if len(tables) >= operation_caps.BOOK_SETTINGS_TYPES:
            others.append((view.to_symbol(owner), f" ({count(len(fields), 'field')})"))
            continue
        unread = unread_fields(view.context, fields)
        tables.append(field_table(view.context, owner, fields, unread, found.field_defaults))
    most = operation_caps.BOOK_OTHER_TYPES
    said: Phrase = ("Settings are held by ", *capped(others[:most], len(others) - most), ", too.")
    return tables, (*paragraph([said]),) if others else ()


def _titled(file: DefaultFile) -> SettingsList:
    """Return the settings of a data file under its path, with who reads it."""
    (reader, _), *_ = file.readers
    return structs.replace(file.listed, name=f"{file.path}, which {reader} reads")


def _told_types(
    view: BookView, found: Configuration
) -> Iterator[tuple[SymbolRef, tuple[SymbolRef, ...]]]:
    """Yield the types that are worth a table with their fields, the explained ones first."""
    symbol = view.context.repository.symbol
    declared = {(path, option.line) for path, option in found.options}
    types = sorted(found.types, key=lambda each: view.reading_number(each[0].path))
    types.sort(key=lambda each: not _is_explained(view, found, each[1]))
    for owner, fields in with_inner_types(view.context, types):
        lines = {(ref.path, line) for ref in fields for line in _lines(symbol(ref))}
        is_told = any(_says_more(symbol(ref)) or ref in found.field_defaults for ref in fields)
        enough = len(fields) >= _LEAST_FIELDS or is_read_from_file(symbol(owner))
        if enough and is_told and not lines & declared:
            yield owner, fields


def _lines(field: Symbol) -> set[int]:
    """Return the lines at which a field may declare an option: its first, or that of its name."""
    return {field.line, field.name_line}


def _says_more(field: Symbol) -> bool:
    """Tell whether more is known of a field than its name, and that a parameter sets it."""
    kind, _, default = field.signature.partition("= ")
    last = field.name.rpartition(".")[2]
    return bool(field.summary or kind.strip(" :")) or default.strip() not in {"", last}


def _is_explained(view: BookView, found: Configuration, fields: Sequence[SymbolRef]) -> bool:
    """Tell whether most fields of a type have a meaning or a default."""
    symbol = view.context.repository.symbol
    told = sum(bool(symbol(each).summary) or each in found.field_defaults for each in fields)
    return 2 * told > len(fields)


def holders_of_options(view: BookView, found: Configuration) -> Iterator[Block]:
    """Yield a sentence on the types whose fields declare options, and what these say of them."""
    symbol = view.context.repository.symbol
    declared = {(path, option.line) for path, option in found.options if not option.command}
    said: list[Phrase] = []
    for owner, fields in found.types:
        number = sum(
            any((ref.path, line) in declared for line in _lines(symbol(ref))) for ref in fields
        )
        summary = summaries.of_symbol(view.context, owner)
        if number >= _LEAST_FIELDS and summary:
            said.append((str(number), " are fields of ", view.to_symbol(owner), ": ", *summary))
    if len(said) >= _LEAST_HOLDERS:
        yield Items(tuple(map(Item, said)), title="Of these options")
