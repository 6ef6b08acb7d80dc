"""The book's chapter on testing: with what, how to run them, what they exercise and what not."""

from __future__ import annotations

from collections import Counter

from mkdocs_repodoc.insight.changing.cases.made_cases import TestForms
from mkdocs_repodoc.insight.operation.ways_to_test import WayToTest
from mkdocs_repodoc.model.blocks import Block, Code, Inline, Item, Items, Phrase
from mkdocs_repodoc.model.repository import CODE_ROLES, RepoFile
from mkdocs_repodoc.pages.book.book_view import BookView
from mkdocs_repodoc.pages.book.changing.failing_builds import failing_builds
from mkdocs_repodoc.pages.book.changing.program_tests import program_tests
from mkdocs_repodoc.pages.book.changing.test_topics import shared_by_tests, test_topics
from mkdocs_repodoc.pages.book.changing.untested_files import untested
from mkdocs_repodoc.pages.book.sentences import paragraph, some
from mkdocs_repodoc.pages.book.testing.before_testing import before_testing, cases_in_files
from mkdocs_repodoc.pages.book.testing.how_tests_run import how_tests_run
from mkdocs_repodoc.pages.parts import book_caps, page_links
from mkdocs_repodoc.pages.parts.commands.ci_commands import ci_actions, ci_commands
from mkdocs_repodoc.pages.parts.commands.command import Command, evidence
from mkdocs_repodoc.pages.parts.commands.folder_commands import commands_in
from mkdocs_repodoc.pages.parts.commands.guided_tests import guided_tests
from mkdocs_repodoc.pages.parts.commands.manifest_commands import with_test_runner
from mkdocs_repodoc.pages.parts.commands.required_packages import required
from mkdocs_repodoc.pages.parts.commands.sets_of_tests import (
    runs_set,
    set_phrase,
    sets_of_tests,
    share_a_scope,
)
from mkdocs_repodoc.pages.parts.formatting import joined
from mkdocs_repodoc.pages.parts.testing_frameworks import frameworks_phrase
from mkdocs_repodoc.pages.parts.uses.counted_cases import counted_cases
from mkdocs_repodoc.text.english import and_more, count

_MOST = 0.75
"""Share of the cases that the folders hold which are named."""
_LEAST = 2


def testing(view: BookView) -> tuple[Block, ...]:
    """Return the chapter; nothing without tests."""
    tests = [file for file in view.context.repository.files.values() if file.role == "test"]
    if not tests and not any(_inside(view)):
        return ()
    forms = TestForms(view.context.repository, lambda path: view.context.read_text(path).text)
    return (
        *paragraph([*_where(view, tests, forms), _inside(view)]),
        *before_testing(view),
        *_commands(view),
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
    if share_a_scope(view.context.insight.operation.ways_to_test):  # imports may show one of them
        return (*said, ".")
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


def _commands(view: BookView) -> tuple[Block, ...]:
    """Return the command lines for all tests, those of a file, and one of them."""
    ways = view.context.insight.operation.ways_to_test
    if not ways:
        return ()
    commands = commands_in(view.context, "")
    items = []
    ready = {each.of: each for each in reversed(commands) if each.aim == "set up"}
    if ready and with_test_runner(view.context) is None:  # which is told above
        lines = [
            (
                Code(ready[of].line),
                " (",
                ready[of].evidence,
                *required(view.context, ready[of]),
                ")",
            )
            for of in sorted(ready)
        ]
        items.append(Item(("Set-up: ", *joined(lines, last=" and "))))
    if before := next((each.run for each in ways if each.run.before), None):
        place = evidence(view.context, before.path, before.before_line)
        items.append(
            Item(("What they run is built before: ", Code(before.before), " (", place, ")"))
        )
    task = next((each for each in commands if each.aim == "test" and not each.of), None)
    if task is not None and task.line != ways[0].run.everything:
        items.append(Item(("All tests: ", Code(task.line), *task.lacks)))
    if len(ways) == 1:
        items += _alone(ways[0], task)
    else:
        told = sets_of_tests(view.context)
        for each in told:
            is_told = task is not None and runs_set(view.context, task.line, each)
            items.append(Item(set_phrase(view.context, each, is_told=is_told)))
        items += [Item((more,))] if (more := and_more(len(ways) - len(told), "set")) else []
    if guided := guided_tests(view.context, {each.line for each in commands}):
        items.append(Item(guided))
    return (Items(tuple(items), title="To run them"),)


def _alone(way: WayToTest, task: Command | None) -> list[Item]:
    """Return the commands of the only way to run tests."""
    run = way.run
    is_task = task is not None and task.line != run.everything
    part = "One file" if run.names(way.path) else "One package"
    known: dict[str, str] = {}
    whole = "All tests, by their runner" if is_task else "All tests"
    for what, line in {whole: run.everything, part: run.file, "One test": run.case}.items():
        if line and line not in known.values():
            known[what] = line
    return [Item((f"{what}: ", Code(line))) for what, line in known.items()]


def _checked(view: BookView) -> tuple[Block, ...]:
    """Return what the continuous integration runs."""
    jobs: dict[Phrase, list[Inline]] = {}
    commands = list(ci_commands(view.context))
    for each in commands[: book_caps.BOOK_CHECKS]:
        jobs.setdefault((*each.purpose, " (", each.evidence, ")"), []).append(Code(each.line))
    items = tuple(
        Item((*joined(lines, last=" and "), ": ", *purpose)) for purpose, lines in jobs.items()
    )
    if more := and_more(len(commands) - book_caps.BOOK_CHECKS, "command"):
        items += (Item((more,)),)
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
