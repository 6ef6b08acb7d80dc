"""What the project files of other languages say: npm's `package.json`, Cargo's `Cargo.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_repodoc.formats.json_keys import read_json
from mkdocs_repodoc.formats.record_builder import RecordBuilder
from mkdocs_repodoc.formats.toml import key_line, read_toml
from mkdocs_repodoc.text.command_paths import CommandLine, command_mentions


def read_package_json(draft: RecordBuilder) -> None:
    """Read an npm package file; its scripts are facts `command:<name>`."""
    document = read_json(draft)
    if not isinstance(document, dict):
        return
    _texts(draft, document, ("name", "version", "description", "license"))
    for name, command in _mapping(document.get("scripts")).items():
        draft.fact(f"command:{name}", _text(command))
        line = next((s.line for s in draft.symbols if s.name == f"scripts.{name}"), 0)
        draft.mention(command_mentions([CommandLine(_text(command), line)], anchored=True))
    commands = document.get("bin")
    for name, target in _mapping(commands).items():
        draft.fact(f"script:{name}", _text(target))
    if isinstance(commands, str):
        draft.fact(f"script:{_text(document.get('name'))}", commands)
    for key, fact in (("dependencies", "dependency"), ("devDependencies", "dependency:dev")):
        for name, version in _mapping(document.get(key)).items():
            draft.fact(fact, f"{name} {_text(version)}")
    description = _text(document.get("description"))
    line = next((s.line for s in draft.symbols if s.name == "description"), 0)
    draft.describe(description, line, "project description")


def read_cargo(draft: RecordBuilder) -> None:
    """Read a Cargo manifest."""
    document = read_toml(draft)
    package = _mapping(document.get("package"))
    _texts(draft, package, ("name", "version", "description", "license", "rust-version"))
    for table in document.get("bin", []) if isinstance(document.get("bin"), list) else []:
        draft.fact(f"script:{_text(table.get('name'))}", _text(table.get("path")))
    for key, fact in (("dependencies", "dependency"), ("dev-dependencies", "dependency:dev")):
        for name, version in _mapping(document.get(key)).items():
            draft.fact(fact, f"{name} {_text(version)}".strip())
    for feature in _mapping(document.get("features")):
        draft.fact("feature", feature)
    members = _mapping(document.get("workspace")).get("members")
    for member in members if isinstance(members, list) else []:
        draft.fact("workspace member", _text(member))
    line = key_line(draft.lines, "package", "description")
    draft.describe(_text(package.get("description")), line, "project description")


def _texts(draft: RecordBuilder, table: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    for key in keys:
        draft.fact(key, _text(table.get(key)))


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
