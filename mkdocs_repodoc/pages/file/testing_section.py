"""Testing & Usage: who uses and tests a file, the cases of a test, how to start a script."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

import msgspec

from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.model.blocks import (
    Block,
    Code,
    Column,
    Inline,
    Item,
    Items,
    Paragraph,
    Phrase,
    Prose,
    Table,
)
from mkdocs_repodoc.model.kinds import CALLABLES
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.model.repository import TEST_ROLES
from mkdocs_repodoc.pages.file.non_import_relations import incoming_blocks
from mkdocs_repodoc.pages.file.run_commands import command_blocks
from mkdocs_repodoc.pages.file.symbol_coverage import lines_run
from mkdocs_repodoc.pages.file.using_files import test_lists, user_lists, users_of
from mkdocs_repodoc.pages.parts import caps, page_links
from mkdocs_repodoc.pages.parts.behaviour.option_tables import by_title, option_table
from mkdocs_repodoc.pages.parts.file_view import FileView
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.pages.parts.uses.use_files import file_items
from mkdocs_repodoc.text.english import count

_LEAST_BARE = 3
"""Cases that only have a name, for one line of all such."""
_TESTABLE = frozenset({"package", "module"})


def testing_blocks(view: FileView) -> tuple[Block, ...]:
    """Return what is known of how a file is tested and used."""
    blocks: list[Block] = []
    if view.file.role == "test":
        blocks += _cases(view)
        blocks += _exercised(view)
    users = users_of(view)
    blocks += user_lists(view, users)
    if view.file.role != "test":
        blocks += _usages(view)
    blocks += command_blocks(view)
    blocks += incoming_blocks(view)
    for title, declared in by_title((0, each) for each in view.outline.options).items():
        blocks.append(_options(view, [option for _, option in declared], title))
    blocks += test_lists(view, users)
    if view.file.role != "test" and not view.context.repository.links.tests_of.get(view.path):
        blocks += _untested(view)
    return tuple(blocks)


def _untested(view: FileView) -> list[Block]:
    """Say that no test refers to a source file, where there are tests that could."""
    repository = view.context.repository
    is_source = (
        view.file.role in _TESTABLE
        and language_named(view.file.source.language).follows_names
        and any(symbol.kind in CALLABLES for symbol in view.outline.symbols)
    )
    if not is_source or not repository.links.tested_by:
        return []
    said: list[Inline] = ["No test uses a name from ", Code(view.file.name)]
    bare = (view.file.name.rpartition(".")[0] or view.file.name).strip("_")
    if namesakes := view.context.statistics.namesake_tests.get(bare, ()):
        verb = "carries" if len(namesakes) == 1 else "carry"
        shown: list[Inline] = [
            page_links.to_file(view.context, each) for each in namesakes[: caps.TESTED_NAMES]
        ]
        said += [", but ", *joined(shown, last=" and "), f" {verb} its name"]
    return [Paragraph((*said, "."))]


def _usages(view: FileView) -> list[Block]:
    """Real calls of the most used public callables, one each."""
    symbols = view.outline.symbols
    called = [
        position
        for position, symbol in enumerate(symbols)
        if symbol.public and symbol.kind in CALLABLES and view.user_count(position)
    ]
    called.sort(key=lambda position: -view.user_count(position))
    items: list[Item] = []
    for position in called[: 2 * caps.USAGES]:
        examples = view.examples(position)
        other = next((example for example in examples if example.path != view.path), None)
        if other is None:
            continue
        link = page_links.to_line(
            view.context, other.path, other.line, text=f"{other.path}:{other.line}"
        )
        items.append(Item((view.symbol(position), " is called at ", link)))
        if len(items) == caps.USAGES:
            break
    return [Items(tuple(items), title="Example uses")] if items else []


def _exercised(view: FileView) -> list[Block]:
    """What a test exercises: the source files, and the names of them that it uses."""
    context = view.context
    targets = context.repository.links.tested_by.get(view.path, ())
    if not targets:
        return []
    used: dict[str, dict[SymbolRef, None]] = {}
    for reference in view.links.references:
        if not reference.symbol.is_file and reference.kind not in {"import", "definition"}:
            used.setdefault(reference.symbol.path, {})[reference.symbol] = None

    def said(path: str) -> Phrase:
        phrase: list[Inline] = [page_links.to_file(context, path)]
        if refs := list(used.get(path, ())):
            shown = [
                page_links.to_symbol(context, ref, text=context.repository.symbol(ref).bare_name)
                for ref in refs[: caps.TESTED_NAMES]
            ]
            phrase += [": ", *capped(shown, len(refs) - len(shown))]
        return (*phrase, *lines_run(context, view.path, path))

    items = file_items(context, targets, caps.FILE_TESTS, said)
    return [Items(items, shown=caps.FILE_TESTS_UNFOLDED, title="Code under test")]


def _cases(view: FileView) -> list[Block]:
    """The test cases, grouped by the class that they are methods of."""
    by_name = view.tree.by_name
    used = {} if view.is_long else _used_by_cases(view)
    positions = [by_name[name] for name in view.outline.tests if name in by_name]
    groups: dict[int | None, list[int]] = {}
    for position in positions:
        groups.setdefault(view.tree.parents[position], []).append(position)
    items: list[Item] = []
    total = 0
    for outer, members in groups.items():
        own = [each for each in members if outer is not None or each not in groups]
        cases = _case_items(view, own, used)
        total += len(own)
        if outer is None:
            items += cases
        else:
            items.append(Item((view.symbol(outer), f": {count(len(own), 'case')}"), tuple(cases)))
    if not items:
        return []
    return [Items(tuple(items), shown=caps.TEST_CASES_UNFOLDED, title=count(total, "test case"))]


def _used_by_cases(view: FileView) -> dict[int, dict[SymbolRef, None]]:
    """What each function of a test uses of the source, in source order."""
    files = view.context.repository.files
    symbols = view.outline.symbols
    starts = sorted((symbols[p].line, p) for p in view.outermost_functions)
    used: dict[int, dict[SymbolRef, None]] = {}
    for reference in view.links.references:
        target = reference.symbol
        if target.is_file or reference.kind in {"import", "definition"}:
            continue
        if files[target.path].role in TEST_ROLES:
            continue
        index = bisect_right(starts, (reference.line, len(symbols))) - 1
        if index >= 0 and reference.line <= symbols[starts[index][1]].end_line:
            used.setdefault(starts[index][1], {})[target] = None
    return used


def _case_items(
    view: FileView, positions: Sequence[int], used: Mapping[int, Mapping[SymbolRef, None]]
) -> list[Item]:
    """Return cases, those that say and use nothing known on one line."""
    symbols = view.outline.symbols
    bare = [each for each in positions if not symbols[each].summary and not used.get(each)]
    if len(bare) < _LEAST_BARE:
        bare = []
    items = [Item(_case(view, each, used)) for each in positions if each not in bare]
    phrases = [_case(view, each, used) for each in bare]
    return [*items, *([Item(tuple(joined(phrases, last=" and ")))] if bare else [])]


def _case(view: FileView, position: int, used: Mapping[int, Mapping[SymbolRef, None]]) -> Phrase:
    """A case: its name, which leads to its source, what it says of itself and what it uses."""
    symbol = view.outline.symbols[position]
    name = symbol.name
    outer = view.tree.parents[position]
    if outer is not None:
        name = name.removeprefix(f"{view.outline.symbols[outer].name}.")
    link = view.line(symbol.line, symbol.end_line, text=name)
    phrase: list[Inline] = [msgspec.structs.replace(link, code=True)]
    if symbol.summary:
        markup = view.detail.markup
        phrase += [": ", Prose(symbol.summary, markup, view.path, inline=True, scope=position)]
    if refs := list(used.get(position, ())):
        repository = view.context.repository
        shown = [
            page_links.to_symbol(view.context, ref, text=repository.symbol(ref).bare_name)
            for ref in refs[: caps.CASE_NAMES]
        ]
        phrase += [" uses ", *capped(shown, len(refs) - len(shown))]
    return tuple(phrase)


def _options(view: FileView, declared: Sequence[Option], title: str) -> Table:
    linked = [(each, view.line(each.line, text=str(each.line))) for each in declared]
    return option_table(title, linked, Column("Line", numeric=True), caption=f"{title}s")
