"""Detailed Analysis → Code Structure: a section for each symbol, members inside their class.

Small things (attributes, keys, headings of a document) are rows of a table under what they are a
part of. Every symbol of the outline appears exactly once, so that every anchor exists once.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.model.blocks import (
    Block,
    Code,
    Column,
    Inline,
    Label,
    Phrase,
    Prose,
    Subheading,
    SymbolBlock,
    Table,
    Typed,
    WebLink,
)
from mkdocs_repodoc.model.records import SymbolDetail
from mkdocs_repodoc.model.repository import SymbolRef
from mkdocs_repodoc.pages.file.docstring_blocks import symbol_documentation
from mkdocs_repodoc.pages.file.symbol_facts import symbol_calls, symbol_facts
from mkdocs_repodoc.pages.parts import sections
from mkdocs_repodoc.pages.parts.file_view import FileSubject
from mkdocs_repodoc.pages.parts.formatting import plural_of, shortened
from mkdocs_repodoc.pages.parts.symbol_uses import row_uses, use_lists

_FIRST_LEVEL = 4
_LAST_LEVEL = 6
_VALUE_LENGTH = 80
_NAMED_KINDS = 2
_VARIABLES = frozenset({"attribute", "constant"})


def structure_blocks(subject: FileSubject) -> tuple[Block, ...]:
    """Return the blocks of Detailed Analysis; none for a file that defines no symbol."""
    if not subject.outline.symbols:
        return ()
    name, anchor = sections.CODE_STRUCTURE
    blocks: list[Block] = [Subheading(name, anchor)]
    _add_members(subject, -1, _FIRST_LEVEL, blocks)
    return tuple(blocks)


def _add_members(subject: FileSubject, parent: int, level: int, blocks: list[Block]) -> None:
    """Add what is inside a symbol (-1: the file), rows first, with a stack of its own.

    Nesting is as deep as the source's, which may be deeper than Python's stack.
    """
    waiting: list[tuple[int, int]] = [(parent, level)]
    while waiting:
        outer, depth = waiting.pop()
        if outer >= 0:
            blocks.append(_symbol_block(subject, outer, min(depth - 1, _LAST_LEVEL)))
            blocks += use_lists(subject.context, subject.uses[outer])
        rows, inner = _members(subject, outer)
        if rows:
            blocks.append(_table(subject, outer, rows))
        waiting += [(position, depth + 1) for position in reversed(inner)]


def _members(subject: FileSubject, outer: int) -> tuple[list[int], list[int]]:
    """The rows below a symbol, members of rows included, and the sections below it."""
    rows: list[int] = []
    inner: list[int] = []
    waiting = list(reversed(subject.tree.children.get(outer, [])))
    while waiting:
        position = waiting.pop()
        if subject.is_row(position):
            rows.append(position)
            waiting += reversed(subject.tree.children.get(position, []))
        else:
            inner.append(position)
    return rows, inner


def _symbol_block(subject: FileSubject, position: int, level: int) -> SymbolBlock:
    symbol = subject.outline.symbols[position]
    ref = SymbolRef(subject.path, position)
    outer = subject.tree.parents[position]
    return SymbolBlock(
        symbol=ref,
        anchor=subject.file.anchors[position],
        level=level,
        name=_short_name(subject, position),
        qualified_name=subject.context.repository.qualified_name(ref),
        kind=symbol.kind,
        signature=Typed(symbol.signature, subject.path, outer) if symbol.signature else None,
        decorators=tuple(Typed(text, subject.path, outer) for text in symbol.decorators),
        labels=tuple(label for label in symbol.labels if label != symbol.kind),
        lines=subject.line(symbol.line, symbol.end_line),
        documentation=symbol_documentation(subject, position, level),
        facts=symbol_facts(subject, position),
        calls=symbol_calls(subject, position),
        host=host_link(subject, symbol.line, symbol.end_line),
    )


def _short_name(subject: FileSubject, position: int) -> str:
    """A member's name without the parent's, which its heading stands under."""
    name = subject.outline.symbols[position].name
    outer = subject.tree.parents[position]
    if outer < 0:
        return name
    return name.removeprefix(subject.outline.symbols[outer].name).lstrip(".:#/") or name


def host_link(subject: FileSubject, line: int, end_line: int) -> WebLink | None:
    """Return the link to lines at the repository's host, if that is known."""
    url = subject.context.source_url(subject.path, line, end_line)
    return WebLink("source at host", url) if url else None


