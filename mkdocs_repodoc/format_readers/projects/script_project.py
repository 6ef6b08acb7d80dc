"""The names of modules in the project files of JavaScript: manifests and compilers' options."""

from __future__ import annotations

import json
from collections.abc import Mapping

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.format_readers.structured_data.json_keys import read_json
from mkdocs_repodoc.model.facts import ModuleNames

_OF_PACKAGE = ("exports", "imports", "source", "types", "typings", "module", "main")
_OF_COMPILER = ("paths", "baseUrl", "rootDir", "outDir")


def note_package_modules(draft: RecordBuilder, document: Mapping[str, object]) -> None:
    """Note what a package gives to those that import it by its name."""
    _note(draft, "package", {key: document[key] for key in _OF_PACKAGE if key in document})


def read_compiler_configuration(draft: RecordBuilder) -> None:
    """Read a configuration of TypeScript's compiler, or the same for JavaScript."""
    document = read_json(draft)
    if not isinstance(document, dict):
        return
    options = document.get("compilerOptions")
    chosen = options if isinstance(options, dict) else {}
    found = {key: chosen[key] for key in _OF_COMPILER if key in chosen}
    found |= {key: document[key] for key in ("extends", "references") if key in document}
    _note(draft, "compiler", found)


def _note(draft: RecordBuilder, tool: str, value: Mapping[str, object]) -> None:
    entries = ((key, json.dumps(each, separators=(",", ":"))) for key, each in value.items())
    if value:
        draft.state(ModuleNames(tool, tuple(entries)))
