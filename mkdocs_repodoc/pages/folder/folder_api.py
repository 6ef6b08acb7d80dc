"""The folder's offer to the rest: its package's exports, or its modules' public names."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from mkdocs_repodoc.insight.file_users import software_users
from mkdocs_repodoc.insight.symbols.main_symbol import outer_names
from mkdocs_repodoc.languages.folder_files import package_file, package_files
from mkdocs_repodoc.model.blocks import Block, Code, Column, Inline, Paragraph, Phrase, Table
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES, Folder
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.parts.public_api import ApiEntry, public_api
from mkdocs_repodoc.paths import name_of
from mkdocs_repodoc.text.english import count

_COLUMNS = (
    Column("Name"),
    Column("Kind"),
    Column("Summary"),
    Column("Used by", numeric=True),
)
_LEAST_BARE = 3
"""Names without a summary or a user that are listed in one line."""


def api_blocks(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    """Return the table of a folder's public names; empty if it has none."""
    if initialiser := package_file(context.repository.files, folder.path):
        exported = public_api(FileView(context, initialiser))
        if exported:
            return _exports(context, initialiser, exported)
    return _module_names(context, folder)


def _exports(
    context: PageContext, initialiser: str, exported: tuple[ApiEntry, ...]
) -> tuple[Block, ...]:
    page, name = page_links.to_file(context, initialiser), name_of(initialiser)
    rows = [_export_row(context, initialiser, entry) for entry in exported[: caps.FOLDER_API]]
    declared = context.repository.files[initialiser].outline.exports is not None
    if not declared and len(exported) <= caps.FOLDER_API:
        return _shown(rows)
    names = count(len(exported), "name")
    said: list[Inline] = [page, f" lists {names} in " if declared else f" offers {names}"]
    if declared:
        said += [Code(each.export_list) for each in package_files() if each.opening == name]
    if len(exported) > caps.FOLDER_API:
        said.append(f"; the first {caps.FOLDER_API} are shown")
    return (Paragraph((*said, ".")), *_shown(rows))


def _shown(rows: Sequence[tuple[Phrase, ...]]) -> tuple[Block, ...]:
    """Return names as a table; those of which nothing is known in one line below it."""
    bare = [row[0] for row in rows if not any(row[2:])]
    if len(bare) < _LEAST_BARE:
        return (Table(_COLUMNS, tuple(rows)),)
    told = tuple(row for row in rows if any(row[2:]))
    others = Paragraph(("Also public: ", *joined(bare, last=" and "), "."))
    return (Table(_COLUMNS, told), others) if told else (others,)


def _export_row(context: PageContext, initialiser: str, entry: ApiEntry) -> tuple[Phrase, ...]:
    if entry.symbol is None:
        origin: Phrase = (f"from {entry.module}",) if entry.module else ()
        name: Inline = Code(entry.name)
        if entry.line:
            name = page_links.to_line(context, initialiser, entry.line, text=entry.name)
        return ((name,), origin, (), ())
    return _row(context, entry.symbol, entry.name)


def _row(context: PageContext, ref: SymbolRef, name: str) -> tuple[Phrase, ...]:
    users = 0 if ref.is_file else software_users(context.repository, ref)
    if ref.is_file:
        kind, summary = "module", summaries.of_file(context, ref.path)
    else:
        kind, summary = context.repository.symbol(ref).kind, summaries.of_symbol(context, ref)
    return (
        (page_links.to_symbol(context, ref, text=name),),
        (kind,),
        summary,
        (count(users, "file"),) if users else (),
    )


def _module_names(context: PageContext, folder: Folder) -> tuple[Block, ...]:
    """The public outer names of the modules directly in the folder, the most used first."""
    uses = context.repository.links.uses
    found: list[tuple[int, int, SymbolRef]] = []
    for path in folder.files:
        file = context.repository.files[path]
        if file.role not in CODE_ROLES:
            continue
        for position, symbol in outer_names(file):
            if symbol.public and symbol.kind != Kind.HEADING:
                ref = SymbolRef(path, position)
                found.append((uses.file_count(ref), -len(found), ref))
    if not found:
        return ()
    rows = [
        _row(context, ref, context.repository.qualified_name(ref))
        for _, _, ref in nlargest(caps.FOLDER_API, found)
    ]
    if len(found) <= caps.FOLDER_API:
        return _shown(rows)
    said = (
        f"The modules here have {len(found):,} public names; "
        f"the {caps.FOLDER_API} most used are shown."
    )
    return (Paragraph((said,)), *_shown(rows))
