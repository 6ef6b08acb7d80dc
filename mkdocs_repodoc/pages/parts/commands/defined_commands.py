"""Tasks that build files define, each with what it says of itself and what it starts in the end."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.insight.operation.task_chains import TaskChains
from mkdocs_repodoc.languages.manifests import at_top, known_project_file, project_files
from mkdocs_repodoc.languages.tools import known_tools
from mkdocs_repodoc.languages.tools.command_mentions import command_mentions
from mkdocs_repodoc.languages.tools.whole_scripts import CommandLine
from mkdocs_repodoc.model.blocks import Code, Inline, Phrase
from mkdocs_repodoc.model.facts import Hook, Task
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import caps, page_links, summaries
from mkdocs_repodoc.pages.parts.commands.command import Aim, Command, aim_of, evidence, is_for_tests
from mkdocs_repodoc.pages.parts.commands.left_out_tests import left_out_tests
from mkdocs_repodoc.pages.parts.commands.set_variables import set_variables
from mkdocs_repodoc.pages.parts.formatting import capped, joined
from mkdocs_repodoc.paths import folder_of, name_of
from mkdocs_repodoc.text.english import shortened

_SETTINGS_FOLDER = re.compile(r"(?:^|/)\.\w[^/]*$")
"""A folder of settings for the folder around it."""
_INSTALLS_ITSELF = re.compile(r"\binstall\b(?!.*\s(?:-e|--editable)\b).*\s\.(?=\s|$)")
"""Puts the software onto the machine as users have it: what is changed is not what runs."""
_MOVES = re.compile(r"(?:cd|pushd)\s")
_COMMAND_LENGTH = 90
_SHOWN = caps.TASK_COMMANDS


@derived
def _installs() -> re.Pattern[str]:
    """Return what matches a command that brings along what work on the software needs."""
    return re.compile(rf"\b{known_tools.fetching()}\b")


def defined_commands(context: PageContext, folder: str) -> list[Command]:
    """Return the tasks that files directly in a folder define for those who work on it."""
    files = context.repository.files
    found = [
        (path, task)
        for path, task in context.repository.project.tasks
        if path in files and _SETTINGS_FOLDER.sub("", folder_of(path)) == folder
    ]
    chains = TaskChains(task for _, task in found)
    told = []
    for path, task in found:
        if not _is_automatic(path, task) and not task.name.startswith((".", "_")):
            aim = _aim(task, chains)
            lines = chains.leads_to(task.steps or ()) if aim == "test" else ()
            lacks = left_out_tests(context, lines)
            purpose = _purpose(context, path, task, chains)
            line, shown_by = as_started(context, task.command), evidence(context, path, task.line)
            of = "the tests" if is_for_tests(task.name) else ""
            aim = "set up" if of else aim
            told.append(Command(line, (*purpose, *lacks), shown_by, aim, lacks=lacks, of=of))
    return told


def _aim(task: Task, chains: TaskChains) -> Aim:
    """Return what a task is for; `make install` may put the software itself onto the machine."""
    aim = aim_of(task.name)
    if aim != "set up" or task.name != "install" or not task.steps:
        return aim
    own = chains.own(task.steps)
    commands = own.commands if own is not None else chains.leads_to(task.steps)
    found = [each for each in commands if _installs().search(each)]
    return aim if any(not _INSTALLS_ITSELF.search(each) for each in found) else ""


def as_started(context: PageContext, command: str) -> str:
    """Return the command of a task as the package manager of the project starts it."""
    starting = (each for each in project_files() if each.starts)
    files = context.repository.files
    starts = next((each.starts for each in starting if any(at_top(files, each))), "")
    patterns = (each.started for each in project_files() if each.started is not None and starts)
    match = next((found for each in patterns if (found := each.match(command))), None)
    return f"{starts}{command[match.end() :]}" if match is not None else command


def _is_automatic(path: str, task: Task) -> bool:
    known = known_project_file(name_of(path))
    return known is not None and task.name in known.automatic


def _purpose(context: PageContext, path: str, task: Task, chains: TaskChains) -> Phrase:
    """Return what the definition says of itself, and what it runs; failing both, its name."""
    runs = _runs_of(context, path, task, chains)
    file = context.repository.files[path]
    for symbol in file.outline.symbols:
        if symbol.line == task.line and symbol.summary and symbol.name.endswith(task.name):
            words = summaries.phrase(symbol.summary, file) or (task.name,)
            return (*words, f"{_full_stop(words)} Runs ", *runs) if runs else words
    if hooks := [hook.name for hook in file.outline.facts_of(Hook)]:
        names: list[Inline] = [Code(hook) for hook in dict.fromkeys(hooks)]
        return ("Runs the hooks ", *joined(names, last=" and "))
    if runs:
        return ("Runs ", *runs)
    if task.runs:
        return ("Runs ", _code(task.runs))
    return (task.name,)


def _full_stop(words: Phrase) -> str:
    """Return what ends a sentence before the next begins; nothing if it has ended."""
    last = words[-1]
    if isinstance(last, Code):
        return "."
    text = last if isinstance(last, str) else last.text
    return "" if text.rstrip().endswith((".", "!", "?", "…")) else "."


def _runs_of(context: PageContext, path: str, task: Task, chains: TaskChains) -> Phrase:
    """Return what a task comes to: of many commands its own, and the tasks before them."""
    commands = chains.leads_to(task.steps or ())
    own = chains.own(task.steps or ()) if len(commands) > caps.TASK_COMMANDS else None
    if own is None:
        return (*_runs(context, commands), *set_variables(context, path, commands[:_SHOWN]))
    after = joined([Code(each) for each in own.after], last=" and ")
    variables = set_variables(context, path, own.commands[:_SHOWN])
    return (*_runs(context, own.commands), ", after ", *after, *variables)


def _runs(context: PageContext, commands: Sequence[str]) -> Phrase:
    """Return the commands that a task comes to, each with the files and folders that it names."""
    parts: list[Phrase] = []
    for command in commands[: caps.TASK_COMMANDS]:
        named = _named(context, command)
        parts.append((_code(command), " (", *joined(named), ")") if named else (_code(command),))
    return capped(parts, len(commands) - len(parts), "command", last=" and ")


def _code(command: str) -> Code:
    return Code(shortened(" ".join(command.split()), _COMMAND_LENGTH))


def _named(context: PageContext, command: str) -> list[Inline]:
    """Link to the files that a command names outright, and to folders that are words of it."""
    files, folders = context.repository.files, context.repository.folders
    paths = [each.path for each in command_mentions([CommandLine(command, 0)])]
    try:
        words = [] if _MOVES.match(command) else shlex.split(command)[1:]
    except ValueError:  # a quotation mark that is not closed
        words = []
    links: dict[str, Inline] = {}
    for path in (*paths, *(word.strip("./") for word in words if "/" in word or word in folders)):
        if path in files:
            links[path] = page_links.to_file(context, path)
        elif path and path in folders:
            links[path] = page_links.to_folder(context, path)
    return list(links.values())[: caps.TASK_FILES]
