"""The settings files that code names as its own, without the tables of those of other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_repodoc.insight.operation.tested_lines import is_tested_by
from mkdocs_repodoc.model.facts import SettingsFile
from mkdocs_repodoc.model.repository import RepoFile

_PROGRAM = re.compile(
    r"(?:\./)?\.?(?P<name>.*?)[._-]?(?:rc|config|settings|options|preferences|cfg|conf|ini)?"
    r"(?:\.\w+)*$",
    re.IGNORECASE,
)
_MOST_PROGRAMS = 4
"""A file that names the settings files of more programs tells apart kinds of files."""


def own_settings_files(file: RepoFile) -> Iterator[SettingsFile]:
    """Yield the names of settings files in a file, unless they are those of many programs.

    Lists of icons, of languages and of kinds of files have what no code opens.
    """
    is_tested = is_tested_by(file)
    found = [each for each in file.outline.facts_of(SettingsFile) if not is_tested(each.line)]
    programs = {_program(each.name) for each in found}
    if len(programs) <= _MOST_PROGRAMS:
        yield from found


def _program(name: str) -> str:
    """Return what is left of a name without what makes it one of a settings file."""
    match = _PROGRAM.match(name.lower())
    return match["name"] if match is not None else name
