"""Chains of tasks: what a task that starts other tasks really runs in the end."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.record_parts.tool_words import TaskRunner
from mkdocs_repodoc.languages.tools.known_tools import task_runners
from mkdocs_repodoc.languages.tools.wrapped_commands import command_itself
from mkdocs_repodoc.model.facts import Task

_BETWEEN = re.compile(r"\s*(?:&&|\|\||;)\s*")
_MOVES = re.compile(r"(?:^|[;&|(]\s*)(?:cd|pushd)\s")
"""What changes the folder for the rest of a line, which is no command without it."""
_SETS = re.compile(r"(?:cross-env(?:-shell)?\s+)?(?:\w+=\S*\s+)*\w+=[^\s]")
"""Sets a variable to something, which what is run behind it may depend on."""
_GROUP = re.compile(r"(?:^|[;&|]\s*)[{(]\s")
"""What opens a group of commands, which fall apart where the line is cut."""
_STATEMENT = re.compile(r"(?:if|for|while|until|case)\s")
"""How a shell's compound statement begins, which no few words tell."""
_WORD = re.compile(r"[\w:./-]+$")


class OwnCommands(NamedTuple):
    """What a task runs itself, and the commands of the tasks that it starts before."""

    commands: tuple[str, ...]
    after: tuple[str, ...]


class TaskChains:
    """The tasks of one folder, and what they start.

    Args:
        tasks: The tasks; of those that one command starts the first counts.
    """

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._steps: dict[str, tuple[str, ...]] = {}
        for task in tasks:
            self._steps.setdefault(task.command, task.steps)

    def leads_to(self, steps: Sequence[str]) -> tuple[str, ...]:
        """Return the commands that command lines come to through the tasks that they start.

        Returns:
            The last command of each chain, each once, in the order in which they run; compound
            statements of the shell are left out.
        """
        found: dict[str, None] = {}
        started: set[str] = set()
        waiting = list(reversed(steps))
        while waiting:
            line = waiting.pop()
            if _STATEMENT.match(line):
                continue
            commands = _commands(line, self._steps)
            if commands != [line]:
                waiting += reversed(commands)
            elif not (inner := self._steps.get(line)):
                found[line] = None
            elif line not in started:  # a task that starts itself, or is started once more
                started.add(line)
                waiting += reversed(inner)
        return tuple(found)

    def own(self, steps: Sequence[str]) -> OwnCommands | None:
        """Return what a task runs itself, and the tasks that it starts before.

        A task that does nothing but to start another one does what that does.

        Returns:
            Nothing where it starts no task, or one between its own commands or behind them.
        """
        seen: set[str] = set()
        while True:
            parts = [part for line in steps for part in _commands(line, self._steps)]
            started = [part for part in parts if part in self._steps]
            if parts != started or len(started) != 1 or started[0] in seen:
                break
            seen.add(started[0])
            steps = self._steps[started[0]]
        commands = tuple(parts[len(started) :])
        if not started or not commands or parts[: len(started)] != started:
            return None
        return OwnCommands(commands, tuple(dict.fromkeys(started)))


def _commands(line: str, tasks: Mapping[str, object]) -> list[str]:
    """Return the commands of a line, those that start tasks as the tasks' own names have them."""
    commands: list[str] = []
    parts = list(filter(None, _BETWEEN.split(line)))
    if _MOVES.search(line) or _GROUP.search(line) or not all(map(_is_whole, parts)):
        parts = [line]
    for part in parts:
        runner, named = _starts(part)
        started = [command for command in named if command in tasks]
        if started and runner is not None and runner.makes_files:
            started = named  # what is made beside tasks
        commands += [part] if part in tasks else started or [part]
    return commands


def _is_whole(part: str) -> bool:
    """Tell whether a command closes each quotation mark that it opens."""
    try:
        shlex.split(part)
    except ValueError:
        return False
    return True


def _starts(part: str) -> tuple[TaskRunner | None, list[str]]:
    """Return what runs tasks in a command, and the commands of the tasks that it may start."""
    itself = part if _SETS.match(part) else command_itself(part)
    for runner in task_runners():
        if match := runner.line.match(part) or runner.line.match(itself):
            names = match["names"].split(runner.between or None)
            told = [name for name in names if not runner.makes_files or _WORD.match(name)]
            return runner, [each.format(name) for name in told for each in runner.commands]
    return None, []
