"""Detailed Analysis → Code Structure: a section for each symbol, members inside their class.

Small things (attributes, keys, headings of a document) are rows of a table under what they are a
part of. Every symbol of the outline appears exactly once, so that every anchor exists once; of a
long file, some have theirs in the listing (`FileView.in_source`).
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_repodoc.languages.language import Absent
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model import sections
from mkdocs_repodoc.model.blocks import (
    Block,
    Code,
    Column,
    Inline,
    Label,
    PageLink,
    Paragraph,
    Phrase,
    Prose,
    Subheading,
    SymbolBlock,
    Table,
    Typed,
    WebLink,
)
from mkdocs_repodoc.model.kinds import VARIABLES, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import SymbolDetail
from mkdocs_repodoc.pages.file.docstring_blocks import symbol_documentation
from mkdocs_repodoc.pages.file.document_blocks import rendered_headings
from mkdocs_repodoc.pages.file.subtypes_and_overrides import family_lists
from mkdocs_repodoc.pages.file.symbol_facts import symbol_calls, symbol_facts
from mkdocs_repodoc.pages.parts import caps
from mkdocs_repodoc.pages.parts.access_groups import is_hidden
from mkdocs_repodoc.pages.parts.behaviour.call_lists import call_lists
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.uses.symbol_uses import row_uses, use_lists
from mkdocs_repodoc.repository_urls import forge_name
from mkdocs_repodoc.text.english import plural_of, shortened

_FIRST_LEVEL = 4
_LAST_LEVEL = 6
_VALUE_LENGTH = 80
_NAMED_KINDS = 2


def structure_blocks(view: FileView) -> tuple[Block, ...]:
    """Return the blocks of Detailed Analysis; none for a file that defines no symbol.

    The headings of a document that the page shows are seen there.
    """
    if len(rendered_headings(view)) == len(view.outline.symbols):
        return ()
    blocks: list[Block] = [Subheading(*sections.CODE_STRUCTURE)]
    if view.in_source:
        blocks.append(_left_to_source(view))
    _add_members(view, None, _FIRST_LEVEL, blocks)
    return tuple(blocks)


def _left_to_source(view: FileView) -> Paragraph:
    """Say which symbols are described by the listing alone."""
    source = PageLink("its source", view.uri, sections.ORIGINAL_SOURCE.anchor)
    is_all = len(view.in_source) == len(view.outline.symbols)
    what = "names" if is_all else "names that are not public, and those inside functions,"
    return Paragraph(("The file is long: its ", what, " are described in ", source, " alone."))


def _add_members(view: FileView, parent: int | None, level: int, blocks: list[Block]) -> None:
    """Add what is inside a symbol (`None`: the file), rows first, with a stack of its own.

    Nesting is as deep as the source's, which may be deeper than Python's stack.
    """
    most = caps.USE_FILES_IN_LONG_FILE if view.is_long else caps.USE_FILES_IN_LIST
    at_top = frozenset(view.tree.members[None])
    waiting: list[tuple[int | None, int]] = [(parent, level)]
    while waiting:
        outer, depth = waiting.pop()
        if outer is not None:
            blocks.append(symbol_block(view, outer, min(depth - 1, _LAST_LEVEL)))
            blocks += family_lists(view.context, SymbolRef(view.path, outer))
            blocks += call_lists(view.context, SymbolRef(view.path, outer))
            blocks += use_lists(view.context, view.uses[outer], most)
        rows, inner = _members(view, outer)
        if rows:
            blocks.append(member_table(view, outer, rows))
        # Names are no deeper for the namespaces around them.
        deeper = [(each, (level if each in at_top else depth) + 1) for each in inner]
        waiting += reversed(deeper)


def _members(view: FileView, outer: int | None) -> tuple[list[int], list[int]]:
    """The rows below a symbol, members of rows included, and the sections below it."""
    rows: list[int] = []
    inner: list[int] = []
    elsewhere = rendered_headings(view)
    waiting = list(reversed(view.tree.children.get(outer, [])))
    while waiting:
        position = waiting.pop()
        if position in view.in_source:
            continue  # and so is what it holds
        if view.is_row(position):
            if position not in elsewhere:
                rows.append(position)
            waiting += reversed(view.tree.children.get(position, []))
        else:
            inner.append(position)
    return rows, inner


def symbol_block(view: FileView, position: int, level: int) -> SymbolBlock:
    """Return the section of a symbol, without its members.

    Args:
        view: The file that defines it.
        position: The symbol.
        level: Of its heading.
    """
    symbol = view.outline.symbols[position]
    ref = SymbolRef(view.path, position)
    outer = view.scope_of(position)
    return SymbolBlock(
        symbol=ref,
        anchor=view.file.anchors[position],
        level=level,
        name=view.name_within(position, view.tree.parents[position]),
        qualified_name=view.context.repository.qualified_name(ref),
        kind=symbol.kind,
        signature=Typed(symbol.signature, view.path, outer) if symbol.signature else None,
        decorators=tuple(Typed(text, view.path, outer) for text in symbol.decorators),
        labels=tuple(label for label in symbol.labels if label != symbol.kind),
        lines=view.line(symbol.line, symbol.end_line),
        documentation=symbol_documentation(view, position, level),
        facts=symbol_facts(view, position),
        calls=symbol_calls(view, position),
        forge=forge_link(view, symbol.line, symbol.end_line),
        has_calls=_has_calls(view, position),
    )


def _has_calls(view: FileView, position: int) -> bool:
    """Tell whether a function calls something, or a function or class is called by code."""
    if view.context.settings.detail == "slim":
        return False  # the script would find no data
    ref = SymbolRef(view.path, position)
    calls = view.context.statistics.calls
    if calls.is_callable(ref):
        return bool(calls.callees(ref)) or view.uses[position].is_called
    return view.outline.symbols[position].kind == Kind.CLASS and view.uses[position].is_called


def forge_link(view: FileView, line: int, end_line: int) -> WebLink | None:
    """Return the link to lines at the repository's forge, if that is known."""
    url = view.context.source_url(view.path, line, end_line)
    return WebLink(f"on {forge_name(url)}", url) if url else None