def _table(subject: FileSubject, outer: int, rows: Sequence[int]) -> Table:
    """A table of small symbols; columns that would be empty are left out."""
    kinds = {subject.outline.symbols[position].kind for position in rows}
    told = len(kinds) == 1 or kinds <= _VARIABLES  # capitals tell a constant
    cells = [_row(subject, position) for position in rows]
    columns = [
        Column("Name"),
        Column("Kind"),
        Column("Type and value"),
        Column("Description"),
        Column("Used by"),
        Column("Line", numeric=True),
    ]
    kept = [
        place
        for place in range(len(columns))
        if any(row[place] for row in cells) and (place != 1 or not told)
    ]
    what = " and ".join(sorted(map(plural_of, kinds))) if len(kinds) <= _NAMED_KINDS else "entries"
    owner = f" of {subject.outline.symbols[outer].name}" if outer >= 0 else ""
    return Table(
        columns=tuple(columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in cells),
        caption=f"{what.capitalize()}{owner}",
        row_ids=tuple(subject.file.anchors[position] for position in rows),
    )


def _row(subject: FileSubject, position: int) -> tuple[Phrase, ...]:
    symbol = subject.outline.symbols[position]
    detail = subject.symbol_detail(position)
    name: list[Inline] = [Code(_row_name(subject, position))]
    for label in symbol.labels:
        name += [" ", Label(label)] if label != "private" else []  # its underscore says so
    return (
        tuple(name),
        (symbol.kind,),
        _type_and_value(subject, position, detail),
        _description(subject, position, detail),
        row_uses(subject.context, subject.uses[position]),
        (subject.line(symbol.line, symbol.end_line, text=str(symbol.name_line)),),
    )


def _row_name(subject: FileSubject, position: int) -> str:
    """The name without that of the section around it: `name` for `Class.name`."""
    name = subject.outline.symbols[position].name
    outer = subject.section_of(position)
    if outer < 0:
        return name
    return name.removeprefix(subject.outline.symbols[outer].name).lstrip(".:#/") or name


def _type_and_value(subject: FileSubject, position: int, detail: SymbolDetail) -> Phrase:
    symbol = subject.outline.symbols[position]
    outer = subject.tree.parents[position]
    phrase: list[Inline] = []
    if annotation := detail.annotation or _type_of_parameter(subject, position, detail.value):
        phrase.append(Typed(annotation, subject.path, outer))
    if detail.value:
        phrase += [" = " if phrase else "= ", Code(shortened(detail.value, _VALUE_LENGTH))]
    if not phrase and symbol.signature:
        phrase.append(Typed(shortened(symbol.signature, _VALUE_LENGTH), subject.path, outer))
    return tuple(phrase)


def _type_of_parameter(subject: FileSubject, position: int, value: str) -> str:
    """The annotation of the parameter that `__init__` keeps in an attribute as it is."""
    if not value.isidentifier():
        return ""
    outer = subject.tree.parents[position]
    if outer < 0:
        return ""
    symbols = subject.outline.symbols
    init = subject.tree.by_name.get(f"{symbols[outer].name}.__init__")
    if init is None or not symbols[init].line < symbols[position].line <= symbols[init].end_line:
        return ""
    parameters = subject.symbol_detail(init).parameters
    return next((each.annotation for each in parameters if each.name == value), "")


def _description(subject: FileSubject, position: int, detail: SymbolDetail) -> Phrase:
    text = detail.documentation[0].text if detail.documentation else ""
    text = text or subject.outline.symbols[position].summary
    text = text or subject.attribute_description(position)
    if not text:
        return ()
    return (Prose(text, subject.detail.markup, subject.path, inline=True, scope=position),)
