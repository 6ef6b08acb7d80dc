"""Commands that apply in a folder, each with the line of the repository that shows it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from mkdocs_repodoc.model.blocks import Code, Column, PageLink, Phrase, Table
from mkdocs_repodoc.model.repository import RepoFile, SymbolRef
from mkdocs_repodoc.pages import links, summaries
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.frameworks import frameworks
from mkdocs_repodoc.pages.wording import count

_MOST = 30
_RUNNERS = {
    "pytest": "python -m pytest {folder}",
    "unittest": "python -m unittest discover -s {folder}",
}


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, what it is for, and where that stands."""

    line: str
    purpose: Phrase
    evidence: PageLink


def commands_in(context: PageContext, folder: str) -> tuple[Command, ...]:
    """Return the commands of a folder: defined there, tests that lie there, scripts, entry points.

    The root's are those that files directly in it define, and the project's entry points.
    """
    return (
        *_defined(context, folder),
        *_tests(context, folder),
        *_scripts(context, folder),
        *_entry_points(context, folder),
    )


def command_table(commands: tuple[Command, ...]) -> Table:
    """Return commands as a table; the evidence is linked."""
    columns = (Column("Command"), Column("What it does"), Column("Defined in"))
    rows = tuple(((Code(each.line),), each.purpose, (each.evidence,)) for each in commands[:_MOST])
    left = len(commands) - len(rows)
    return Table(columns, rows, caption=f"{count(left, 'more command')} left out" if left else "")


def entry_point(context: PageContext, target: str) -> SymbolRef | None:
    """Return the definition that an entry point (`module:function`) names."""
    module, _, name = target.partition(":")
    path = context.survey.modules.get(module.strip())
    if path is None:
        return None
    wanted = name.partition("[")[0].strip()
    for position, symbol in enumerate(context.repository.files[path].outline.symbols):
        if symbol.name == wanted:
            return SymbolRef(path, position)
    return SymbolRef(path, -1)


def _defined(context: PageContext, folder: str) -> list[Command]:
    return [
        Command(line, _purpose(context, what, path, number), _place(context, path, number))
        for what, line, path, number in context.repository.project.commands
        if path in context.repository.files and path.rpartition("/")[0] == folder
    ]


def _purpose(context: PageContext, what: str, path: str, line: int) -> Phrase:
    """Return what the definition says of itself; failing that, its name."""
    file = context.repository.files[path]
    for symbol in file.outline.symbols:
        if symbol.line == line and symbol.summary and symbol.name.endswith(what):
            return summaries.phrase(symbol.summary, file) or (what,)
    return (what,)


def _place(context: PageContext, path: str, line: int) -> PageLink:
    if line:
        return links.to_line(context, path, line, text=f"{path}:{line}")
    return links.to_file(context, path)


def _tests(context: PageContext, folder: str) -> list[Command]:
    files = [context.repository.files[path] for path in context.survey.below(folder)]
    if not folder or not any(file.role == "test" for file in files):
        return []
    for framework in frameworks(files):
        if framework.name in _RUNNERS:
            line = _RUNNERS[framework.name].format(folder=shlex.quote(folder))
            evidence = _place(context, framework.path, framework.line)
            return [Command(line, (f"Runs the tests in {folder}/",), evidence)]
    return []


def _scripts(context: PageContext, folder: str) -> list[Command]:
    found = []
    for path in context.repository.folders[folder].files:
        file = context.repository.files[path]
        line = script_line(file)
        if line:
            purpose = summaries.describe_file(context, path)
            found.append(Command(line, purpose, _place(context, path, file.outline.main_line)))
    return found


def script_line(file: RepoFile) -> str:
    """Return the command line that starts a Python or shell script; empty if it is none."""
    if not file.outline.main_line or file.role in {"test", "test support"}:
        return ""
    if file.source.language == "python":
        module = file.module.removesuffix(".__main__")
        relative = any(each.level and not each.scope for each in file.outline.imports)
        if module and (file.name == "__main__.py" or relative):
            return f"python -m {module}"
        return f"python {shlex.quote(file.path)}"
    if file.source.language in {"bash", "shell", "zsh", "fish"}:
        return shlex.quote(f"./{file.path}")
    return ""


def _entry_points(context: PageContext, folder: str) -> list[Command]:
    found = []
    for name, target in context.repository.project.entry_points:
        ref = entry_point(context, target)
        if ref is None or (folder and ref.path.rpartition("/")[0] != folder):
            continue
        purpose: Phrase = ("Starts ", links.to_symbol(context, ref))
        project = context.repository.project.source
        evidence = (
            links.to_file(context, project)
            if project in context.repository.files
            else links.to_file(context, ref.path)
        )
        found.append(Command(name, purpose, evidence))
    return found
