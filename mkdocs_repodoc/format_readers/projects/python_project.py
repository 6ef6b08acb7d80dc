"""The configuration files of a Python project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_repodoc.format_readers.document_values import mapping_of, text_of
from mkdocs_repodoc.format_readers.projects.pytest_settings import (
    state_pytest,
    state_pytest_table,
)
from mkdocs_repodoc.format_readers.projects.tox_settings import state_tox
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.ini import Setting, read_ini
from mkdocs_repodoc.format_readers.structured_data.toml import key_lines, read_toml
from mkdocs_repodoc.languages.tools.command_mentions import command_mentions
from mkdocs_repodoc.languages.tools.whole_scripts import CommandLine
from mkdocs_repodoc.model.facts import Dependency, ProjectMetadata, ProjectUrl, Runtime, Task
from mkdocs_repodoc.text.distribution_metadata import COMMANDS, dependency, entry_point

_ELSEWHERE = ("attr:", "file:")
"""How a value begins that stands in another file."""
_POETRY_URLS = ("homepage", "documentation", "repository")
_SCRIPTS = (("project", "scripts"), ("project", "gui-scripts"), ("tool", "poetry", "scripts"))
"""Tables of commands."""
_PLUGINS = (("project", "entry-points"), ("tool", "poetry", "plugins"))
"""Tables of groups of entry points."""
_TASKS = {
    "pdm run": ("tool", "pdm", "scripts"),
    "poe": ("tool", "poe", "tasks"),
    "task": ("tool", "taskipy", "tasks"),
}
"""Program that runs tasks → the table of its tasks."""
_TOX = ("tool", "tox")
_HATCH = ("tool", "hatch", "envs")
_SETUPTOOLS_TEXTS = {
    ("metadata", "name"): "name",
    ("metadata", "version"): "version",
    ("metadata", "license"): "licence",
    ("metadata", "description"): "description",
    ("metadata", "summary"): "description",
}
"""Section and option of a `setup.cfg` → the text of the metadata that it gives."""
_SETUP_ENTRY_POINTS = ("options.entry_points", "entry_points")
"""Sections of a `setup.cfg` with groups of entry points: of setuptools, and of pbr."""
_REQUIRED_VERSION = ("options", "python-requires")


def read_pyproject(draft: RecordBuilder) -> None:
    """Read a `pyproject.toml`: PEP 621 metadata, or Poetry's, and the tools it sets up."""
    document = read_toml(draft)
    project = _table(document, "project")
    poetry = _table(document, "tool", "poetry")
    texts = {
        key: text_of(project.get(key)) or text_of(poetry.get(key))
        for key in ("name", "version", "description")
    }
    licence = _licence(project.get("license")) or text_of(poetry.get("license"))
    draft.state(ProjectMetadata(**texts, licence=licence))
    if version := text_of(project.get("requires-python")):
        draft.state(Runtime("Python", version))
    _urls(draft, {**_table(project, "urls"), **_table(poetry, "urls")})
    _urls(draft, {key.capitalize(): poetry.get(key) for key in _POETRY_URLS})
    lines = key_lines(draft.lines)
    groups = [(COMMANDS, path) for path in _SCRIPTS]
    groups += [(group, (*path, group)) for path in _PLUGINS for group in _table(document, *path)]
    for group, path in groups:
        for name, script in _table(document, *path).items():
            if target := text_of(script) or text_of(mapping_of(script).get("reference")):
                draft.state(entry_point(group, name, target, lines.get((*path, name), 0)))
    for requirement in _list(project.get("dependencies")):
        draft.state(dependency(text_of(requirement)))
    for name, stated in _table(poetry, "dependencies").items():
        if name != "python":
            draft.state(_of_poetry(name, mapping_of(stated)))
    _tasks(draft, document, lines)
    state_tox(draft, _table(document, *_TOX), _TOX)
    state_pytest_table(draft, document, lines)
    for table in (("project",), ("tool", "poetry")):
        text = text_of(_table(document, *table).get("description"))
        draft.describe(text, lines.get((*table, "description"), 0), "project description")


