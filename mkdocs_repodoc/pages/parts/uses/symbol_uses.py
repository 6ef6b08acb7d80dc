"""Users of a symbol, sorted into what a reader asks for: callers, tests, documents, raisers.

An import alone is no use when the same file goes on to use the name; a base class in a class
statement is told by the list of subclasses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from mkdocs_repodoc.model.blocks import Code, Items, Phrase
from mkdocs_repodoc.model.linked_symbols import (
    SymbolRef,
    Use,
)
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.pages.parts.uses.use_files import FileUses, file_items
from mkdocs_repodoc.pages.parts.uses.uses_in_tests import (
    file_cases,
    most_first,
    test_totals,
    tests_phrase,
)
from mkdocs_repodoc.text.english import count


@dataclass(slots=True)
class SymbolUses:
    """The uses of one symbol, each kind grouped by file."""

    symbol: SymbolRef
    code: FileUses = field(default_factory=dict)
    tests: FileUses = field(default_factory=dict)
    documents: FileUses = field(default_factory=dict)
    raised: FileUses = field(default_factory=dict)
    caught: FileUses = field(default_factory=dict)

    @property
    def is_called(self) -> bool:
        """Whether code calls it, tests included."""
        groups = (self.code, self.tests, self.raised)
        uses = (use for group in groups for each in group.values() for use in each)
        return any(use.kind == "call" for use in uses)


def sort_uses(context: PageContext, symbol: SymbolRef) -> SymbolUses:
    """Return the uses of a symbol, sorted and grouped; one pass over them."""
    uses = SymbolUses(symbol)
    imported: dict[str, Use] = {}
    definition = context.repository.symbol(symbol)
    own_lines = range(definition.line, definition.end_line + 1)
    for use in context.repository.links.uses.of(symbol):
        if use.path == symbol.path and use.line in own_lines:
            continue  # recursion, a class that names itself
        if use.kind == "import":
            imported.setdefault(use.path, use)
        elif use.kind not in {"base", "definition"}:
            _group(context, uses, use).setdefault(use.path, []).append(use)
    groups = (uses.code, uses.tests, uses.documents, uses.raised, uses.caught)
    for path, use in imported.items():
        if not any(path in group for group in groups):
            _group(context, uses, use)[path] = [use]
    return uses


def _group(context: PageContext, uses: SymbolUses, use: Use) -> FileUses:
    own = use.path == uses.symbol.path
    if not own and context.repository.files[use.path].role in TEST_ROLES:
        return uses.tests
    if context.repository.files[use.path].outline.refers:
        return uses.documents
    if use.kind == "raise":
        return uses.raised
    return uses.caught if use.kind == "except" else uses.code


def use_rows(context: PageContext, uses: SymbolUses) -> list[tuple[str, Phrase]]:
    """Return the facts on who uses a symbol; long ones only count, `use_lists` has the rest."""
    rows: list[tuple[str, Phrase]] = []
    for title, group in (
        ("Used by", uses.code),
        ("Raised in", uses.raised),
        ("Caught in", uses.caught),
        ("Shown in", uses.documents),
    ):
        if not group:
            continue
        if len(group) > caps.USE_FILES_IN_FACTS:
            rows.append((title, (_totals(uses.symbol, group),)))
        else:
            phrases = [
                _file_uses(context, uses.symbol, group, path) for path in _order(uses, group)
            ]
            rows.append((title, joined(phrases, "; ")))
    if len(uses.tests) > caps.USE_FILES_IN_FACTS:
        rows.append(("Tests", (test_totals(context, uses.tests),)))
    elif uses.tests:
        rows.append(("Tests", tests_phrase(context, uses.tests)))
    return rows


def row_uses(context: PageContext, uses: SymbolUses) -> Phrase:
    """Return who uses a symbol in the little room of a table's cell."""
    files: FileUses = {}
    for group in (uses.code, uses.raised, uses.caught, uses.documents, uses.tests):
        for path, places in group.items():
            files.setdefault(path, []).extend(places)
    phrases: list[Phrase] = []
    order = _order(uses, files)
    for path in order[: caps.USE_FILES_IN_CELL]:
        name = "this file" if path == uses.symbol.path else path
        link = page_links.to_line(context, path, files[path][0].line, text=name)
        more = len({use.line for use in files[path]})
        phrases.append((link, f" ({more} lines)") if more > 1 else (link,))
    if len(order) > caps.USE_FILES_IN_CELL:
        phrases.append((count(len(order) - caps.USE_FILES_IN_CELL, "more file"),))
    return joined(phrases, "; ")


def use_lists(
    context: PageContext, uses: SymbolUses, most: int = caps.USE_FILES_IN_LIST
) -> tuple[Items, ...]:
    """Return the folded lists of places that are too many for the facts.

    Args:
        context: Where addresses are known.
        uses: The uses of one symbol.
        most: How many files of each list are named.
    """
    name = context.repository.symbol(uses.symbol).name
    lists: list[Items] = []
    for title, group in (
        ("used", uses.code),
        ("raised", uses.raised),
        ("caught", uses.caught),
        ("shown", uses.documents),
    ):
        if len(group) > caps.USE_FILES_IN_FACTS:
            order = _order(uses, group)
            said = partial(_file_uses, context, uses.symbol, group)
            items = file_items(context, order, most, said)
            lists.append(
                Items(items, shown=caps.USE_FILES_UNFOLDED, title=f"Where {name} is {title}")
            )
    if len(uses.tests) > caps.USE_FILES_IN_FACTS:
        said = partial(file_cases, context, uses.tests)
        shown = min(most, caps.TEST_FILES_IN_LIST)
        items = file_items(context, most_first(uses.tests), shown, said)
        lists.append(Items(items, shown=caps.USE_FILES_UNFOLDED, title=f"Tests of {name}"))
    return tuple(lists)


def _order(uses: SymbolUses, group: FileUses) -> list[str]:
    """The symbol's own file first, then who uses it most."""
    return sorted(group, key=lambda path: (path != uses.symbol.path, -len(group[path])))


def _totals(symbol: SymbolRef, group: FileUses) -> str:
    places = sum(map(len, group.values()))
    own = len(group.get(symbol.path, ()))
    total = f"{count(places, 'place')} in {count(len(group), 'file')}"
    return f"{total}, {own:,} of them in this file" if own else total


def _file_uses(context: PageContext, symbol: SymbolRef, group: FileUses, path: str) -> Phrase:
    """One file: its name, and the functions and lines in it."""
    symbols = context.repository.files[path].outline.symbols
    name: Phrase = (
        ("this file: ",) if path == symbol.path else (page_links.to_file(context, path), ": ")
    )
    scopes: dict[int, list[Use]] = {}
    for use in group[path]:
        scopes.setdefault(use.scope, []).append(use)
    named = list(scopes.items())[: caps.USE_SCOPES_PER_FILE]
    parts: list[Phrase] = []
    shown = 0
    for scope, inside in named:
        around: Phrase = (Code(symbols[scope].name), " ") if scope != FILE_SCOPE else ()
        lines = list(dict.fromkeys(use.line for use in inside))[: caps.USE_LINES_PER_SCOPE]
        links = [page_links.to_line(context, path, line, text=str(line)) for line in lines]
        parts.append((*around, *joined(links)))
        shown += sum(use.line in lines for use in inside)
    return (*name, *capped(parts, len(group[path]) - shown))