def member_table(view: FileView, outer: int | None, rows: Sequence[int]) -> Table:
    """Return a table of small symbols; columns that would be empty are left out."""
    kinds = {view.outline.symbols[position].kind for position in rows}
    told = len(kinds) == 1 or kinds <= VARIABLES  # capitals tell a constant
    columns = (
        Column("Name"),
        Column("Kind"),
        Column("Type and value"),
        Column("Description"),
        Column("Used by"),
        Column("Line", numeric=True),
    )
    what = " and ".join(sorted(map(plural_of, kinds))) if len(kinds) <= _NAMED_KINDS else "entries"
    owner = f" of {view.outline.symbols[outer].name}" if outer is not None else ""
    table = Table(
        columns,
        tuple(_row(view, position, with_kind=not told) for position in rows),
        caption=f"{what.capitalize()}{owner}",
        row_ids=tuple(view.file.anchors[position] for position in rows),
    )
    return table.without_empty_columns()


def _row(view: FileView, position: int, *, with_kind: bool) -> tuple[Phrase, ...]:
    symbol = view.outline.symbols[position]
    detail = view.symbol_detail(position)
    name: list[Inline] = [Code(view.name_within(position, view.section_of(position)))]
    for label in symbol.labels:
        if label != "private" or not is_hidden(symbol):  # else its name says so
            name += [" ", Label(label)]
    return (
        tuple(name),
        (symbol.kind,) if with_kind else (),
        _type_and_value(view, position, detail),
        _description(view, position, detail),
        row_uses(view.context, view.uses[position]),
        (view.line(symbol.line, symbol.end_line, text=str(symbol.name_line)),),
    )


def _type_and_value(view: FileView, position: int, detail: SymbolDetail) -> Phrase:
    symbol = view.outline.symbols[position]
    outer = view.scope_of(position)
    phrase: list[Inline] = []
    if annotation := detail.annotation or _type_of_parameter(view, position, detail.value):
        phrase.append(Typed(annotation, view.path, outer))
    if value := view.first_values.get(position):
        phrase += [" = " if phrase else "= ", Code(shortened(value.text, _VALUE_LENGTH))]
        phrase += [" (", view.line(value.line), ")"] if value.line else []
    if not phrase and symbol.signature:
        phrase.append(Typed(shortened(symbol.signature, _VALUE_LENGTH), view.path, outer))
    return tuple(phrase)


def _type_of_parameter(view: FileView, position: int, value: str) -> str:
    """The annotation of the parameter that an initialiser keeps in an attribute as it is."""
    objects = language_named(view.file.source.language).objects
    outer = view.tree.parents[position]
    if outer is None or not value.isidentifier() or isinstance(objects, Absent):
        return ""
    symbols = view.outline.symbols
    init = view.tree.by_name.get(f"{symbols[outer].name}.{objects.initialiser}")
    if init is None or not symbols[init].line < symbols[position].line <= symbols[init].end_line:
        return ""
    parameters = view.symbol_detail(init).parameters
    return next((each.annotation for each in parameters if each.name == value), "")


def _description(view: FileView, position: int, detail: SymbolDetail) -> Phrase:
    text = detail.documentation[0].text if detail.documentation else ""
    text = text or view.outline.symbols[position].summary
    text = text or view.attribute_description(position)
    if not text:
        return ()
    return (Prose(text, view.detail.markup, view.path, inline=True, scope=position),)
