"""The commands for tests where one command does not run them all: by language, package, program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.operation.ways_to_test import WayToTest
from mkdocs_repodoc.model.blocks import Code, PageLink, Phrase
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps, page_links
from mkdocs_repodoc.pages.parts.commands.command import Aim, Command, evidence
from mkdocs_repodoc.text.english import count


def sets_of_tests(context: PageContext) -> Sequence[WayToTest]:
    """Return the sets of tests that are run apart from each other; nothing for one set alone."""
    found = context.insight.operation.ways_to_test
    return found[: operation_caps.SETS_OF_TESTS] if len(found) > 1 else ()


def name_of_set(context: PageContext, way: WayToTest) -> str:
    """Return what tells a set of tests from the others: its package, folder or language."""
    others = [each for each in context.insight.operation.ways_to_test if each != way]
    alike = [each for each in others if each.scope == way.scope]
    if any(each.language == way.language for each in alike):
        program = (way.run.everything or way.run.file).rpartition("&& ")[2]
        return f"{way.scope}, {program}" if way.scope else program
    if alike:
        return f"{way.scope}, {way.language}" if way.scope else way.language
    return way.scope or context.repository.project.name or way.language


def runs_all(ways: Sequence[WayToTest], task: str) -> bool:
    """Tell whether a task may run all of several sets: it is not known to run some of them only."""
    return sum(task in each.tasks for each in ways) in {0, len(ways)}


def set_phrase(context: PageContext, way: WayToTest, *, is_told: bool) -> Phrase:
    """Return the sentence on how a set of tests is run: whole, in part, and one of them.

    Args:
        context: Where the files are known.
        way: How it is run.
        is_told: Whether a command for all tests is told, and runs this set, too.
    """
    run = way.run
    whole = next(iter(way.tasks), "") or run.everything
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
    found = ((path, task.line) for path, task in tasks if task.command == command)
    place = next(found, None)
    return evidence(context, *place) if place is not None else None


def commands_of_sets(context: PageContext, *, is_told: bool) -> Iterator[Command]:
    """Yield the commands for the parts of several sets of tests, each told to be of its set.

    Args:
        context: Where the files are known.
        is_told: Whether a task runs all of them.
    """
    for way in sets_of_tests(context):
        run, of = way.run, name_of_set(context, way)
        shown_by = evidence(context, run.path, run.line)
        whole = next(iter(way.tasks), "") or run.everything
        if whole and not is_told:
            proof = _defined(context, whole) or shown_by
            yield Command(whole, (), proof, "test", of=of)
        if run.file != run.everything:
            aim: Aim = "test file" if run.names(way.path) else "test package"
            yield Command(run.file, (), shown_by, aim, of=of)
        if run.case and run.case != run.file:
            case: Phrase = ("Runs a case of ", page_links.to_file(context, way.path))
            yield Command(run.case, case, shown_by, "one test", of=of)
