"""What the configuration files of a Python project say about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_repodoc.formats.ini import Setting, read_ini
from mkdocs_repodoc.formats.record_builder import RecordBuilder
from mkdocs_repodoc.formats.toml import key_line, read_toml
from mkdocs_repodoc.text.command_paths import CommandLine, command_mentions

_POETRY_URLS = ("homepage", "documentation", "repository")
_TEXTS = ("name", "version", "description", "requires-python")


def read_pyproject(draft: RecordBuilder) -> None:
    """Read a `pyproject.toml`: PEP 621 metadata, or Poetry's, and the tools it sets up."""
    document = read_toml(draft)
    project = _table(document, "project")
    poetry = _table(document, "tool", "poetry")
    for key in _TEXTS:
        draft.fact(key, _text(project.get(key)) or _text(poetry.get(key)))
    draft.fact("license", _licence(project.get("license")) or _text(poetry.get("license")))
    _urls(draft, {**_table(project, "urls"), **_table(poetry, "urls")})
    _urls(draft, {key.capitalize(): poetry.get(key) for key in _POETRY_URLS})
    for table in ("scripts", "gui-scripts"):
        _scripts(draft, _table(project, table))
    _scripts(draft, _table(poetry, "scripts"))
    _dependencies(draft, document)
    draft.fact("build-backend", _text(_table(document, "build-system").get("build-backend")))
    for tool in _table(document, "tool"):
        draft.fact("tool", tool)
    _tasks(draft, document)
    for path in (("project",), ("tool", "poetry")):
        text = _text(_table(document, *path).get("description"))
        draft.describe(text, key_line(draft.lines, *path, "description"), "project description")


def read_setup_cfg(draft: RecordBuilder) -> None:
    """Read a `setup.cfg`: setuptools' metadata, and the tools it sets up."""
    settings = read_ini(draft)
    for setting in settings:
        _setuptools(draft, setting)
    for section in dict.fromkeys(setting.section for setting in settings):
        tool = section.removeprefix("tool:").partition(":")[0]
        if section and not section.startswith(("metadata", "options")):
            draft.fact("tool", tool)


def read_tox(draft: RecordBuilder) -> None:
    """Read a `tox.ini`: its environments and what each one runs."""
    settings = read_ini(draft)
    folders = {
        setting.section: setting.value.strip()
        for setting in settings
        if setting.name in {"changedir", "change_dir"}
    }
    for setting in settings:
        if setting.name in {"commands", "commands_pre", "commands_post"}:
            _tox_commands(draft, setting, folders.get(setting.section, ""))
        if setting.name in {"envlist", "env_list"}:
            for name in setting.value.replace(",", "\n").split("\n"):
                draft.fact("environment", name.strip())
        elif setting.name == "commands" and setting.section.startswith("testenv"):
            name = ",".join(_alternatives(setting.section.partition(":")[2]))
            command = f"tox -e {name}" if name else "tox"
            lines = re.sub(r"\\\s*\n\s*", " ", setting.value.strip())
            draft.fact(f"command:{command}", lines.replace("\n", "; "))


def _alternatives(name: str) -> list[str]:
    """Return the names that a pattern of tox stands for: `docs-{html,pdf}`."""
    match = re.search(r"\{([^{}]*)\}", name)
    if match is None:
        return [name]
    return [
        whole
        for part in match[1].split(",")[:20]
        for whole in _alternatives(name[: match.start()] + part.strip() + name[match.end() :])
    ]


def _tox_commands(draft: RecordBuilder, setting: Setting, folder: str) -> None:
    """Note the files that the commands of an environment name; each is run by itself."""
    folder = folder.replace("{toxinidir}", ".").replace("{tox_root}", ".")
    if "{" in folder:
        return
    rows = []
    for number in range(setting.line, setting.end_line + 1):
        text = draft.lines[number - 1].strip()
        if number == setting.line:
            text = text.partition("=")[2].strip()
        if not text.startswith("#"):
            text = re.sub(r"\{(?:toxinidir|tox_root)\}/", "" if not folder else "$", text)
            rows.append(CommandLine(re.sub(r"\{[^{}]*\}", "$", text).lstrip("- "), number))
    draft.mention(command_mentions(rows, folder=folder, anchored=True))


