"""Commands that the mere presence of a file at the top of the repository proves."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mkdocs_repodoc.insight.changing.prerequisites import Prerequisites
from mkdocs_repodoc.languages.manifests import at_top, known_project_file, project_files
from mkdocs_repodoc.languages.record_parts.project_file import ProvenCommand
from mkdocs_repodoc.languages.testing.test_needs import Installation
from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts.commands.command import Aim, Command, evidence
from mkdocs_repodoc.paths import name_of

_DOCUMENTATION = (
    ("mkdocs.yml", "mkdocs serve", "Shows the documentation while one writes it"),
    ("docs/conf.py", "sphinx-build docs docs/_build", "Builds the documentation"),
)
"""File that proves a command of a tool that serves any language, the command, what it does; the
best proof first."""


def manifest_commands(context: PageContext) -> Iterator[Command]:
    """Yield a command for each aim that some file proves, the best proof first."""
    files = context.repository.files
    is_installed = any(_installations(context))
    is_beside = is_installed or _is_built_otherwise(context)
    with_runner = with_test_runner(context)
    known: set[Aim] = set()
    for path, proven in _proven(files):
        if proven.beside == "replaced" and is_installed:
            continue
        if proven.aim not in known:
            known.add(proven.aim)
            if with_runner is not None and _is_more(with_runner, proven):
                yield with_runner
                continue
            aim: Aim = "" if proven.beside == "tooling" and is_beside else proven.aim
            shown_by = evidence(context, path)
            is_partial = proven.beside == "added"
            yield Command(proven.line, (proven.purpose,), shown_by, aim, is_partial)
    for path, line, purpose in _DOCUMENTATION:
        if path in files and "docs" not in known:
            known.add("docs")
            yield Command(line, (purpose,), evidence(context, path), "docs")


def _is_built_otherwise(context: PageContext) -> bool:
    """Tell whether the file that describes the project proves how it is built."""
    described = known_project_file(name_of(context.repository.project.source))
    return described is not None and any(each.aim == "build" for each in described.commands)


def _proven(paths: Collection[str]) -> Iterator[tuple[str, ProvenCommand]]:
    """Yield the commands that files prove, those that install first, then those that build."""
    for aim in ("set up", "build", "lint"):
        for file in project_files():
            for path in at_top(paths, file) if file.commands else ():
                yield from ((path, each) for each in file.commands if each.aim == aim)


def _is_more(command: Command, proven: ProvenCommand) -> bool:
    """Tell whether a command is the one that a file proves, told to install more."""
    return proven.aim == "set up" and command.line.startswith(f"{proven.line} ")


def with_test_runner(context: PageContext) -> Command | None:
    """Return the command that installs a project with the extra or group that runs its tests."""
    found = next((each for each in _installations(context) if each.brings), None)
    return _install(context, found) if found is not None else None


def installed_as_it_stands(context: PageContext) -> Iterator[Command]:
    """Yield the commands that install a project from its working tree, as far as it is known."""
    for found in _installations(context):
        yield _install(context, found)


def _installations(context: PageContext) -> Iterator[Installation]:
    repository = context.repository
    return Prerequisites(repository, lambda path: context.read_text(path).text).installations()


def _install(context: PageContext, found: Installation) -> Command:
    purpose: Phrase = ("Installs the project so that changes take effect at once",)
    if found.brings:
        noun, name, runner = found.brings, Code(found.name), Code(found.runner)
        purpose = (f"Installs the project with the {noun} ", name, ", which has ", runner)
    return Command(found.command, purpose, evidence(context, found.path, found.line), "set up")
