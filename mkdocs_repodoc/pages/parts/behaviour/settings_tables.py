"""Tables of single settings: lists of them, fields of types, parameters of constructors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from mkdocs_repodoc.insight.operation.declared_configuration import Configuration
from mkdocs_repodoc.insight.operation.defaults.field_defaults import FieldDefault
from mkdocs_repodoc.insight.reading.documented_settings import documented_settings
from mkdocs_repodoc.model.blocks import Code, Column, Item, Phrase, Prose, Table
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.name_parts import name_inside
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES, Role
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.behaviour.fields.field_descriptions import field_description
from mkdocs_repodoc.pages.parts.behaviour.fields.field_keys import NO_KEY, field_key
from mkdocs_repodoc.pages.parts.document_markup import DOCUMENT_MARKUPS
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.documented_defaults import documented_default
from mkdocs_repodoc.text.english import shortened, some_of

_LONGEST = 60
_ASSIGNED = re.compile(r"(?:export\s+)?([A-Za-z_]\w*)=")
"""A line of a file of environment variables."""
_MARKS = re.compile(r"`|\]\(")
_LEAST_DOCUMENTED = 2
_DOCUMENTED_SHARE = 3
"""Of so many fields a document has one at least."""
_LAST_NAME = re.compile(r"\w+")
_READ = operation_caps.BOOK_READ_LINES
NO_VALUE = frozenset({"", "undefined", "null", "None", "[]", "{}", "''", '""'})
"""Defaults that say that nothing is set."""
_WRITES = frozenset({"import", "assign", "definition"})


def meanings_in_documents(context: PageContext, names: Collection[str]) -> Mapping[str, Phrase]:
    """Return what documents say of settings that they have as terms, by their names."""

    def read(path: str) -> str:
        return context.read_text(path).text

    files = context.repository.files
    return {
        name: (
            Prose(
                each.text,
                DOCUMENT_MARKUPS.get(files[each.path].source.language, "plain"),
                each.path,
                inline=True,
            ),
        )
        for name, each in documented_settings(context.repository, read, names).items()
    }


def field_table(
    context: PageContext,
    owner: SymbolRef,
    fields: Sequence[SymbolRef],
    unread: Mapping[SymbolRef, str],
    defaults: Mapping[SymbolRef, FieldDefault],
) -> Table:
    """Return the fields of a type that holds settings: key, type, default, meaning, where read.

    Args:
        context: Where addresses and uses are known.
        owner: The type.
        fields: Its fields.
        unread: Those of them that no code of the software reads, and what is said of each.
        defaults: Defaults that stand elsewhere.
    """
    own = context.repository.symbol(owner).name
    names = {name_inside(context.repository.symbol(ref).name, own) for ref in fields}
    said = _of_all(meanings_in_documents(context, names), len(names))
    rows = []
    for ref in fields[: operation_caps.BOOK_FIELDS]:
        symbol = context.repository.symbol(ref)
        name = name_inside(symbol.name, own)
        read: Phrase = (unread[ref],) if ref in unread else reading_lines(context, ref, _READ)
        told = _field(context, ref, name, defaults)
        described = field_description(context, ref)
        meaning = summaries.of_symbol(context, ref) or described.phrase or said.get(name, ())
        key = field_key(context, owner, ref)
        shown: Phrase = ("none",) if key == NO_KEY else code_phrase(key)
        rows.append((told[0], shown, *told[1:], meaning, read))
    columns = (
        Column("Field"),
        Column("Key"),
        Column("Type"),
        Column("Default"),
        Column("Meaning"),
        Column("Read in"),
    )
    where = context.insight.namesakes.distinct_file(owner.path)
    title = f"Fields of {context.repository.symbol(owner).bare_name} ({where})"
    caption = ", ".join(filter(None, (title, some_of(len(rows), len(fields), "field"))))
    telling = tuple(row for row in rows if any(row[1:]))
    if bare := len(rows) - len(telling):
        caption += f"; {bare} more have a name alone"
    return Table(columns, telling, caption=caption).without_empty_columns()


def _of_all(said: Mapping[str, Phrase], fields: int) -> Mapping[str, Phrase]:
    """Return the meanings from documents that have many of the fields.

    A single word, such as `json`, may be the name of something else there.
    """
    paths = {
        name: next((part.path for part in phrase if isinstance(part, Prose)), "")
        for name, phrase in said.items()
    }
    numbers = Counter(paths.values())
    least = max(_LEAST_DOCUMENTED, fields / _DOCUMENTED_SHARE)
    return {name: said[name] for name, path in paths.items() if numbers[path] >= least}


def _field(
    context: PageContext, ref: SymbolRef, name: str, defaults: Mapping[SymbolRef, FieldDefault]
) -> tuple[Phrase, ...]:
    """Return a field's name, type and default."""
    kind, _, default = context.repository.symbol(ref).signature.partition(" = ")
    return (
        (page_links.to_symbol(context, ref, text=name),),
        code_phrase(kind.strip(" :")),
        _default(context, ref, "" if default.strip() == name else default, defaults),
    )


