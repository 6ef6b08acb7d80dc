"""Packages that a command for set-up installs from a file of requirements."""

from __future__ import annotations

import re

from mkdocs_repodoc.model.blocks import Code, Phrase
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.pages.context import PageContext
from mkdocs_repodoc.pages.parts import operation_caps
from mkdocs_repodoc.pages.parts.commands.command import Command
from mkdocs_repodoc.pages.parts.formatting import capped

_FILE = re.compile(r"(?:-r|--requirements?)[ =](?P<path>[\w./-]+)")


def required(context: PageContext, command: Command) -> Phrase:
    """Return which packages a command, or the task that it starts, installs from a file.

    Returns:
        What goes behind the evidence of the command; nothing where it names no such file.
    """
    tasks = context.repository.project.tasks
    runs = (task.steps or (task.runs,) for _, task in tasks if task.command == command.line)
    lines = next(runs, (command.line,))
    paths = (match["path"].removeprefix("./") for each in lines for match in _FILE.finditer(each))
    path = next((each for each in paths if each in context.repository.files), "")
    symbols = context.repository.files[path].outline.symbols if path else ()
    found = [
        Code(f"{each.name}{each.signature}") for each in symbols if each.kind == Kind.DEPENDENCY
    ]
    shown = found[: operation_caps.REQUIRED_FOR_TESTS]
    return ("; with ", *capped(shown, len(found) - len(shown), last=" and ")) if found else ()
