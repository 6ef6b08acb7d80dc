"""Tables of single settings: lists of them, fields of types, parameters of constructors."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mkdocs_repodoc.insight.operation.configuration import Configuration
from mkdocs_repodoc.insight.operation.field_defaults import FieldDefault
from mkdocs_repodoc.insight.statistics import CODE_ROLES
from mkdocs_repodoc.model.blocks import Code, Column, Inline, Item, PageLink, Phrase, Table
from mkdocs_repodoc.model.facts import SettingsList
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Parameter
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.english import count, shortened

_LONGEST = 60
_LAST_NAME = re.compile(r"\w+")
_WRITES = frozenset({"import", "assign", "definition"})


def list_table(context: PageContext, path: str, found: SettingsList) -> Table:
    """Return a list of settings with what makes their values, and their defaults."""
    rows = tuple(
        (
            (Code(each.name),),
            _code(each.type),
            _code(each.default),
            (_line(context, path, each.line),),
        )
        for each in found.settings
    )
    columns = (Column("Setting"), Column("Cast by"), Column("Default"), Column("Listed in"))
    return Table(columns, rows, caption=f"Settings of {found.name}").without_empty_columns()


def field_table(
    context: PageContext,
    owner: SymbolRef,
    fields: Sequence[SymbolRef],
    unread: Sequence[SymbolRef],
    defaults: Mapping[SymbolRef, FieldDefault],
) -> Table:
    """Return the fields of a type that holds settings: type, default, meaning, where read.

    Args:
        context: Where addresses and uses are known.
        owner: The type.
        fields: Its fields.
        unread: Those of them that no code reads.
        defaults: Defaults that stand elsewhere.
    """
    rows = []
    own = len(context.repository.symbol(owner).name)
    for ref in fields[: caps.BOOK_FIELDS]:
        symbol = context.repository.symbol(ref)
        name = symbol.name[own:].lstrip(".:")
        kind, _, default = symbol.signature.partition(" = ")
        read: Phrase = ("no code reads it",) if ref in unread else reading_lines(context, ref)
        rows.append(
            (
                (page_links.to_symbol(context, ref, text=name),),
                _code(kind.strip(" :")),
                _default(context, ref, "" if default.strip() == name else default, defaults),
                summaries.of_symbol(context, ref),
                read,
            )
        )
    columns = (
        Column("Field"),
        Column("Type"),
        Column("Default"),
        Column("Meaning"),
        Column("Read in"),
    )
    left = len(fields) - len(rows)
    more = f", and {count(left, 'more field')}" if left > 0 else ""
    caption = f"Fields of {context.repository.symbol(owner).name}{more}"
    return Table(columns, tuple(rows), caption=caption).without_empty_columns()


def _default(
    context: PageContext, ref: SymbolRef, own: str, defaults: Mapping[SymbolRef, FieldDefault]
) -> Phrase:
    """Return the default in a field's declaration, else the one given elsewhere with its line."""
    given = defaults.get(ref)
    if own or given is None:
        return _code(own.strip())
    where = f"line {given.line}"
    if given.path != ref.path:
        where = f"{name_of(given.path)}:{given.line}"
    line = page_links.to_line(context, given.path, given.line, text=where)
    return (*_code(given.value), " (", line, ")")


def parameter_table(name: str, parameters: Sequence[Parameter]) -> Table:
    """Return the parameters of a constructor that have defaults."""
    rows = tuple(
        ((Code(each.name),), _code(each.annotation), _code(each.default)) for each in parameters
    )
    columns = (Column("Parameter"), Column("Type"), Column("Default"))
    return Table(columns, rows, caption=f"Parameters of {name}").without_empty_columns()


def file_items(context: PageContext, found: Configuration) -> tuple[Item, ...]:
    """Return the names of settings files with the lines that have them, fellows of a line once."""
    by_lines: dict[tuple[tuple[str, int], ...], list[str]] = {}
    for name, lines in found.files.items():
        by_lines.setdefault(tuple(lines), []).append(name)
    items = []
    for where, names in by_lines.items():
        named = capped([Code(name) for name in names], 0, last=" and ")
        links = [_line(context, path, line) for path, line in where[: caps.READ_LINES]]
        items.append(Item((*named, ", in ", *capped(links, len(where) - len(links)))))
    return tuple(items)


def reading_lines(context: PageContext, ref: SymbolRef) -> Phrase:
    """Return the lines of the software that read a field, as far as its uses are known."""
    files = context.repository.files
    lines = dict.fromkeys(
        (use.path, use.line)
        for use in context.repository.links.uses.of(ref)
        if use.kind not in _WRITES and files[use.path].role in CODE_ROLES
    )
    links: list[Inline] = [_line(context, path, line) for path, line in lines]
    return capped(links[: caps.READ_LINES], len(links) - caps.READ_LINES) if links else ()


def unread_fields(context: PageContext, fields: Sequence[SymbolRef]) -> list[SymbolRef]:
    """Return the fields whose names stand nowhere in the software but where they are declared.

    Whatever names a field by another way than its name is not seen: serialisation, for one.
    """
    repository = context.repository
    asked = {
        _LAST_NAME.findall(repository.symbol(ref).name)[-1]: ref
        for ref in fields
        if not reading_lines(context, ref)
    }
    for path, file in repository.files.items():
        if not asked:
            break
        if file.role not in CODE_ROLES or file.source.kind != "text":
            continue
        for number, line in enumerate(context.read_text(path).text.split("\n"), 1):
            for name in asked.keys() & set(_LAST_NAME.findall(line)):
                ref = asked[name]
                symbol = repository.symbol(ref)
                if path != ref.path or not symbol.line <= number <= symbol.end_line:
                    del asked[name]
    return list(asked.values())


def _code(text: str) -> Phrase:
    return (Code(shortened(text, _LONGEST)),) if text else ()


def _line(context: PageContext, path: str, line: int) -> PageLink:
    return page_links.to_line(context, path, line, text=f"{path}:{line}")
