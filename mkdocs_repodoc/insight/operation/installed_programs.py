"""Programs that take an option, of several that the project installs and that have a file each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import structs

from mkdocs_repodoc.insight.operation.option_commands import Declared
from mkdocs_repodoc.model.repository import Repository


def programs_by_file(repository: Repository) -> Mapping[str, str]:
    """Return the files that one command alone starts, with its name.

    It is empty where the commands that the project installs start one file, or none.
    """
    started: dict[str, set[str]] = {}
    for path, file in repository.files.items() if repository.project.commands else ():
        for each in repository.project.commands:
            if (each.module and each.module == file.module) or each.path == path:
                started.setdefault(path, set()).add(each.name)
    if len(started) == 1:
        return {}
    return {path: names.pop() for path, names in started.items() if len(names) == 1}


def with_programs(programs: Mapping[str, str], declared: Sequence[Declared]) -> list[Declared]:
    """Return options with the program that takes them, where they have no command of their own.

    Args:
        programs: Path → the program that the file starts.
        declared: Path and option or command.
    """
    return [
        (path, each)
        if each.is_command or each.command or path not in programs
        else (path, structs.replace(each, command=programs[path]))
        for path, each in declared
    ]
