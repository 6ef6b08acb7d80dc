"""Words of a Python distribution's metadata as facts: requirements, entry points."""

from __future__ import annotations

import re

from packaging.requirements import InvalidRequirement, Requirement

from mkdocs_repodoc.model.facts import Dependency, InstalledCommand, Plugin

COMMANDS = "console_scripts"
"""Group of the entry points that become commands."""
_COMMANDS = (COMMANDS, "gui_scripts")
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")


def dependency(requirement: str) -> Dependency:
    """Return what a requirement names, and for where: `anyio` of `anyio>=4 ; os_name == "nt"`.

    Args:
        requirement: As PEP 508 has it. Of a broken one the name in front is taken, if it has one.
    """
    try:
        found = Requirement(requirement)
        return Dependency(found.name, only_if=str(found.marker or ""))
    except InvalidRequirement:
        match = _NAME.match(requirement)
        return Dependency(match[0] if match else requirement)


def entry_point(group: str, name: str, target: str, line: int = 0) -> InstalledCommand | Plugin:
    """Return what an entry point declares: a command, or a plugin of another program.

    The source of the form is https://packaging.python.org/specifications/entry-points/.

    Args:
        group: Name of its group.
        name: Its own name.
        target: `module:object`, perhaps with extras behind it: `module:object [extra]`.
        line: Line that states it.
    """
    module, _, attribute = (part.strip() for part in target.partition("[")[0].partition(":"))
    if group in _COMMANDS:
        return InstalledCommand(name, module, attribute, line=line)
    return Plugin(group, name, module, attribute, line)
