"""Statements of a file about its project: a closed set of records, which linking puts together.

Most come from files of a known format: a `pyproject.toml` names the project, a `Makefile` the tasks
of those who work on it. Source code states a fact where it says which module it is.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from mkdocs_repodoc.model.fact_kinds.fact_base import FactBase
from mkdocs_repodoc.model.fact_kinds.flow_facts import NamedHandler, TaskList


class ProjectMetadata(FactBase, frozen=True):
    """Texts that describe the project; each empty where the file does not give it."""

    name: str = ""
    version: str = ""
    description: str = ""
    licence: str = ""


class ProjectUrl(FactBase, frozen=True):
    """An address of the project on the web."""

    label: str
    """What is there: `Homepage`, `Documentation`, or whatever the project calls it."""
    url: str


class Dependency(FactBase, frozen=True):
    """A package that the project always needs."""

    name: str


class Runtime(FactBase, frozen=True):
    """What the project runs on, and from which version on."""

    name: str
    """As its people write it: `Node.js`, `Rust`."""
    version: str
    """The version or range as the file states it."""


class ModuleFormat(FactBase, frozen=True):
    """The only form in which the project's modules can be loaded, where it has but one."""

    name: str


class InstalledCommand(FactBase, frozen=True):
    """A command that whoever installs the project gets: a console script, an entry of `bin`.

    It starts an object of a module, or a file.
    """

    name: str
    module: str = ""
    """Dotted name; empty where a file is named."""
    object: str = ""
    """Dotted path of a function within the module."""
    path: str = ""
    """From the folder of the file that states it; empty where a module is named."""
    line: int = 0
    """Line that states it; 0 where none does alone."""

    @property
    def target(self) -> str:
        """What it starts, as written: `module:function`, or a path."""
        return self.path or ":".join(filter(None, (self.module, self.object)))


class Plugin(FactBase, frozen=True):
    """An object that another program finds by an entry point of the project, and calls."""

    group: str
    """Name of the group of entry points that the other program looks up."""
    name: str
    module: str
    """Dotted name."""
    object: str = ""
    """Dotted path within the module; empty for the module itself."""
    line: int = 0
    """Line that states it; 0 where none does alone."""


class Task(FactBase, frozen=True):
    """A command for those who work on the project: a target of make, an environment of tox."""

    name: str
    command: str
    """Command line that starts it in the folder of the file: `make test`, `tox -e docs`."""
    runs: str
    """What it does, in words or as the command that it runs."""
    line: int = 0
    """Line that defines it; 0 where none does alone."""
    steps: tuple[str, ...] = ()
    """The command lines that it runs one after the other, as far as the file has them."""


class Hook(FactBase, frozen=True):
    """A check that runs before a commit."""

    name: str


class JobCommand(FactBase, frozen=True):
    """A command line of a job of the continuous integration."""

    job: str
    command: str
    line: int = 0
    """Line that defines the job."""


class DefinedModule(FactBase, frozen=True):
    """The name by which imports know a module that is not named by its path."""

    language: str
    """Language of the imports."""
    name: str


class ModuleNames(FactBase, frozen=True):
    """What a project file says about which files the names of modules mean."""

    tool: str
    """Who reads it: `package` for the manifest of a package, `compiler` for a configuration,
    `autoloader` for what loads classes by their names."""
    entries: tuple[tuple[str, str], ...] = ()
    """Key of the file → its value, as JSON."""


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


class EnvironmentVariable(FactBase, frozen=True):
    """An environment variable that code reads."""

    name: str
    default: str
    """As the code has it; empty where it gives none."""
    line: int


class EnvironmentUse(FactBase, frozen=True):
    """A use of the environment of which no literal name tells what is read."""

    line: int


class EnvironmentPrefix(FactBase, frozen=True):
    """What the names of the variables begin with by which a library sets any option."""

    name: str
    line: int


class GivenVariable(FactBase, frozen=True):
    """An environment variable that code sets: for itself, or for the programs that it starts."""

    name: str
    line: int


class SettingsFile(FactBase, frozen=True):
    """The name of a settings file that stands in code as a text."""

    name: str
    line: int


