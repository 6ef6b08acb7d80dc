"""The parts of the testing chapter on what each file of tests is about, and on what tests share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from heapq import nlargest

from mkdocs_repodoc.insight.symbols.symbol_tree import is_outer
from mkdocs_repodoc.model.blocks import Block, Code, Item, Items, Phrase
from mkdocs_repodoc.model.kinds import FUNCTIONS, MAIN
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.parts import book_caps, page_links, summaries
from mkdocs_repodoc.pages.parts.formatting import capped
from mkdocs_repodoc.text.english import count

_AFFIX = re.compile(r"^(?:tests?|spec)[_.-]|(?:[_.-](?:tests?|spec)|(?<=[a-z0-9])(?:Tests?|Spec))$")
"""What a file of tests has in its name beside what it is about."""
_DATA = re.compile(r"(?:^|/)(?:_*fixtures?_*|testdata|__snapshots__)/")
"""Folders of what tests read or run, though it may look like tests."""
_LEAST_FILES = 3
_LEAST_USES = 2
_FEW_LINES = 6
_SHORT = 140
"""Lines and characters of a helper that is shown as it is."""
"""Lines that use what tests share, where all of them are in one file."""


def test_topics(view: BookView, tests: Sequence[RepoFile]) -> tuple[Block, ...]:
    """Return the files of tests by folder, each by what its name says, with its cases."""
    told = [file for file in tests if file.outline.tests and not _DATA.search(file.path)]
    if len(told) < _LEAST_FILES:
        return ()
    most = nlargest(
        book_caps.TEST_TOPICS, told, key=lambda file: (len(file.outline.tests), file.path)
    )
    folders: dict[str, list[RepoFile]] = {}
    for file in sorted(most, key=lambda file: file.path):
        folders.setdefault(file.folder, []).append(file)
    items = [Item(_folder(view, folder, files)) for folder, files in folders.items()]
    if left := len(told) - len(most):
        items.append(Item((f"and {count(left, 'file')} with fewer cases",)))
    title = "What is tested where, by the names of the files, with their numbers of cases"
    return (Items(tuple(items), title=title),)


def _folder(view: BookView, folder: str, files: Sequence[RepoFile]) -> Phrase:
    parts: list[Phrase] = []
    for file in files:
        link = page_links.to_file(view.context, file.path, text=_topic(file.name))
        parts.append((link, f" {len(file.outline.tests):,}"))
    return (page_links.to_folder(view.context, folder), ": ", *capped(parts, 0))


def _topic(name: str) -> str:
    """Return what a file of tests is about: its name without its ending and without `test`."""
    stem = name.rpartition(".")[0] or name
    return _AFFIX.sub("", stem) or stem


def shared_by_tests(view: BookView) -> tuple[Block, ...]:
    """Return the functions and types of tests that most other files of tests use."""
    files = view.context.repository.files
    uses = view.context.repository.links.uses
    found: list[tuple[int, int, SymbolRef]] = []
    for path, file in files.items():
        if file.role not in TEST_ROLES:
            continue
        cases = set(file.outline.tests)
        for position, number in uses.file_counts(path).items():
            ref = SymbolRef(path, position)
            if ref.is_file or not number:
                continue
            symbol = view.context.repository.symbol(ref)
            is_shared = symbol.kind in MAIN or symbol.kind in FUNCTIONS
            if is_shared and is_outer(symbol) and symbol.name not in cases:
                found.append((number, uses.count(ref), ref))
    most = nlargest(
        book_caps.TEST_HELPERS, (each for each in found if each[0] > 1 or each[1] >= _LEAST_USES)
    )
    items = tuple(Item(_helper(view, ref, number)) for number, _, ref in most)
    return (Items(items, title="What tests share"),) if items else ()


def _helper(view: BookView, ref: SymbolRef, number: int) -> Phrase:
    symbol = view.context.repository.symbol(ref)
    place = f"{view.file_name(ref.path)}:{symbol.name_line}"
    line = page_links.to_line(view.context, ref.path, symbol.name_line, text=place)
    verb = "uses" if number == 1 else "use"
    said: Phrase = (view.to_symbol(ref), " (", line, f"): {count(number, 'other file')} {verb} it")
    summary = summaries.of_symbol(view.context, ref)
    body = () if summary else _body(view, ref)
    return (*said, ". ", *summary) if summary else (*said, *body)


def _body(view: BookView, ref: SymbolRef) -> Phrase:
    """Return the code of a helper that nobody has described, if it is short."""
    symbol = view.context.repository.symbol(ref)
    lines = view.context.read_text(ref.path).lines[symbol.line - 1 : symbol.end_line]
    code = " ".join(each.strip() for each in lines)
    is_short = symbol.kind in FUNCTIONS and len(lines) <= _FEW_LINES and len(code) <= _SHORT
    return (": ", Code(code)) if is_short else ()