def read_python_ini(draft: RecordBuilder) -> None:
    """Read the INI file of one tool: `pytest.ini`, `mypy.ini`, `.flake8`."""
    for section in dict.fromkeys(setting.section for setting in read_ini(draft)):
        tool = section.removeprefix("tool:").partition("-")[0].partition(":")[0]
        draft.fact("tool", tool)


def _setuptools(draft: RecordBuilder, setting: Setting) -> None:
    key = setting.name.replace("_", "-")
    value = setting.value.strip()
    lines = [line.strip() for line in value.split("\n") if line.strip()]
    if setting.section == "metadata":
        _metadata(draft, setting, key, value)
    elif setting.section == "options" and key == "python-requires":
        draft.fact("requires-python", value)
    elif setting.section == "options" and key == "install-requires":
        for requirement in lines:
            draft.fact("dependency", requirement)
    elif setting.section == "options.entry_points" and setting.name == "console_scripts":
        for name, target in _pairs(value):
            draft.fact(f"script:{name}", target)


def _metadata(draft: RecordBuilder, setting: Setting, key: str, value: str) -> None:
    if key in {"name", "version", "license"} and not value.startswith(("attr:", "file:")):
        draft.fact(key, value)
    elif key == "url":
        draft.fact("url:Homepage", value)
    elif key == "project-urls":
        for label, url in _pairs(value):
            draft.fact(f"url:{label}", url)
    elif key in {"description", "summary"}:
        draft.fact("description", value)
        draft.describe(value, setting.line, "project description")


def _pairs(value: str) -> Iterator[tuple[str, str]]:
    for line in value.split("\n"):
        name, equals, content = line.partition("=")
        if equals:
            yield name.strip(), content.strip()


def _urls(draft: RecordBuilder, table: Mapping[str, Any]) -> None:
    for label, url in table.items():
        draft.fact(f"url:{label}", _text(url))


def _scripts(draft: RecordBuilder, table: Mapping[str, Any]) -> None:
    for name, target in table.items():
        draft.fact(f"script:{name}", _text(target) or _text(_mapping(target).get("reference")))


def _dependencies(draft: RecordBuilder, document: Mapping[str, Any]) -> None:
    project = _table(document, "project")
    groups = {"dependency": _list(project.get("dependencies"))}
    groups["dependency"] += [
        name for name in _table(document, "tool", "poetry", "dependencies") if name != "python"
    ]
    named = [
        *_table(project, "optional-dependencies").items(),
        *_table(document, "dependency-groups").items(),
    ]
    groups |= {f"dependency:{name}": _list(requirements) for name, requirements in named}
    for key, requirements in groups.items():
        for requirement in requirements:
            draft.fact(key, _text(requirement))


def _tasks(draft: RecordBuilder, document: Mapping[str, Any]) -> None:
    """Commands that task runners define: hatch, PDM, Poe, taskipy."""
    tables = [
        ("pdm run", _table(document, "tool", "pdm", "scripts")),
        ("poe", _table(document, "tool", "poe", "tasks")),
        ("task", _table(document, "tool", "taskipy", "tasks")),
    ]
    for name, environment in _table(document, "tool", "hatch", "envs").items():
        prefix = "hatch run" if name == "default" else f"hatch run {name}:"
        tables.append((prefix, _table(_mapping(environment), "scripts")))
    for prefix, table in tables:
        for name, task in table.items():
            command = _text(task) or _text(_mapping(task).get("cmd"))
            if isinstance(task, list):
                command = "; ".join(_text(part) for part in task)
            glue = "" if prefix.endswith(":") else " "
            draft.fact(f"command:{prefix}{glue}{name}", command)
            line = next((s.line for s in draft.symbols if s.name.endswith(f"s.{name}")), 0)
            rows = [CommandLine(row, line) for row in command.split("\n")]
            draft.mention(command_mentions(rows, anchored=True))


def _table(document: Mapping[str, Any], *path: str) -> Mapping[str, Any]:
    for part in path:
        document = _mapping(document.get(part))
    return document


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _licence(value: object) -> str:
    """PEP 639's expression, or the table of before."""
    return _text(value) or _text(_mapping(value).get("text")) or _text(_mapping(value).get("file"))
