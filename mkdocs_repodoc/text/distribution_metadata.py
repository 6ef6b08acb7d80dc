"""Words of a Python distribution's metadata as facts: requirements, entry points."""

from __future__ import annotations

import re

from packaging.requirements import InvalidRequirement, Requirement

from mkdocs_repodoc.model.facts import Dependency, InstalledCommand

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")


def dependency(requirement: str) -> Dependency:
    """Return what a requirement names: `anyio` of `anyio>=4 ; extra == "x"`.

    Args:
        requirement: As PEP 508 has it. Of a broken one the name in front is taken, if it has one.
    """
    try:
        return Dependency(Requirement(requirement).name)
    except InvalidRequirement:
        match = _NAME.match(requirement)
        return Dependency(match[0] if match else requirement)


def console_script(name: str, target: str, line: int = 0) -> InstalledCommand:
    """Return the command of an entry point.

    Args:
        name: The command.
        target: `module:function`, perhaps with extras behind it: `module:function [extra]`.
        line: Line that states it.
    """
    module, _, function = target.partition("[")[0].partition(":")
    return InstalledCommand(name, module.strip(), function.strip(), line=line)
