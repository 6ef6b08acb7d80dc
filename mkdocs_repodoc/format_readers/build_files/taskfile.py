"""Task files of Task, https://taskfile.dev: tasks with what they need and what they run."""

from __future__ import annotations

import yaml

from mkdocs_repodoc.format_readers.preceding_comments import comment_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.yaml_keys import (
    child,
    entries,
    items,
    last_line,
    scalar,
)
from mkdocs_repodoc.languages.tools.command_mentions import command_mentions
from mkdocs_repodoc.languages.tools.whole_scripts import CommandLine
from mkdocs_repodoc.model.facts import Task
from mkdocs_repodoc.model.kinds import Kind

_MOST_STEPS = 8
"""Command lines of one task that are facts."""


def read_taskfile(draft: RecordBuilder, root: yaml.Node) -> None:
    """Read a task file; those of its tasks that are not internal can be started."""
    for name, node, line in entries(child(root, "tasks")):
        text = scalar(child(node, "desc")) or scalar(child(node, "summary")).partition("\n")[0]
        is_internal = scalar(child(node, "internal")) == "true"
        draft.add(
            name,
            Kind.TARGET,
            line,
            end_line=last_line(node),
            summary=text or comment_above(draft, line),
            labels=("internal",) if is_internal else (),
        )
        needs = [f"task {each}" for each in map(_task, items(child(node, "deps"))) if each]
        steps = _steps(node)
        draft.mention(command_mentions([CommandLine(step, line) for step in steps], anchored=True))
        runs = text or next(iter(steps or needs), "")
        if runs and not is_internal:
            every = (*needs, *steps)[:_MOST_STEPS]
            draft.state(Task(name, f"task {name}", runs, line, every))


def _steps(node: yaml.Node) -> list[str]:
    """Return the command lines of a task, whichever way it is written."""
    steps: list[str] = []
    commands = child(node, "cmds")
    for each in (node, commands, *items(commands), *items(node)):
        text = scalar(each) or scalar(child(each, "cmd"))
        if not text and (name := scalar(child(each, "task"))):
            text = f"task {name}"
        steps += [row.strip() for row in text.split("\n") if row.strip()]
    return steps


def _task(node: yaml.Node) -> str:
    return scalar(node) or scalar(child(node, "task"))
