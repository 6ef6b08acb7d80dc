"""Commands that apply in a folder, each with the line of the repository that shows it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence

from mkdocs_repodoc.insight.flows.entries.declared_entries import started_by
from mkdocs_repodoc.insight.periphery.customary_folders import is_beside_software
from mkdocs_repodoc.languages.registry import language_named
from mkdocs_repodoc.languages.testing.test_runs import RunOfTests, runs_a_case
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.model.repository import CODE_ROLES, TEST_ROLES, RepoFile
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import page_links, summaries
from mkdocs_repodoc.pages.parts.commands.ci_commands import ci_commands
from mkdocs_repodoc.pages.parts.commands.command import Aim, Command, aim_of, evidence
from mkdocs_repodoc.pages.parts.commands.defined_commands import defined_commands
from mkdocs_repodoc.pages.parts.commands.guide_commands import guide_commands
from mkdocs_repodoc.pages.parts.commands.manifest_commands import (
    installed_as_it_stands,
    manifest_commands,
)
from mkdocs_repodoc.pages.parts.commands.sets_of_tests import (
    commands_of_sets,
    runs_all,
    sets_of_tests,
)
from mkdocs_repodoc.pages.parts.descriptions import describe_file
from mkdocs_repodoc.paths import folder_of

_EXAMPLES = 20
"""Tests of which one is looked for that can be run."""
_SCRIPT_FOLDERS = ("script", "scripts")
"""Folders of scripts that are named after what they are for."""
_RELEASE = re.compile(r"/releases?/(?:latest|download|tags)\b")
"""Address of a release: a script that has one installs what is published, for users."""
_NOT_STARTED = TEST_ROLES | {"build", "configuration"}
"""Roles of files that another program runs, whatever their last lines say."""


def commands_in(context: PageContext, folder: str) -> tuple[Command, ...]:
    """Return the commands of a folder: entry points, defined there, tests that lie there, scripts.

    The root's are the project's entry points, what files directly in it define, what runs all
    tests, and what the continuous integration runs.
    """
    defined = defined_commands(context, folder)
    sets = () if folder else sets_of_tests(context)
    if sets:
        defined = [
            each if each.aim != "test" or runs_all(context, each.line) else each.without_aim()
            for each in defined
        ]
    told = [each.line for each in defined if each.aim == "test"]
    scripts = () if folder else tuple(_named_scripts(context))
    found = (
        *_entry_points(context, folder),
        *defined,
        *scripts,
        *(commands_of_sets(context, told[:1]) if sets else _tests(context, folder)),
        *(() if folder else manifest_commands(context)),
        *(() if folder else ci_commands(context)),
        *_scripts(context, folder),
    )
    first = next((each for each in found if each.aim == "set up" and not each.of), None)
    if folder or (
        first is not None and first not in defined and first not in scripts and not first.is_partial
    ):
        return found
    guided = tuple(guide_commands(context))
    if first is not None:  # only its name says what it is for
        return (*guided, *found)
    return (*found, *guided, *installed_as_it_stands(context))


def _named_scripts(context: PageContext) -> Iterator[Command]:
    """The scripts of the usual folders whose names say what they are for."""
    for folder in _SCRIPT_FOLDERS:
        if folder in context.repository.folders:
            yield from (each for each in _scripts(context, folder) if each.aim)


def _tests(context: PageContext, folder: str) -> Iterator[Command]:
    """What runs all tests of the repository, those of a file below the folder, and one of them.

    The example is the file below the folder that exercises most and whose cases can be named.
    """
    below = context.statistics.below(folder)
    files = context.repository.files
    tests = [path for path in below if files[path].role == "test"]
    if not tests:  # they stand beside the code
        tests = [path for path in below if files[path].role in CODE_ROLES]
        tests = [path for path in tests if files[path].outline.tests]
    tests.sort(
        key=lambda path: (
            not runs_a_case(files[path].outline),
            is_beside_software(path),
            -_exercised(context, path),
            path,
        )
    )
    runs = (context.statistics.run_of_test(path) for path in tests[:_EXAMPLES])
    found = [(path, run) for path, run in zip(tests, runs, strict=False) if run is not None]
    if not found:
        return
    yield from _all_tests(context, folder, [run for _, run in found if run.everything])
    path, run = next(((path, run) for path, run in found if run.case), found[0])
    shown_by = evidence(context, run.path, run.line)
    test = page_links.to_file(context, path)
    says = "Runs one file: " if run.names(path) else "Runs the tests of one package, with "
    built: Phrase = (", after ", Code(run.before)) if run.before else ()
    if run.file != run.everything:
        aim: Aim = "test file" if run.names(path) else "test package"
        yield Command(run.file, (says, test, *built), shown_by, aim)
    if run.case and run.case != run.file:
        one: Phrase = ("it",) if run.file != run.everything else (test,)
        yield Command(run.case, ("Runs one test of ", *one, *built), shown_by, "one test")


def _all_tests(context: PageContext, folder: str, runs: Sequence[RunOfTests]) -> Iterator[Command]:
    """What runs all tests below a folder: the runner at the top, given the folder.

    Of several projects with tests, the one nearest to the top stands for the repository.
    """
    run = min(runs, key=lambda run: (run.folder.count("/"), bool(run.folder)), default=None)
    if run is None:
        return
    shown_by = evidence(context, run.path, run.line)
    if not folder:
        purpose = f"Runs the tests in {run.folder}/" if run.folder else "Runs the tests"
        yield Command(run.everything, (purpose,), shown_by, "test")
    elif run.folder == folder:
        yield Command(run.everything, (f"Runs the tests in {folder}/",), shown_by, "test")
    elif run.takes_folder:
        purpose = f"Runs the tests in {folder}/"
        yield Command(f"{run.everything} {shlex.quote(folder)}", (purpose,), shown_by, "test")


def _exercised(context: PageContext, path: str) -> int:
    return len(context.repository.links.tested_by.get(path, ()))


def _scripts(context: PageContext, folder: str) -> list[Command]:
    found = []
    for path in context.repository.folders[folder].files:
        file = context.repository.files[path]
        line = script_line(file)
        if line:
            aim = aim_of(file.name.partition(".")[0])
            if aim == "set up" and _RELEASE.search(context.read_text(path).text):
                aim = ""
            if not aim and file.outline.main_line and file.role == "source":
                aim = "run"  # it is the software; a module's may be a demonstration only
            is_named = aim and aim != "run"
            purpose = (summaries.of_file if is_named else describe_file)(context, path)
            shown_by = evidence(context, path, started_at(file))
            found.append(Command(line, purpose, shown_by, aim))
    return found


def started_at(file: RepoFile) -> int:
    """Return the line that shows that a file can be started; 0 if none does."""
    if file.outline.main_line or file.role != "script":
        return file.outline.main_line
    return file.outline.effect_line


def script_line(file: RepoFile) -> str:
    """Return the command line that starts a program or script; empty if it is none.

    A script is started by its path only if its mode allows that.
    """
    if not started_at(file) or file.role in _NOT_STARTED:
        return ""
    if file.run_line is not None:
        return file.run_line.command
    is_script = language_named(file.source.language).is_script
    return shlex.quote(f"./{file.path}") if is_script and file.source.executable else ""


def _entry_points(context: PageContext, folder: str) -> list[Command]:
    found = []
    for command in context.repository.project.commands:
        ref = started_by(context.repository, context.statistics.modules, command)
        if ref is None or (folder and folder_of(ref.path) != folder):
            continue
        purpose: Phrase = ("Starts ", page_links.to_symbol(context, ref))
        project = context.repository.project.source
        shown_by = (
            page_links.to_file(context, project)
            if project in context.repository.files
            else page_links.to_file(context, ref.path)
        )
        found.append(Command(command.name, purpose, shown_by, "run"))
    return found