class ListedSetting(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A setting in a list of them."""

    name: str
    type: str
    """What makes a value of what is given, or what one is, as written; empty if not known."""
    default: str
    """As written; empty if not known."""
    line: int


class SettingsList(FactBase, frozen=True):
    """A list of the settings that a program knows, which is written out."""

    name: str
    """Of the variable, dotted within the file."""
    settings: tuple[ListedSetting, ...]
    line: int


class TypeDefaults(FactBase, frozen=True):
    """A value written out of a type that holds settings, which stands for what is not set."""

    name: str
    """Of the type, as written and without its parameters."""
    settings: tuple[ListedSetting, ...]
    """Fields and their values; a field of a value in it has a dotted name."""
    line: int


class AdjustedSetting(FactBase, frozen=True):
    """A statement that sets something, in a function whose name says that it is about settings."""

    target: str
    """What is set, as written."""
    value: str
    condition: str
    """The innermost condition around it as written; empty where it sets what has no value yet."""
    line: int


class StartingValue(FactBase, frozen=True):
    """The value that a field of a class has at first, and that a method of the class changes."""

    name: str
    value: str
    """As written, with the remark behind it."""
    line: int
    changed_line: int
    """Where a method gives it another value."""


RuleTopic = Literal[
    "settings",  # which source of a setting wins
    "errors",  # how errors are shown, and which exit status follows
]


class LibraryUse(FactBase, frozen=True):
    """An expression by which code leaves a decision to a library, which has a rule for it."""

    topic: RuleTopic
    library: str
    """As the rule has it."""
    call: str
    """As written, shortened."""
    line: int


class SettingsTable(FactBase, frozen=True):
    """A table of a settings file that code looks up, such as `tool.black`."""

    name: str
    line: int


class ExitStatus(FactBase, frozen=True):
    """A status with which code ends the program."""

    status: str
    """The number, or the expression that gives it as written."""
    line: int
    caught: str = ""
    """The errors whose handler ends it so, as written, or `ANY_ERROR`; empty outside handlers."""
    meaning: str = ""
    """The name that the code gives it, or the message that it prints first; empty without both."""
    condition: str = ""
    """The innermost condition around it as written; empty without one, or where it is not read."""


ANY_ERROR = "any error"
"""Stands for the errors as written where a handler takes all of them."""

ReportForm = Literal[
    "raise",  # handed to the caller: raised, thrown, returned as an error, a panic
    "warning",  # a warning of the language, which its users can filter
    "log",  # written to a log or to the standard error
    "kept",  # made, and kept or handed on by other ways than those above
    "declared",  # an error that has a name, where the name is declared
    "text",  # what a type of errors says of each of them
    "call",  # handed to a function whose name says that it reports errors
    "notice",  # handed to a function whose name says that it warns
]


class ReportedError(FactBase, frozen=True):
    """A statement that reports that something went wrong."""

    error: str
    """Type of the error, or the function that makes or reports it, as written."""
    message: str
    """Its text as the code has it, with the expressions in it; empty without one."""
    line: int
    condition: str = ""
    """The innermost condition around it as written; empty without one."""
    form: ReportForm = "raise"
    caught: str = ""
    """The errors in whose handler it stands, as written, or `ANY_ERROR`; empty outside handlers."""


class ErrorHandler(FactBase, frozen=True):
    """Code that runs because of an error."""

    caught: str
    """The errors as written; empty for all of them."""
    steps: tuple[str, ...]
    """What it does, a statement or the head of one each, as written; empty if nothing."""
    line: int


TableForm = Literal[
    "literal",  # a collection written out, all of whose values are names
    "calls",  # calls or marks that register one name each
    "choice",  # a statement whose branches call one function each
]


class TableEntry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An entry of a table that registers things."""

    key: str
    """As written; empty in a list."""
    value: str
    """The name that is registered, as written."""
    line: int


class DispatchTable(FactBase, frozen=True):
    """Names that code puts side by side for something to choose from, such as handlers."""

    name: str
    """Of the variable that holds a literal, dotted within the file; of what takes calls, as
    written; empty for a choice, which belongs to the function around it."""
    entries: tuple[TableEntry, ...]
    line: int
    form: TableForm = "literal"


class StatedFact(FactBase, frozen=True):
    """Something that a file states in the eyes of an extension, in words for readers."""

    name: str
    """What it is about, as the head of a row: `Scenarios`."""
    value: str
    line: int = 0
    """Line that states it; 0 where none does alone."""


Fact = (
    ProjectMetadata
    | ProjectUrl
    | Dependency
    | Runtime
    | ModuleFormat
    | InstalledCommand
    | Plugin
    | Task
    | Hook
    | JobCommand
    | DefinedModule
    | ModuleNames
    | PackageClause
    | IncludeFolder
    | RequiredFeature
    | EnvironmentVariable
    | EnvironmentUse
    | EnvironmentPrefix
    | GivenVariable
    | SettingsFile
    | SettingsList
    | TypeDefaults
    | LibraryUse
    | AdjustedSetting
    | StartingValue
    | SettingsTable
    | ExitStatus
    | ReportedError
    | ErrorHandler
    | DispatchTable
    | NamedHandler
    | TaskList
    | StatedFact
)