def _default(
    context: PageContext, ref: SymbolRef, own: str, defaults: Mapping[SymbolRef, FieldDefault]
) -> Phrase:
    """Return the default in a field's declaration, else the one given elsewhere with its line."""
    given = defaults.get(ref)
    if own or given is None:
        return code_phrase(own.strip()) or _documented(context, ref)
    where = f"line {given.line}"
    if given.path != ref.path:
        where = f"{name_of(given.path)}:{given.line}"
    line = page_links.to_line(context, given.path, given.line, text=where)
    return (*code_phrase(given.value), " (", line, ")")


def _documented(context: PageContext, ref: SymbolRef) -> Phrase:
    """Return the default that the documentation of a field states, or its tag."""
    sections = context.detail(ref.path).symbols[ref.position].documentation
    said = documented_default("\n".join(each.text for each in sections))
    said = said or field_description(context, ref).default
    if not said:
        return ()
    file = context.repository.files[ref.path]
    marked = (
        summaries.phrase(said, file, ref.position) if _MARKS.search(said) else code_phrase(said)
    )
    return (*marked, " (as documented)")


def sample_items(context: PageContext, found: Configuration) -> tuple[Item, ...]:
    """Return the settings files for people to copy, each with the keys that it has."""
    items = []
    for path in found.samples:
        symbols = context.repository.files[path].outline.symbols
        names = [symbol.name for symbol in symbols if "." not in symbol.name]
        if not symbols:
            lines = context.read_text(path).lines
            names = [match[1] for match in map(_ASSIGNED.match, lines) if match]
        keys = [Code(name) for name in dict.fromkeys(names)]
        file = page_links.to_file(context, path)
        shown = capped(keys[: operation_caps.SAMPLE_KEYS], len(keys) - operation_caps.SAMPLE_KEYS)
        items.append(Item((file, ": ", *shown) if keys else (file,)))
    return tuple(items)


def reading_lines(
    context: PageContext, ref: SymbolRef, most: int = operation_caps.READ_LINES
) -> Phrase:
    """Return the lines of the software that read a field, as far as its uses are known."""
    files, aside = context.repository.files, context.statistics.aside
    name = _LAST_NAME.findall(context.repository.symbol(ref).name)[-1]
    lines = dict.fromkeys(
        (use.path, use.line)
        for use in context.repository.links.uses.of(ref)
        if use.kind not in _WRITES
        and files[use.path].role in CODE_ROLES
        and (use.path not in aside or ref.path in aside)
        and not is_set(context.read_text(use.path).lines[use.line - 1 : use.line], name)
    )
    return page_links.lines_cell(context, lines, most)


def is_set(lines: Sequence[str], name: str) -> bool:
    """Tell whether a line only gives a field its value: `options.time = 3`, `time: 3,`.

    One that reads the same field for it, as in `options.time = given ?? options.time`, does both.
    """
    written = re.compile(rf"\s*{name}\s*:(?!:)|[\w.>-]*(?:\.|->){name}\s*=(?![=>~])")
    read = re.compile(rf"(?:\.|->){name}\b")
    found = ((written.match(line.lstrip()), line.lstrip()) for line in lines)
    return any(match and not read.search(line, match.end()) for match, line in found)


def unread_fields(context: PageContext, fields: Sequence[SymbolRef]) -> Mapping[SymbolRef, str]:
    """Return the fields whose names stand nowhere in the software but where they are declared.

    Whatever names a field by another way than its name is not seen: serialisation, for one.

    Returns:
        The fields, and who reads each.
    """
    asked = {
        _LAST_NAME.findall(context.repository.symbol(ref).name)[-1]: ref
        for ref in fields
        if not reading_lines(context, ref)
    }
    unread = _unnamed(context, asked, CODE_ROLES)
    by_nobody = _unnamed(context, unread, TEST_ROLES)
    return {
        ref: "no code reads it" if name in by_nobody else "only tests"
        for name, ref in unread.items()
    }


def _unnamed(
    context: PageContext, asked: Mapping[str, SymbolRef], roles: Collection[Role]
) -> dict[str, SymbolRef]:
    """Return the fields whose names stand in no file of some roles but where they are declared."""
    left = dict(asked)
    for path, file in context.repository.files.items():
        if not left:
            break
        if file.role not in roles or file.source.kind != "text":
            continue
        text = context.read_text(path).text
        if not any(name in text for name in left):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            for name in left.keys() & set(_LAST_NAME.findall(line)):
                ref = left[name]
                symbol = context.repository.symbol(ref)
                if path != ref.path or not symbol.line <= number <= symbol.end_line:
                    del left[name]
    return left


def code_phrase(text: str) -> Phrase:
    """Return a type, a default or another value as the code has it, shortened; maybe nothing."""
    return (Code(shortened(text, _LONGEST)),) if text else ()
