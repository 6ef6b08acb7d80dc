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
_JOINED = re.compile(
    rb"(?:\bjoin|\bJoin|\bresolve|\bCombine|\bpush|\bappend)\(\s*(?:[\w.$]+(?:\(\))?\s*,\s*)*"
    rb"([\"'`])([\w-]+\.(?:ya?ml|toml|jsonc?|json5|ini|cfg|conf|kdl|ron))\1\s*\)"
)
"""The last part of a path."""
_FOLDER = re.compile(rb"conf(?:ig)?_?(?:dir|home|path|folder|root)|xdg_config", re.IGNORECASE)
_NEAR = 600
"""Bytes in front of a path that may tell of the folder for settings."""


_LISTED = re.compile(
    rb"\b(?i:\w{0,40}(?:default|config|settings|candidate)\w{0,40}(?:files|names|paths|rcs))\b[^=\n;]{0,60}=\s*"
    rb"(?:&?(?:\[\]\w+|vec!|new\s+\w+\[\]|(?:Set|List)\.of|Arrays\.asList)\s*)?[\[{(]"
    rb"(?P<names>(?:\s*[\"'`][\w.-]+\.\w+[\"'`]\s*(?:,|(?=[\]})])))+)\s*[\]})]"
)
"""Files that are looked for, of which a variable holds a list."""
_NAME = re.compile(rb"([\"'`])([\w.-]+)\1")


def settings_file_names(root: Node, source: Source) -> tuple[SettingsFile, ...]:
    """Return the names in source order, each once; those in comments don't count.

    A name that says nothing itself, as `theme.yml`, counts where it is joined to a folder for
    settings, or stands in a list of files. Those of a list have the line on which that begins.
    """
    found: dict[str, SettingsFile] = {}
    for match, start in (*_listed(source.data), *_named(source.data)):
        name = match[2].decode()
        if name in found:
            continue
        node = root.descendant_for_byte_range(match.start(2), match.start(2) + 1)
        if node is not None and "comment" not in node.type:
            found[name] = SettingsFile(name, source.line(start))
    return tuple(sorted(found.values(), key=lambda each: each.line))


def _listed(code: bytes) -> list[tuple[re.Match[bytes], int]]:
    """Return the names in lists of files, each with where its list begins."""
    return [
        (each, listed.start())
        for listed in _LISTED.finditer(code)
        for each in _NAME.finditer(code, listed.start("names"), listed.end("names"))
    ]


def _named(code: bytes) -> list[tuple[re.Match[bytes], int]]:
    """Return the texts that are named as settings files are, or joined to the folder for them.

    Each has its place beside it.
    """
    named = [each for each in _QUOTED.finditer(code) if is_settings_file(each[2].decode())]
    named += [
        each
        for each in _JOINED.finditer(code)
        if _FOLDER.search(code, max(0, each.start() - _NEAR), each.start(2))
    ]
    return [(each, each.start()) for each in sorted(named, key=lambda each: each.start(2))]
