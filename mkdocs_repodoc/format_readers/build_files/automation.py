"""YAML files that automate: GitHub workflows and actions, GitLab pipelines, hooks, compose files.

A workflow is known by its content (`on` and `jobs`), since a record must not depend on the folder
that a file lies in.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator

import yaml

from mkdocs_repodoc.format_readers.build_files.taskfile import read_taskfile
from mkdocs_repodoc.format_readers.preceding_comments import comment_above
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.yaml_keys import (
    add_yaml_keys,
    child,
    entries,
    items,
    last_line,
    parse_yaml,
    scalar,
)
from mkdocs_repodoc.model.facts import Hook, JobCommand
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import PathMention
from mkdocs_repodoc.paths import ancestors
from mkdocs_repodoc.text.command_paths import CommandLine, command_mentions, literal_path

_HOOKS = re.compile(r"\.pre-commit-(?:config|hooks)\.ya?ml$|prek\.ya?ml$")
_COMPOSE = re.compile(r"(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$")
_GITLAB = re.compile(r"\.gitlab-ci\.ya?ml$")
_TASKFILE = re.compile(r"[Tt]askfile(?:\.dist)?\.ya?ml$")
_MKDOCS = re.compile(r"mkdocs[\w.-]*\.ya?ml$")
_GITLAB_JOB = ("script", "trigger", "extends")
"""Keys of which a job has one at least."""
_GITLAB_KEYWORDS = {"default", "include", "stages", "variables", "workflow", "spec"}
_VARIABLE = re.compile(r"\$\{\{\s*env\.(?P<name>\w+)\s*\}\}")
_ALONE = re.compile(r"(?<=\S)[ \t]+\$\{\{[^}]*\}\}(?=[ \t]|$)", re.MULTILINE)
_MOST_COMMANDS = 8
"""Lines of one step that are facts."""


def read_yaml(draft: RecordBuilder) -> None:
    """Read a YAML file, by its purpose if that is known."""
    documents = parse_yaml(draft)
    root = documents[0] if documents else None
    for applies, read in _PURPOSES:
        if root is not None and applies(draft.name, root):
            read(draft, root)
            return
    add_yaml_keys(draft, documents)


def _workflow(draft: RecordBuilder, root: yaml.Node) -> None:
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
            _mention(draft, child(step, "run"), around)
            moves = f"cd {around} && " if around.strip("./") else ""
            script = _with_values(scalar(child(step, "run")), root, node, step)
            for command in _commands(script):
                draft.state(JobCommand(job, moves + command, line))
    if name is not None:
        draft.describe(scalar(name), name.start_mark.line + 1, "workflow name")


def _with_values(script: str, *scopes: yaml.Node | None) -> str:
    """Return a script with the values of variables that its workflow sets to a literal.

    An expression that stands alone where an argument may is left out: what it gives depends on
    the run.
    """
    values = {
        name: scalar(value)
        for scope in scopes
        for name, value, _ in entries(child(scope, "env"))
        if isinstance(value, yaml.ScalarNode) and "$" not in scalar(value)
    }

    def value(expression: re.Match[str]) -> str:
        return values.get(expression["name"], expression[0])

    return _ALONE.sub("", _VARIABLE.sub(value, script))


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


def _mention(draft: RecordBuilder, node: yaml.Node | None, folder: str = "") -> None:
    """Note the files that a script in a scalar names; it starts at the top of the repository."""
    if isinstance(node, yaml.ScalarNode) and "$" not in folder:
        draft.mention(command_mentions(_command_lines(node), folder=folder))


def _command_lines(node: yaml.ScalarNode) -> list[CommandLine]:
    first = int(node.start_mark.line) + 1
    if node.style == "|":
        rows = str(node.value).split("\n")
        return [CommandLine(row, first + number) for number, row in enumerate(rows, 1)]
    # A folded scalar is one line, whatever lines it stands on.
    return [CommandLine(str(node.value), first + (node.style == ">"))]


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
    return [row for row in rows if row and not row.startswith("#")][:_MOST_COMMANDS]


def _action(draft: RecordBuilder, root: yaml.Node) -> None:
    description = child(root, "description")
    for key in ("inputs", "outputs"):
        for option, node, line in entries(child(root, key)):
            summary = scalar(child(node, "description"))
            draft.add(f"{key}.{option}", Kind.OPTION, line, shown=option, summary=summary)
    steps = items(child(root, "runs", "steps"))
    _steps(draft, "runs", steps)
    for step in steps:
        _mention(draft, child(step, "run"), scalar(child(step, "working-directory")))
    if description is not None:
        draft.describe(scalar(description), description.start_mark.line + 1, "action description")


def _hooks(draft: RecordBuilder, root: yaml.Node) -> None:
    repositories = [(scalar(child(node, "repo")), node) for node in items(child(root, "repos"))]
    if isinstance(root, yaml.SequenceNode):  # a repository that offers hooks
        for hook in items(root):
            _hook(draft, hook, "")
    for address, node in repositories:
        for hook in items(child(node, "hooks")):
            _hook(draft, hook, address)


def _hook(draft: RecordBuilder, node: yaml.Node, address: str) -> None:
    name = scalar(child(node, "id"))
    if name:
        line = node.start_mark.line + 1
        summary = scalar(child(node, "description")) or scalar(child(node, "name"))
        signature = f"from {address}" if address not in {"", "local", "meta"} else ""
        draft.add(
            name,
            Kind.HOOK,
            line,
            end_line=last_line(node),
            summary=summary if summary != name else "",
            signature=signature,
        )
        draft.state(Hook(name))
        if address == "local":
            _mention(draft, child(node, "entry"))


def _compose(draft: RecordBuilder, root: yaml.Node) -> None:
    for service, node, line in entries(child(root, "services")):
        image = scalar(child(node, "image"))
        draft.add(
            f"services.{service}",
            Kind.SERVICE,
            line,
            end_line=last_line(node),
            shown=service,
            signature=f"from {image}" if image else "",
            summary=comment_above(draft, line),
        )


def _gitlab(draft: RecordBuilder, root: yaml.Node) -> None:
    for stage in items(child(root, "stages")):
        draft.add(scalar(stage), Kind.STAGE, stage.start_mark.line + 1)
    included = child(root, "include")
    for entry in [included, *items(included)]:
        node = entry if isinstance(entry, yaml.ScalarNode) else child(entry, "local")
        if node is not None and (path := literal_path(scalar(node).lstrip("/"))):
            draft.mention([PathMention(path, node.start_mark.line + 1, "command")])
    for job, node, line in entries(root):
        is_template = job.startswith(".") and isinstance(node, yaml.MappingNode)
        if not is_template and (
            job in _GITLAB_KEYWORDS or all(child(node, key) is None for key in _GITLAB_JOB)
        ):
            continue
        labels = ("template",) if is_template else ()
        summary = comment_above(draft, line)
        draft.add(job, Kind.JOB, line, end_line=last_line(node), summary=summary, labels=labels)
        _gitlab_mentions(draft, node)
        script = child(node, "script")
        for command in [script, *items(script)][:_MOST_COMMANDS]:
            if first := scalar(command).split("\n")[0]:
                draft.state(JobCommand(job, first, line))
    _gitlab_mentions(draft, child(root, "default") or root)


def _gitlab_mentions(draft: RecordBuilder, node: yaml.Node) -> None:
    """Note the files that a job's script names; what runs around it belongs to it too."""
    for key in ("before_script", "script", "after_script"):
        script = child(node, key)
        for command in [script, *items(script)][:_MOST_COMMANDS]:
            _mention(draft, command)


def _mkdocs(draft: RecordBuilder, root: yaml.Node) -> None:
    add_yaml_keys(draft, [root])
    for key in ("site_description", "site_name"):
        if (node := child(root, key)) is not None:
            draft.describe(scalar(node), node.start_mark.line + 1, "site description")


def _has(*keys: str) -> Callable[[str, yaml.Node], bool]:
    def applies(_name: str, root: yaml.Node) -> bool:
        return all(child(root, key) is not None for key in keys)

    return applies


def _named(pattern: re.Pattern[str]) -> Callable[[str, yaml.Node], bool]:
    def applies(name: str, _root: yaml.Node) -> bool:
        return bool(pattern.match(name))

    return applies


_PURPOSES: tuple[
    tuple[Callable[[str, yaml.Node], bool], Callable[[RecordBuilder, yaml.Node], None]], ...
]
_PURPOSES = (
    (_named(_HOOKS), _hooks),
    (_named(_COMPOSE), _compose),
    (_named(_GITLAB), _gitlab),
    (_named(_MKDOCS), _mkdocs),
    (_named(_TASKFILE), read_taskfile),
    (_has("on", "jobs"), _workflow),
    (_has("name", "runs"), _action),
)
