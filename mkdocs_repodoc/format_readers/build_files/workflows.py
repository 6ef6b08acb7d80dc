"""GitHub workflows and actions."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

import yaml

from mkdocs_repodoc.format_readers.build_files.yaml_scripts import MOST_COMMANDS, mention_files
from mkdocs_repodoc.format_readers.preceding_comments import comment_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.yaml_keys import (
    child,
    entries,
    items,
    last_line,
    scalar,
)
from mkdocs_repodoc.model.facts import JobCommand
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.paths import ancestors

_VARIABLE = re.compile(r"\$\{\{\s*env\.(?P<name>\w+)\s*\}\}")
Choices = tuple[tuple[str, tuple[str, ...]], ...]
"""Names in a command, with the values that they stand for one after the other."""
_MATRIX = re.compile(r"\$\{\{\s*matrix\.([\w-]+)\s*\}\}")
_ALONE = re.compile(r"(?<=\S)[ \t]+\$\{\{(?:[^}]|\}(?!\}))*\}\}(?=[ \t]|$)", re.MULTILINE)

_SHORT = re.compile(r"-\w$")
"""An option such as `-e`."""


def read_workflow(draft: RecordBuilder, root: yaml.Node) -> None:
    """Read a workflow: its triggers, its jobs and their steps, and what these run.

    An expression that stands alone where an argument may is left out of a command: what it gives
    depends on the run. Behind a short option, which may need it, it stays.
    """
    name = child(root, "name")
    for key, value, line in entries(root):
        if key in {"on", "true"}:
            _triggers(draft, value, line)
    for job, node, line in entries(child(root, "jobs")):
        title = scalar(child(node, "name"))
        draft.add(
            f"jobs.{job}",
            Kind.JOB,
            line,
            end_line=last_line(node),
            shown=job,
            summary=title or comment_above(draft, line),
        )
        folder = _working_folder(root, node)
        steps = items(child(node, "steps"))
        _steps(draft, f"jobs.{job}", steps)
        for step, around in _here(steps, folder):
            mention_files(draft, child(step, "run"), around)
            moves = f"cd {around} && " if around.strip("./") else ""
            script = _with_values(scalar(child(step, "run")), root, node, step)
            for command in _commands(script):
                told, choices = _with_names(command, node)
                draft.state(JobCommand(job, moves + _ALONE.sub(_left, told), line, choices))
    if name is not None:
        draft.describe(scalar(name), name.start_mark.line + 1, "workflow name")


def _left(expression: re.Match[str]) -> str:
    """Return what stays in a command of an expression in it."""
    before = expression.string[: expression.start()].split()
    return expression[0] if before and _SHORT.match(before[-1]) else ""


def _with_values(script: str, *scopes: yaml.Node | None) -> str:
    """Return a script with the values of variables that its workflow sets to a literal."""
    values = {
        name: scalar(value)
        for scope in scopes
        for name, value, _ in entries(child(scope, "env"))
        if isinstance(value, yaml.ScalarNode) and "$" not in scalar(value)
    }

    def value(expression: re.Match[str]) -> str:
        return values.get(expression["name"], expression[0])

    return _VARIABLE.sub(value, script)


def _with_names(
    command: str, job: yaml.Node
) -> tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return a command with names in the place of what the job's matrix gives, and its values."""
    matrix = _matrix(child(job, "strategy", "matrix"))
    named = [name for name in _MATRIX.findall(command) if name in matrix]
    told = _MATRIX.sub(lambda each: f"<{each[1]}>" if each[1] in matrix else each[0], command)
    return told, tuple((name, matrix[name]) for name in dict.fromkeys(named))


def _matrix(node: yaml.Node | None) -> dict[str, tuple[str, ...]]:
    """Return the names of a matrix with their values, those of `include` too."""
    found: dict[str, dict[str, None]] = {
        name: dict.fromkeys(map(scalar, items(value)))
        for name, value, _ in entries(node)
        if items(value) and all(isinstance(each, yaml.ScalarNode) for each in items(value))
    }
    included = [each for one in items(child(node, "include")) for each in entries(one)]
    nested = {name for name, value, _ in included if not isinstance(value, yaml.ScalarNode)}
    for name, value, _ in included:
        if name not in nested:
            found.setdefault(name, {})[scalar(value)] = None
    return {name: tuple(values) for name, values in found.items()}


def _here(steps: list[yaml.Node], folder: str) -> Iterator[tuple[yaml.Node, str]]:
    """Yield the steps that run in this repository, each with its folder, relative to the top.

    A job may check out another one, https://github.com/actions/checkout#usage: at the top, or in a
    folder. What it runs there is no command of this repository.
    """
    is_other = {".": False}
    for step in steps:
        if scalar(child(step, "uses")).startswith("actions/checkout@"):
            where = posixpath.normpath(scalar(child(step, "with", "path")) or ".")
            is_other[where] = bool(scalar(child(step, "with", "repository")))
        named = scalar(child(step, "working-directory")) or folder
        outer = ancestors(posixpath.normpath(named or ".") + "/")
        top = next((each for each in outer if each in is_other), ".")
        if not is_other[top]:
            yield step, named if top == "." else posixpath.relpath(named, top)


def _triggers(draft: RecordBuilder, node: yaml.Node, line: int) -> None:
    found = [(key, at) for key, _, at in entries(node)]
    found += [(scalar(item), item.start_mark.line + 1) for item in items(node)]
    if scalar(node):
        found.append((scalar(node), line))
    for trigger, at in found:
        draft.add(f"on.{trigger}", Kind.TRIGGER, at, shown=trigger)


def _working_folder(*nodes: yaml.Node) -> str:
    """Return the folder in which steps run unless they say otherwise: the innermost default."""
    found = [scalar(child(node, "defaults", "run", "working-directory")) for node in nodes]
    return next((folder for folder in reversed(found) if folder), "")


def _steps(draft: RecordBuilder, prefix: str, steps: list[yaml.Node]) -> None:
    for step in steps:
        run, uses = scalar(child(step, "run")), scalar(child(step, "uses"))
        title = scalar(child(step, "name"))
        shown = title or uses.partition("@")[0] or run.strip().split("\n")[0]
        line = step.start_mark.line + 1
        if shown:
            signature = run.strip().split("\n")[0] if run else uses
            draft.add(
                f"{prefix}.{shown[:80]}",
                Kind.STEP,
                line,
                end_line=last_line(step),
                shown=shown,
                signature=signature if signature != shown else "",
            )


def _commands(script: str) -> list[str]:
    """Return the first command lines of a step."""
    rows = [row.strip() for row in script.split("\n")]
    return [row for row in rows if row and not row.startswith("#")][:MOST_COMMANDS]


def read_action(draft: RecordBuilder, root: yaml.Node) -> None:
    """Read an action: its inputs and outputs, and its steps."""
    description = child(root, "description")
    for key in ("inputs", "outputs"):
        for option, node, line in entries(child(root, key)):
            summary = scalar(child(node, "description"))
            draft.add(f"{key}.{option}", Kind.OPTION, line, shown=option, summary=summary)
    steps = items(child(root, "runs", "steps"))
    _steps(draft, "runs", steps)
    for step in steps:
        mention_files(draft, child(step, "run"), scalar(child(step, "working-directory")))
    if description is not None:
        draft.describe(scalar(description), description.start_mark.line + 1, "action description")
