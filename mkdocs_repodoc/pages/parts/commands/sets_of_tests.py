"""The commands for tests where one command does not run them all: by language, package, program."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from mkdocs_repodoc.insight.operation.ways_to_test import WayToTest
from mkdocs_repodoc.model.blocks import Code, PageLink, Phrase
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.commands.command import Aim, Command, evidence
from mkdocs_repodoc.pages.parts.commands.defined_commands import as_started
from mkdocs_repodoc.text.english import count

_VARIABLES = re.compile(r"^(?:[A-Za-z_]\w*=\S*\s+)+")
_NEARLY_ALL = 0.9
"""Share of the cases that a task for all tests runs at least."""


def sets_of_tests(context: PageContext) -> Sequence[WayToTest]:
    """Return the sets of tests that are run apart from each other; nothing for one set alone."""
    found = context.insight.operation.ways_to_test
    return found[: operation_caps.SETS_OF_TESTS] if len(found) > 1 else ()


def name_of_set(context: PageContext, way: WayToTest) -> str:
    """Return what tells a set of tests from the others: its package, folder, language, program."""
    others = [each for each in context.insight.operation.ways_to_test if each != way]
    alike = [each for each in others if each.scope == way.scope]
    if any(_is_started_alike(each, way) for each in alike):
        return f"{way.scope}, {_program(way)}" if way.scope else _program(way)
    if alike:
        return f"{way.scope}, {way.language}" if way.scope else way.language
    return way.scope or context.repository.project.name or way.language


def share_a_scope(ways: Sequence[WayToTest]) -> bool:
    """Tell whether several programs that are started alike run the tests of one package."""
    return any(
        one.scope == other.scope and _is_started_alike(one, other)
        for number, one in enumerate(ways)
        for other in ways[:number]
    )


def _is_started_alike(one: WayToTest, other: WayToTest) -> bool:
    """Whether the languages, or the words that start the programs, tell nothing apart."""
    words = _program(one).split()[:1]
    return one.language == other.language or words == _program(other).split()[:1]


def _program(way: WayToTest) -> str:
    command = (way.run.everything or way.run.file).rpartition("&& ")[2]
    return _VARIABLES.sub("", command).partition(" -")[0]


def _whole(context: PageContext, way: WayToTest) -> str:
    """Return the command that runs all of a set."""
    return next(iter(_tasks(context, way)), "") or way.run.everything


def runs_all(context: PageContext, line: str) -> bool:
    """Tell whether a task may run all sets, or all but a few cases: it isn't known not to."""
    ways = sets_of_tests(context)
    run = [each.cases for each in ways if line in _tasks(context, each)]
    return not run or sum(run) >= _NEARLY_ALL * sum(each.cases for each in ways)


def runs_set(context: PageContext, line: str, way: WayToTest) -> bool:
    """Tell whether a task that may run all sets runs this one: no other is known to do so."""
    ways = sets_of_tests(context)
    known = [each for each in ways if line in _tasks(context, each)]
    return not known or way in known


def _tasks(context: PageContext, way: WayToTest) -> list[str]:
    """Return the tasks that run a set, as the package manager starts them."""
    return [as_started(context, each) for each in way.tasks]


def set_phrase(context: PageContext, way: WayToTest, *, is_told: bool) -> Phrase:
    """Return the sentence on how a set of tests is run: whole, in part, and one of them.

    Args:
        context: Where the files are known.
        way: How it is run.
        is_told: Whether a command for all tests is told, and runs this set, too.
    """
    run = way.run
    whole = next(iter(_tasks(context, way)), "") or run.everything
    part = "a file" if run.names(way.path) else "a package"
    lines = {"all": "" if is_told else whole, part: run.file, "one": run.case}
    known: dict[str, str] = {}
    for what, line in lines.items():
        if line and line not in known.values():
            known[what] = line
    said: list[Phrase] = [(f"{what} by ", Code(line)) for what, line in known.items()]
    parts = [inline for each in said for inline in (", ", *each)][1:]
    place = evidence(context, run.path, run.line)
    return (f"{name_of_set(context, way)}, {count(way.cases, 'case')}: ", *parts, " (", place, ")")


def _defined(context: PageContext, command: str) -> PageLink | None:
    """Return where a task is defined."""
    tasks = context.repository.project.tasks
    found = (
        (path, task.line) for path, task in tasks if as_started(context, task.command) == command
    )
    place = next(found, None)
    return evidence(context, *place) if place is not None else None


def commands_of_sets(context: PageContext, told: Collection[str]) -> Iterator[Command]:
    """Yield the commands for the parts of several sets of tests, each told to be of its set.

    Args:
        context: Where the files are known.
        told: Tasks that are told to run all of them.
    """
    ways = sets_of_tests(context)
    names: dict[str, list[str]] = {}
    for way in ways:
        names.setdefault(_whole(context, way), []).append(name_of_set(context, way))
    for way in ways:
        run, of = way.run, name_of_set(context, way)
        shown_by = evidence(context, run.path, run.line)
        whole = _whole(context, way)
        # What runs several sets is told once.
        is_first = names[whole][:1] == [of]
        if whole and is_first and not any(runs_set(context, line, way) for line in told):
            proof = _defined(context, whole) or shown_by
            yield Command(whole, (), proof, "test", of=" and ".join(names[whole]))
        if run.file != run.everything:
            aim: Aim = "test file" if run.names(way.path) else "test package"
            yield Command(run.file, (), shown_by, aim, of=of)
        if run.case and run.case != run.file:
            case: Phrase = ("Runs a case of ", page_links.to_file(context, way.path))
            yield Command(run.case, case, shown_by, "one test", of=of)
