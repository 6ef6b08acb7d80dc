"""Project files of other languages: npm's `package.json`, Cargo's `Cargo.toml`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_repodoc.format_readers.document_values import mapping_of, text_of
from mkdocs_repodoc.format_readers.projects.script_project import note_package_modules
from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.json_keys import read_json
from mkdocs_repodoc.format_readers.structured_data.nested_keys import dotted
from mkdocs_repodoc.format_readers.structured_data.toml import key_lines, read_toml
from mkdocs_repodoc.languages.tools.command_mentions import command_mentions
from mkdocs_repodoc.languages.tools.whole_scripts import CommandLine
from mkdocs_repodoc.model.facts import (
    Dependency,
    InstalledCommand,
    ModuleFormat,
    ModuleNames,
    ProjectMetadata,
    Runtime,
    Task,
)

_COMMON_JS = (".cjs", ".cts")
"""Ends of the names of modules that are CommonJS, whatever the package says of all."""
_ENTRANCES = ("exports", "main", "module")
"""Keys by which a package says what others load of it; one with commands alone may have none."""
_NPM_SHORTHANDS = frozenset({"test", "start"})
"""Scripts that npm runs without being told that they are scripts."""
_CRATES = ("lib", "bin", "example", "test", "bench", "features")
"""Tables of a Cargo manifest that say which file a crate starts at, and what is in it."""
_PACKAGE = ("name", "build", "autobins", "autoexamples", "autotests", "autobenches")


def read_package_json(draft: RecordBuilder) -> None:
    """Read an npm package file; its scripts are tasks."""
    document = read_json(draft)
    if not isinstance(document, dict):
        return
    _metadata(draft, document)
    scripts = _texts(document.get("scripts"))
    for name, command in scripts.items():
        line = draft.line_of(dotted(("scripts", name)))
        starts = f"npm {name}" if name in _NPM_SHORTHANDS else f"npm run {name}"
        around = (scripts.get(f"pre{name}", ""), command, scripts.get(f"post{name}", ""))
        draft.state(Task(name, starts, command, line, tuple(filter(None, around))))
        draft.mention(command_mentions([CommandLine(command, line)], anchored=True))
    note_package_modules(draft, document)
    commands = document.get("bin")
    if isinstance(commands, str):
        commands = {text_of(document.get("name")): commands}
    for name, path in _texts(commands).items():
        line = draft.line_of(dotted(("bin", name))) or draft.line_of("bin")
        draft.state(InstalledCommand(name, path=path, line=line))
    for name in mapping_of(document.get("dependencies")):
        draft.state(Dependency(name))
    if node := text_of(mapping_of(document.get("engines")).get("node")):
        draft.state(Runtime("Node.js", node))
    is_loaded = not commands or any(document.get(each) for each in _ENTRANCES)
    offers_both = '"require"' in json.dumps(document.get("exports"))
    if document.get("type") == "module" and is_loaded and not offers_both:
        draft.state(ModuleFormat("ES modules", unless=_COMMON_JS))
    line = draft.line_of("description")
    draft.describe(text_of(document.get("description")), line, "project description")


def read_cargo(draft: RecordBuilder) -> None:
    """Read a Cargo manifest."""
    document = read_toml(draft)
    package = mapping_of(document.get("package"))
    _metadata(draft, package)
    for table in document.get("bin", []) if isinstance(document.get("bin"), list) else []:
        name, path = (text_of(mapping_of(table).get(key)) for key in ("name", "path"))
        if path:
            draft.state(InstalledCommand(name, path=path, line=draft.line_of("bin")))
    brought = _brought(mapping_of(document.get("features")))
    for name, stated in mapping_of(document.get("dependencies")).items():
        chosen = mapping_of(stated).get("optional") is True and name not in brought
        draft.state(Dependency(name, optional=chosen))
    if oldest := text_of(package.get("rust-version")):
        draft.state(Runtime("Rust", f">={oldest}"))
    draft.state(ModuleNames("package", tuple(_crates(document))))
    line = key_lines(draft.lines).get(("package", "description"), 0)
    draft.describe(text_of(package.get("description")), line, "project description")


def read_config_toml(draft: RecordBuilder) -> None:
    """Read a `config.toml`; Cargo's has aliases, which are commands of their own."""
    document = read_toml(draft)
    for name, value in mapping_of(document.get("alias")).items():
        words = value if isinstance(value, list) else [value]
        if command := " ".join(filter(None, map(text_of, words))):
            line = draft.line_of(dotted(("alias", name)))
            runs = f"cargo {command}"
            draft.state(Task(name, f"cargo {name}", runs, line, (runs,)))


def _brought(features: Mapping[str, Any]) -> set[str]:
    """Return the names of the features and packages that a crate's default features turn on."""
    found: set[str] = set()
    waiting = ["default"]
    while waiting:
        listed = features.get(waiting.pop(), [])
        named = {text_of(each).removeprefix("dep:").partition("/")[0] for each in listed}
        waiting += named - found
        found |= named
    return found


def _crates(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a manifest says about crates and the names they know each other by, as JSON."""
    said: dict[str, object] = {key: document[key] for key in _CRATES if key in document}
    package = mapping_of(document.get("package"))
    said["package"] = {key: package[key] for key in _PACKAGE if key in package}
    needed: dict[str, object] = {}
    for table in (document, *mapping_of(document.get("target")).values()):
        for key in ("build-dependencies", "dev-dependencies", "dependencies"):
            needed |= mapping_of(mapping_of(table).get(key))
    said["dependencies"] = needed
    shared = mapping_of(mapping_of(document.get("workspace")).get("dependencies"))
    said["workspace"] = {"dependencies": shared} if shared else {}
    for key, value in said.items():
        if value:
            yield key, json.dumps(value, separators=(",", ":"), default=str)


def _metadata(draft: RecordBuilder, table: Mapping[str, Any]) -> None:
    name, version, description, licence = (
        text_of(table.get(key)) for key in ("name", "version", "description", "license")
    )
    draft.state(ProjectMetadata(name, version, description, licence))


def _texts(value: object) -> Mapping[str, str]:
    return {key: text for key, text in mapping_of(value).items() if text and isinstance(text, str)}