def _of_poetry(name: str, stated: Mapping[str, Any]) -> Dependency:
    """Return a package as Poetry's table has it, with what has to hold for it."""
    named = {"platform": "sys_platform", "python": "python_version"}
    parts = [f"{named[key]} {text_of(stated.get(key))}" for key in named if stated.get(key)]
    only_if = " and ".join(filter(None, (text_of(stated.get("markers")), *parts)))
    return Dependency(name, optional=stated.get("optional") is True, only_if=only_if)


def read_setup_cfg(draft: RecordBuilder) -> None:
    """Read a `setup.cfg`: setuptools' metadata."""
    settings = read_ini(draft)
    texts: dict[str, str] = {}
    runtimes: list[Runtime] = []
    for setting in settings:
        key, value = _key(setting), setting.value.strip()
        name = _SETUPTOOLS_TEXTS.get((setting.section, key), "")
        is_elsewhere = name in {"name", "version", "licence"} and value.startswith(_ELSEWHERE)
        if name and value and not is_elsewhere:
            texts.setdefault(name, value)
        if (setting.section, key) == _REQUIRED_VERSION and value:
            runtimes.append(Runtime("Python", value))
        if name == "description":
            draft.describe(value, setting.line, "project description")
    draft.state(ProjectMetadata(**texts))
    for runtime in runtimes:
        draft.state(runtime)
    for setting in settings:
        _setuptools(draft, setting)
    state_pytest(draft, settings, "tool:pytest")


def _setuptools(draft: RecordBuilder, setting: Setting) -> None:
    key = _key(setting)
    if setting.section == "metadata" and key == "url":
        _urls(draft, {"Homepage": setting.value.strip()})
    elif setting.section == "metadata" and key == "project-urls":
        _urls(draft, dict(_pairs(setting.value)))
    elif setting.section == "options" and key == "install-requires":
        for requirement in setting.value.split("\n"):
            draft.state(dependency(requirement.strip()))
    elif setting.section in _SETUP_ENTRY_POINTS:
        for name, target in _pairs(setting.value):
            if target:
                line = _line_of(draft, setting, name)
                draft.state(entry_point(setting.name, name, target, line))


def _line_of(draft: RecordBuilder, setting: Setting, name: str) -> int:
    """Return the line of an option's block that begins with a name."""
    block = range(setting.line, setting.end_line + 1)
    named = (each for each in block if draft.lines[each - 1].partition("=")[0].strip() == name)
    return next(named, setting.line)


def _key(setting: Setting) -> str:
    return setting.name.replace("_", "-")


def _pairs(value: str) -> Iterator[tuple[str, str]]:
    for line in value.split("\n"):
        name, equals, content = line.partition("=")
        if equals:
            yield name.strip(), content.strip()


def _urls(draft: RecordBuilder, table: Mapping[str, Any]) -> None:
    for label, url in table.items():
        if text := text_of(url):
            draft.state(ProjectUrl(label, text))


def _tasks(
    draft: RecordBuilder, document: Mapping[str, Any], lines: Mapping[tuple[str, ...], int]
) -> None:
    """Read the commands that task runners define: hatch, PDM, Poe, taskipy."""
    tables: list[tuple[str, tuple[str, ...]]]
    tables = [(f"{program} ", path) for program, path in _TASKS.items()]
    for name in _table(document, *_HATCH):
        prefix = "hatch run " if name == "default" else f"hatch run {name}:"
        tables.append((prefix, (*_HATCH, name, "scripts")))
    for prefix, path in tables:
        for name, task in _table(document, *path).items():
            command = text_of(task) or text_of(mapping_of(task).get("cmd"))
            if isinstance(task, list):
                command = "; ".join(text_of(part) for part in task)
            line = lines.get((*path, name), 0)
            if command:
                starts = f"{prefix}{name}"
                steps = tuple(filter(None, command.split("; ")))
                draft.state(Task(starts.rpartition(" ")[2], starts, command, line, steps))
            rows = [CommandLine(row, line) for row in command.split("\n")]
            draft.mention(command_mentions(rows, anchored=True))


def _table(document: Mapping[str, Any], *path: str) -> Mapping[str, Any]:
    for part in path:
        document = mapping_of(document.get(part))
    return document


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _licence(value: object) -> str:
    """PEP 639's expression, or the text of the table of before; a file there speaks for itself."""
    return text_of(value) or text_of(mapping_of(value).get("text"))
