"""The most used names of a file, where nothing else says what it is for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mkdocs_repodoc.insight.symbols.main_symbol import outer_names
from mkdocs_repodoc.languages.folder_files import stands_for_folder
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.kinds import CONTAINED, WEIGHTY, Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.pages.parts.public_api import ApiEntry, public_api

_LISTED = {Kind.DEPENDENCY: "Requires ", Kind.HEADING: "Sections: ", Kind.COLUMN: "Columns: "}
"""What to say before names that a file does not define."""


def exports_phrase(context: PageContext, path: str, verb: str = "") -> Phrase:
    """Return what a package offers, the most used first.

    Args:
        context: The linked repository.
        path: Its initialiser.
        verb: What to say before the names.
    """
    entries = [each for each in public_api(FileView(context, path)) if not _special(each.name)]
    uses = context.repository.links.uses

    def weight(entry: ApiEntry) -> int:
        return -uses.file_count(entry.symbol) if entry.symbol and not entry.symbol.is_file else 0

    first = sorted(entries, key=weight)[: caps.DESCRIBED_NAMES]
    names: list[Inline] = [
        page_links.to_symbol(context, each.symbol, text=each.name)
        if each.symbol
        else Code(each.name)
        for each in first
    ]
    own = all(each.symbol and each.symbol.path == path for each in entries)
    return _named(verb or ("Defines " if own else "Offers "), names, len(entries))


def definitions(context: PageContext, file: RepoFile) -> Phrase:
    """The most used of the outer names of a file."""
    outer = list(outer_names(file))
    outer = [each for each in outer if not _for_readers_of_code(each[1])] or outer
    verb = _verb(file, [symbol for _, symbol in outer])
    if not verb:
        return ()
    if all(symbol.kind in CONTAINED for _, symbol in outer):
        outer = _outermost(outer)
    stem = file.name.partition(".")[0].replace("_", "").lower()
    uses = context.repository.links.uses

    def weight(each: tuple[int, Symbol]) -> tuple[bool, int, bool, bool]:
        """Sort what a file is about before what it only needs; ties stay in source order."""
        position, symbol = each
        is_namesake = symbol.bare_name.replace("_", "").lower() == stem
        users = uses.file_count(SymbolRef(file.path, position))
        return not is_namesake, -users, symbol.kind not in WEIGHTY, not symbol.summary

    first: dict[str, int] = {}  # of the overloads of a function
    for position, symbol in sorted(outer, key=weight):
        first.setdefault(symbol.name, position)
    names: list[Inline] = [
        page_links.to_symbol(
            context,
            SymbolRef(file.path, position),
            text=file.outline.symbols[position].bare_name,
        )
        for position in [*first.values()][: caps.DESCRIBED_NAMES]
    ]
    further = _passed_on(context, file, first)
    return _named("Offers " if further else verb, names, len(first) + further)


def _passed_on(context: PageContext, file: RepoFile, own: Collection[str]) -> int:
    """Return how many names a file that stands for its folder offers beside its own."""
    if not stands_for_folder(file):
        return 0
    return sum(
        ref.path != file.path and not ref.is_file and name not in own and not _special(name)
        for name, ref in context.exports(file.path).items()
    )


def _outermost(outer: list[tuple[int, Symbol]]) -> list[tuple[int, Symbol]]:
    """Leave out headings and keys below others; columns stand side by side on a line."""
    kept = []
    end = 0
    for position, symbol in outer:
        if symbol.line > end or symbol.kind == Kind.COLUMN:
            kept.append((position, symbol))
            end = symbol.end_line
    return kept


def _named(verb: str, names: list[Inline], total: int) -> Phrase:
    if not names:
        return ()
    return (verb, *capped(names, total - len(names), last=" and "))


def _verb(file: RepoFile, symbols: Sequence[Symbol]) -> str:
    """Return what a file does with its names; empty if they say nothing of what it is for."""
    if not symbols:
        return ""
    kind = symbols[0].kind
    if kind not in CONTAINED and kind not in _LISTED:
        return "Defines "
    if kind in _LISTED:
        return _LISTED[kind]
    return "Contains " if file.role == "configuration" else ""


def _for_readers_of_code(symbol: Symbol) -> bool:
    return _special(symbol.name) or "type variable" in symbol.labels


def _special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")
