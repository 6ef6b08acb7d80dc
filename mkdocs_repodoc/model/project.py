"""The project as its own metadata describes it: one record, put together from all that say it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_repodoc.model.facts import (
    Dependency,
    InstalledCommand,
    Plugin,
    ProjectUrl,
    Runtime,
    Task,
)


@dataclass(frozen=True, slots=True)
class Project:
    """What the repository's own metadata says; each field empty where nothing says it."""

    name: str = ""
    description: str = ""
    version: str = ""
    licence: str = ""
    source: str = ""
    """Path of the file that says it."""
    urls: tuple[ProjectUrl, ...] = ()
    dependencies: tuple[str, ...] = ()
    """Names of the packages that it always needs."""
    conditional_packages: tuple[Dependency, ...] = ()
    """The packages that it needs where something holds: on a system, with a version."""
    optional_packages: tuple[str, ...] = ()
    """Names of the packages that it uses only for those who choose them."""
    needs_nothing: bool = False
    """Whether the file that describes it could name packages that it needs, and names none."""
    runtimes: tuple[Runtime, ...] = ()
    """What it runs on, with versions; each once."""
    module_format: str = ""
    """The only form in which its modules can be loaded; empty if there are several."""
    commands: tuple[InstalledCommand, ...] = ()
    """Commands of whoever installs it."""
    plugins: tuple[Plugin, ...] = ()
    """Objects that other programs load from it."""
    tasks: tuple[tuple[str, Task], ...] = ()
    """Commands for those who work on it, each with the path of the file that defines it."""
