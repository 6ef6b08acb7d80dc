"""Settings of tox: the environments and what each one runs, as INI or as TOML."""

from __future__ import annotations

import configparser
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mkdocs_repodoc.format_readers.document_values import mapping_of, text_of
from mkdocs_repodoc.format_readers.projects.pytest_settings import state_pytest
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.ini import Setting, read_ini
from mkdocs_repodoc.format_readers.structured_data.toml import key_lines, read_toml
from mkdocs_repodoc.languages.tools.command_mentions import command_mentions
from mkdocs_repodoc.languages.tools.whole_scripts import CommandLine
from mkdocs_repodoc.model.facts import Task

_ARGUMENTS = re.compile(r"\{posargs(?::([^{}]*))?\}")
_ROOT = re.compile(r"\{(?:toxinidir|tox_root)\}")
_CONDITION = re.compile(r"!?\w[\w.{},!-]*:(?:\s+|$)")
"""Factors at the beginning of a row that holds for environments with them only."""
_CONTINUED = re.compile(r"[ \t]*\\\s*\n\s*")


def read_tox(draft: RecordBuilder) -> None:
    """Read a `tox.ini`: its environments and what each one runs."""
    settings = read_ini(draft)
    state_pytest(draft, settings)
    folders = {
        setting.section: setting.value.strip()
        for setting in settings
        if setting.name in {"changedir", "change_dir"}
    }
    for setting in settings:
        if setting.name in {"commands", "commands_pre", "commands_post"}:
            _tox_commands(draft, setting, folders.get(setting.section, ""))
        if setting.name == "commands" and setting.section.startswith("testenv"):
            name = ",".join(_alternatives(setting.section.partition(":")[2]))
            rows = _command_rows(setting.value)
            if rows:
                _state(draft, name, rows, draft.line_of(setting.section))


def _command_rows(commands: str) -> list[str]:
    """Return commands as they are run without regard to what holds for some factors only.

    Commands that all hold for some only are there without their conditions.
    """
    rows = [row.strip() for row in commands.strip().split("\n")]
    plain = [row for row in rows if not _CONDITION.match(row)]
    text = "\n".join(plain or [_CONDITION.sub("", row) for row in rows])
    return list(filter(None, _CONTINUED.sub(" ", text).rstrip("\\ ").split("\n")))


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


def read_tox_toml(draft: RecordBuilder) -> None:
    """Read a `tox.toml`."""
    state_tox(draft, read_toml(draft), ())


def state_tox(draft: RecordBuilder, document: Mapping[str, Any], path: tuple[str, ...]) -> None:
    """State the environments of tox that a TOML file defines, itself or as INI in a string.

    Args:
        draft: The record of the file.
        document: The table that holds the settings of tox.
        path: Where that table is in the file.
    """
    lines = key_lines(draft.lines)
    if legacy := text_of(document.get("legacy_tox_ini")):
        _state_legacy(draft, legacy, lines.get((*path, "legacy_tox_ini"), 0))
    tables = {"": document.get("env_run_base"), **mapping_of(document.get("env"))}
    for name, table in tables.items():
        commands = mapping_of(table).get("commands")
        steps = [
            shlex.join(part for part in command if isinstance(part, str))
            for command in (commands if isinstance(commands, list) else [])
            if isinstance(command, list)
        ]
        key = (*path, "env", name) if name else (*path, "env_run_base")
        line = lines.get(key) or lines.get((*key, "commands"), 0)
        _state(draft, name, [step for step in steps if step], line)


def _state_legacy(draft: RecordBuilder, text: str, line: int) -> None:
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string(text)
    except configparser.Error as error:
        reason = str(error).partition("\n")[0].rstrip(".:")
        draft.problem(line, f"The settings of tox in the string are invalid: {reason}.")
        return
    for section in parser.sections():
        commands = parser.get(section, "commands", fallback="").strip()
        if section.startswith("testenv") and commands:
            name = ",".join(_alternatives(section.partition(":")[2]))
            _state(draft, name, _command_rows(commands), line)


def _state(draft: RecordBuilder, name: str, rows: Sequence[str], line: int) -> None:
    steps = tuple(filter(None, map(_without_tox, _joined(rows))))
    if steps:
        command = f"tox -e {name}" if name else "tox"
        draft.state(Task(name or "tox", command, "; ".join(steps), line, steps))


def _joined(rows: Sequence[str]) -> Iterator[str]:
    """Yield commands: a quotation mark that a row opens may be closed rows below."""
    parts: list[str] = []
    for row in rows:
        parts.append(row)
        if sum(part.count("'") for part in parts) % 2 == 0:
            yield " ".join(parts)
            parts = []
    if parts:
        yield " ".join(parts)


def _without_tox(command: str) -> str:
    """Return a command as it is given by hand, as far as that is known."""
    command = _ARGUMENTS.sub(lambda match: match[1] or "", command.strip().lstrip("- "))
    return _ROOT.sub(".", command).replace("{envpython}", "python").strip()
