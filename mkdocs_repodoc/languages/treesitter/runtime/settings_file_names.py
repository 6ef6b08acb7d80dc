"""Names of settings files that stand in code as texts."""

from __future__ import annotations

import re

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.source_bytes import Source
from mkdocs_repodoc.model.facts import SettingsFile
from mkdocs_repodoc.text.settings_files import is_settings_file

_QUOTED = re.compile(
    rb"([\"'`])((?:\./)?[\w.-]*(?:config|settings|options|preferences|rc|\.)[\w.-]*)\1",
    re.IGNORECASE,
)


def settings_file_names(root: Node, source: Source) -> tuple[SettingsFile, ...]:
    """Return the names in source order, each once; those in comments don't count."""
    found: dict[str, SettingsFile] = {}
    for match in _QUOTED.finditer(source.data):
        name = match[2].decode()
        if name in found or not is_settings_file(name):
            continue
        node = root.descendant_for_byte_range(match.start(2), match.start(2) + 1)
        if node is not None and "comment" not in node.type:
            found[name] = SettingsFile(name, source.line(match.start()))
    return tuple(found.values())
