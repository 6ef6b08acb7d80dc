"""Facts about modules: their names, and under which conditions a file is built."""

from __future__ import annotations

from mkdocs_repodoc.model.facts.fact import FactBase


class DefinedModule(FactBase, frozen=True):
    """The name by which imports know a module that is not named by its path."""

    language: str
    """Language of the imports."""
    name: str


class OfferedName(FactBase, frozen=True):
    """A name under which a module for another language offers what its source defines."""

    language: str
    """Language of those that use it."""
    name: str
    symbol: str
    """The full name of the definition."""


class ModuleNames(FactBase, frozen=True):
    """What a project file says about which files the names of modules mean."""

    tool: str
    """Who reads it: `package` for the manifest of a package, `compiler` for a configuration,
    `autoloader` for what loads classes by their names."""
    entries: tuple[tuple[str, str], ...] = ()
    """Key of the file → its value, as JSON."""


class NamedModule(FactBase, frozen=True):
    """A module that code names in a string, to load it while it runs."""

    module: str
    """As written, without leading dots where they are no part of a path."""
    line: int


class PackageClause(FactBase, frozen=True):
    """Which package a source file says that it is a part of."""

    name: str
    constraint: str = ""
    """On which platforms the file is built, as it says; empty for all."""


class IncludeFolder(FactBase, frozen=True):
    """A folder in which a build has the compiler look for the files that sources include."""

    folder: str
    """From the folder of the file that says so; from the project's top where it begins with `/`."""


class RequiredFeature(FactBase, frozen=True):
    """A feature of its package without which a source file is not compiled."""

    name: str
