"""The book's chapter on testing: with what, how to run them, what they exercise and what not."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest

from mkdocs_repodoc.insight.changing.made_cases import TestForms
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.repository import CODE_ROLES, RepoFile
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.before_testing import before_testing, cases_in_files
from mkdocs_repodoc.pages.book.changing.failing_builds import failing_builds
from mkdocs_repodoc.pages.book.changing.how_tests_run import how_tests_run
from mkdocs_repodoc.pages.book.changing.program_tests import program_tests
from mkdocs_repodoc.pages.book.changing.test_topics import shared_by_tests, test_topics
from mkdocs_repodoc.pages.book.changing.untested_files import untested
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.commands.ci_commands import ci_actions, ci_commands
from mkdocs_repodoc.pages.parts.commands.command import evidence
from mkdocs_repodoc.pages.parts.commands.folder_commands import commands_in
from mkdocs_repodoc.pages.parts.commands.manifest_commands import with_test_runner
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.parts.testing_frameworks import frameworks_phrase
from mkdocs_repodoc.pages.parts.uses.counted_cases import counted_cases
from mkdocs_repodoc.text.english import count

_MOST = 0.75
"""Share of the cases that the folders hold which are named."""
_LEAST = 2
_CANDIDATES = 20
"""Tests of which one is looked for whose cases can be run one by one."""


def testing(view: BookView) -> tuple[Block, ...]:
    """Return the chapter; nothing without tests."""
    tests = [file for file in view.context.repository.files.values() if file.role == "test"]
    if not tests and not any(_inside(view)):
        return ()
    forms = TestForms(view.context.repository, lambda path: view.context.read_text(path).text)
    return (
        *paragraph([*_where(view, tests, forms), _inside(view)]),
        *before_testing(view),
        *_commands(view, tests),
        *paragraph([program_tests(view)]),
        *how_tests_run(view, forms),
        *failing_builds(view),
        *_checked(view),
        *test_topics(view, tests),
        *shared_by_tests(view),
        *cases_in_files(view),
        *paragraph([_most_tested(view)]),
        *untested(view),
    )


def _where(view: BookView, tests: list[RepoFile], forms: TestForms) -> list[Phrase]:
    return (
        [_numbers(view, tests, any(each.function for each in forms.made())), _folders(view, tests)]
        if tests
        else []
    )


def _numbers(view: BookView, tests: list[RepoFile], makes_more: bool) -> Phrase:
    cases = counted_cases(tests)
    verb = "is" if len(tests) == 1 else "are"
    said: list[Inline] = [f"There {verb} {count(len(tests), 'test file')}"]
    said.append(f" with {cases}" if cases else "")
    said.append(" and more that are made while they run" if makes_more else "")
    files = view.context.repository.files.values()
    return (*said, *frameworks_phrase(view.context, files), ".")


def _inside(view: BookView) -> Phrase:
    """Return the sentence on test cases that stand in the files of the software."""
    files = view.context.repository.files
    cases = {
        path: len(file.outline.tests)
        for path, file in files.items()
        if file.role in CODE_ROLES and file.outline.tests
    }
    if not cases:
        return ()
    most = sorted(cases, key=lambda path: (-cases[path], path))
    links = [(page_links.to_file(view.context, path), f" ({cases[path]:,})") for path in most]
    verb = "stands" if sum(cases.values()) == 1 else "stand"
    number = count(sum(cases.values()), "test case")
    where = some(links, "file", book_caps.BOOK_TESTED_FILES)
    return (f"{number} {verb} beside the code in ", *where, ".")


def _folders(view: BookView, tests: list[RepoFile]) -> Phrase:
    """Return the sentence on where most of the tests are."""
    cases: Counter[str] = Counter()
    for file in tests:
        cases[file.folder] += max(1, len(file.outline.tests))
    ordered = sorted(cases, key=lambda folder: (-cases[folder], folder))[
        : book_caps.BOOK_TEST_FOLDERS
    ]
    first = next(
        (end for end in range(1, len(ordered)) if _most(cases, ordered[:end])), len(ordered)
    )
    links = [page_links.to_folder(view.context, folder) for folder in ordered[:first]]
    whole = len(cases) == first
    return ("They are in " if whole else "Most are in ", *joined(links, last=" and "), ".")


def _most(cases: Counter[str], folders: list[str]) -> bool:
    return sum(cases[folder] for folder in folders) > _MOST * cases.total()


def _commands(view: BookView, tests: list[RepoFile]) -> tuple[Block, ...]:
    """Return the command lines for all tests, those of a file, and one of them."""
    code = [each for each in view.context.repository.files.values() if each.role in CODE_ROLES]
    languages = {file.source.language for file in code}
    own = [file for file in tests if file.source.language in languages] or tests
    own = own or [file for file in code if file.outline.tests]
    most = nlargest(_CANDIDATES, own, key=lambda file: (len(file.outline.tests), file.path))
    runs = ((file.path, view.context.statistics.run_of_test(file.path)) for file in most)
    found = [(path, run) for path, run in runs if run is not None]
    if not found:
        return ()
    path, run = next(((path, run) for path, run in found if run.case), found[0])
    part = "One file" if run.names(path) else "One package"
    commands = commands_in(view.context, "")
    task = next((each for each in commands if each.aim == "test"), None)
    all_tests = task.line if task is not None else run.everything
    lines = {"All tests": all_tests, part: run.file, "One test": run.case}
    if task is not None and run.everything != all_tests:
        lines = {"All tests": all_tests, "All tests, by their runner": run.everything, **lines}
    known: dict[str, str] = {}
    for what, line in lines.items():
        if line and line not in known.values():
            known[what] = line
    lacks = task.lacks if task is not None else ()
    items = [
        Item((f"{what}: ", Code(line), *(lacks if line == all_tests else ())))
        for what, line in known.items()
    ]
    if run.before:
        place = evidence(view.context, run.path, run.before_line)
        items.insert(
            0, Item(("What they run is built before: ", Code(run.before), " (", place, ")"))
        )
    ready = next((each for each in commands if each.aim == "set up"), None)
    if ready is not None and with_test_runner(view.context) is None:  # which is told above
        items.insert(0, Item(("Set-up: ", Code(ready.line), " (", ready.evidence, ")")))
    return (Items(tuple(items), title="To run them"),)


def _checked(view: BookView) -> tuple[Block, ...]:
    """Return what the continuous integration runs."""
    items = tuple(
        Item((Code(each.line), ": ", *each.purpose, " (", each.evidence, ")"))
        for each in ci_commands(view.context, frozenset(), book_caps.BOOK_CHECKS)
    )
    items += tuple(Item(each) for each in ci_actions(view.context, book_caps.BOOK_ACTIONS))
    return (Items(items, title="What the continuous integration runs"),) if items else ()


def _most_tested(view: BookView) -> Phrase:
    """Return the sentence on the files that most tests exercise."""
    tests_of = view.context.repository.links.tests_of
    found = sorted(
        (-len(tests), path)
        for path, tests in tests_of.items()
        if len(tests) >= _LEAST and view.context.repository.files[path].role in CODE_ROLES
    )
    if len(found) < _LEAST:
        return ()
    parts = [
        (page_links.to_file(view.context, path), f" ({-number:,})")
        for number, path in found[: book_caps.BOOK_TESTED_FILES]
    ]
    return ("Most test files name what is in ", *some(parts, most=book_caps.BOOK_TESTED_FILES), ".")
