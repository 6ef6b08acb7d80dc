"""Command lines, actions and workflows of other repositories that jobs of a GitHub workflow run.

An expression that stands alone where an argument may is left out of a command: what it gives
depends on the run. Behind a short option, which may need it, it stays; behind a long one its name
stands for it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from itertools import islice

import yaml

from mkdocs_repodoc.extensions.named_extensions import derived
from mkdocs_repodoc.format_readers.build_files.yaml_scripts import MOST_COMMANDS
from mkdocs_repodoc.format_readers.structured_data.yaml_keys import child, entries, items, scalar
from mkdocs_repodoc.languages.tools import known_tools
from mkdocs_repodoc.languages.tools.whole_scripts import script_commands
from mkdocs_repodoc.model.facts import JobAction, JobCommand
from mkdocs_repodoc.paths import ancestors, name_of

_VARIABLE = re.compile(r"\$\{\{\s*env\.(?P<name>\w+)\s*\}\}")
Choices = tuple[tuple[str, tuple[str, ...]], ...]
"""Names in a command, with the values that they stand for one after the other."""
_COMPUTED = re.compile(r"\$\{\{\s*from[jJ][sS][oO][nN]\(")
"""In the place of a matrix or of its part: its names are known, what they stand for is not."""
_MATRIX = re.compile(r"\$\{\{\s*matrix\.([\w-]+(?:\.[\w-]+)?)\s*\}\}")
_ALONE = re.compile(r"(?<=\S)[ \t]+\$\{\{(?:[^}]|\}(?!\}))*\}\}(?=[ \t]|$)", re.MULTILINE)

_OPTIONAL = re.compile(r"[ \t]+(?P<mark>\"?)\$\{\w+:?\+(?:[^{}]|\{[^{}]*\})*\}(?P=mark)(?=\s|$)")
"""An argument that is there only where a variable of the shell is set."""
_SHORT = re.compile(r"-\w$")
"""An option such as `-e`."""
_LONG = re.compile(r"--[\w-]+$")
"""One that may need a value, too: `--output`."""
_NAMED = re.compile(r"\$\{\{\s*(?!matrix\.)(?:[\w-]+\.)+(?P<name>[\w-]+)\s*\}\}")
_EXCLUDED = re.compile(r"\bmatrix\.(?P<name>[\w-]+)\s*!=\s*['\"](?P<value>[^'\"]*)['\"]")
_ONLY = re.compile(r"\bmatrix\.(?P<name>[\w-]+)\s*==\s*['\"](?P<value>[^'\"]*)['\"]")
"""Conditions of a step by which it runs for some values of a matrix."""
_OUTPUT = re.compile(r"\bsteps\.([\w-]+)\.outputs\b")
"""What a job hands to others is worked out by a step, which checks nothing."""
_RUNS_CARGO = re.compile(r"[\w.-]+/[\w.-]*cargo[\w.-]*$")
"""Actions that run Cargo with a command that they are given."""
_NO_CHECK = re.compile(
    r"setup|checkout|upload|download|publish|report|comment|summary|badge|cache|install|release"
    r"|codeql-action/(?!analyze)"
)
_KEEPS = re.compile(
    r"sync|nightly|stale|label|dependabot|renovate|bump|update|notify|greet|triage|deploy|backport"
)
"""Names of workflows that keep a repository in order, and check nothing."""
_MOST_GIVEN = 4
"""Inputs of a workflow that are told."""
_LONGEST_INPUT = 80


@derived
def _checks() -> re.Pattern[str]:
    """Return what matches names of actions that check something."""
    return re.compile(
        r"(?:^|[-_/])(?:(?:\w+-)?lint(?:er|ers)?|tests?|check(?:er|s)?|\w*vuln\w*|audit|deny"
        rf"|fmt|format(?:ter)?|analy[sz]e|{known_tools.linting(english=True)})(?:$|[-_/])"
    )


def job_facts(
    root: yaml.Node, job: str, node: yaml.Node, line: int, folder: str
) -> Iterator[JobCommand | JobAction]:
    """Yield what a job runs.

    Args:
        root: The workflow.
        job: The job's name.
        node: What it consists of.
        line: Where it begins.
        folder: Where its steps run unless they say otherwise.
    """
    if called := scalar(child(node, "uses")):
        is_own = called.startswith(".")  # it has its own record
        if not is_own and not _NO_CHECK.search(name_of(called)) and not _KEEPS.search(called):
            yield JobAction(job, called.partition("@")[0], line, _given(node))
        return
    handed = set(_OUTPUT.findall(" ".join(scalar(value) for _, value, _ in _outputs(node))))
    for step, around in steps_here(items(child(node, "steps")), folder):
        if scalar(child(step, "id")) in handed:
            continue
        script = _with_values(scalar(child(step, "run")), root, node, step)
        commands = islice(script_commands(script, around), MOST_COMMANDS)
        for command in (*commands, *_of_action(step)):
            told, choices = _with_names(command, node)
            choices = _allowed(choices, scalar(child(step, "if")))
            told = _ALONE.sub(_left, _OPTIONAL.sub("", told))
            yield JobCommand(job, told, line, choices)
        action = scalar(child(step, "uses")).partition("@")[0]
        if not action.startswith(".") and _checks().search(action) and not _NO_CHECK.search(action):
            yield JobAction(job, action, line)


def _outputs(node: yaml.Node) -> Collection[tuple[str, yaml.Node, int]]:
    return list(entries(child(node, "outputs")))


def _of_action(step: yaml.Node) -> Iterator[str]:
    """Yield the command line of an action that is given the parts of one."""
    if _RUNS_CARGO.match(scalar(child(step, "uses")).partition("@")[0]):
        command = scalar(child(step, "with", "command"))
        arguments = " ".join(scalar(child(step, "with", "args")).split())
        if command:
            yield f"cargo {command} {arguments}".rstrip()


def _given(node: yaml.Node) -> tuple[tuple[str, str], ...]:
    """Return the inputs that a job gives to a workflow which it calls."""
    found = [(key, scalar(value)) for key, value, _ in entries(child(node, "with"))]
    told = [(key, said) for key, said in found if said and len(said) <= _LONGEST_INPUT]
    return tuple(each for each in told if "${{" not in each[1])[:_MOST_GIVEN]


def _left(expression: re.Match[str]) -> str:
    """Return what stays in a command of an expression in it."""
    before = expression.string[: expression.start()].split()
    if before and _SHORT.match(before[-1]):
        return expression[0]
    is_value = bool(before) and _LONG.match(before[-1]) is not None
    named = _NAMED.fullmatch(expression[0].strip()) if is_value else None
    return f" <{named['name']}>" if named is not None else ""


def _allowed(choices: Choices, condition: str) -> Choices:
    """Return what the names in a command stand for where the condition of its step holds."""
    if "||" in condition:
        return choices
    not_these = {(each["name"], each["value"]) for each in _EXCLUDED.finditer(condition)}
    only = {each["name"]: each["value"] for each in _ONLY.finditer(condition)}
    return tuple(
        (
            name,
            tuple(
                each
                for each in values
                if (name, each) not in not_these and only.get(name, each) == each
            ),
        )
        for name, values in choices
    )


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


def _with_names(command: str, job: yaml.Node) -> tuple[str, Choices]:
    """Return a command with names in the place of what the job's matrix gives, and its values."""
    node = child(job, "strategy", "matrix")
    matrix = _matrix(node)
    computed = [scalar(node), *(scalar(value) for _, value, _ in entries(node))]
    is_open = any(map(_COMPUTED.match, computed))

    def name(expression: re.Match[str]) -> str:
        is_named = expression[1] in matrix or (is_open and "." not in expression[1])
        return f"<{expression[1]}>" if is_named else expression[0]

    named = [name for name in _MATRIX.findall(command) if name in matrix]
    told = _MATRIX.sub(name, command)
    return told, tuple((name, matrix[name]) for name in dict.fromkeys(named))


def _matrix(node: yaml.Node | None) -> dict[str, tuple[str, ...]]:
    """Return the names of a matrix with their values, those of `include` too.

    Where the values of a name have parts, each part has a name: `job.target`.
    """
    found: dict[str, dict[str, None]] = {}
    for name, value, _ in entries(node):
        listed = items(value) if name != "include" else []
        if all(isinstance(each, yaml.ScalarNode) for each in listed):
            found.update({name: dict.fromkeys(map(scalar, listed))} if listed else {})
        elif all(isinstance(each, yaml.MappingNode) for each in listed):
            parts = dict.fromkeys(part for each in listed for part, _, _ in entries(each))
            for part in parts:
                values = dict.fromkeys(scalar(child(each, part)) for each in listed)
                found[f"{name}.{part}"] = values
    included = [each for one in items(child(node, "include")) for each in entries(one)]
    nested = {name for name, value, _ in included if not isinstance(value, yaml.ScalarNode)}
    for name, value, _ in included:
        if name not in nested:
            found.setdefault(name, {})[scalar(value)] = None
    return {name: tuple(values) for name, values in found.items()}


def steps_here(steps: list[yaml.Node], folder: str) -> Iterator[tuple[yaml.Node, str]]:
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
