"""Scripts in the values of YAML files, and the files that they name."""

from __future__ import annotations

import yaml

from mkdocs_repodoc.format_readers.record_builder import RecordBuilder
from mkdocs_repodoc.languages.tools.command_mentions import command_mentions
from mkdocs_repodoc.languages.tools.whole_scripts import CommandLine

MOST_COMMANDS = 40
"""Commands of one step that are facts."""


def mention_files(draft: RecordBuilder, node: yaml.Node | None, folder: str = "") -> None:
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
