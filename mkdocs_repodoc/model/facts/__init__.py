"""Statements of a file about its project: a closed set of records, which linking puts together.

Most come from files of a known format: a `pyproject.toml` names the project, a `Makefile` the tasks
of those who work on it. Source code states a fact where it says which module it is.
"""

from __future__ import annotations

from mkdocs_repodoc.model.facts.data_facts import GeneratedFrom, UsedTable
from mkdocs_repodoc.model.facts.fact import StatedFact
from mkdocs_repodoc.model.facts.failure_facts import (
    ANY_ERROR,
    ErrorHandler,
    ExitStatus,
    ReportedError,
    ReportForm,
    ReportingMacro,
)
from mkdocs_repodoc.model.facts.flow_facts import ListedTask, NamedHandler, TaskCondition, TaskList
from mkdocs_repodoc.model.facts.module_facts import (
    DefinedModule,
    IncludeFolder,
    ModuleNames,
    NamedModule,
    OfferedName,
    PackageClause,
    RequiredFeature,
)
from mkdocs_repodoc.model.facts.project_facts import (
    Dependency,
    Hook,
    InstalledCommand,
    JobAction,
    JobCommand,
    ModuleFormat,
    Plugin,
    ProjectMetadata,
    ProjectUrl,
    Runtime,
    Task,
    TestCollection,
)
from mkdocs_repodoc.model.facts.settings_facts import (
    REQUIRED,
    AdjustedSetting,
    ConventionTopic,
    EnvironmentPrefix,
    EnvironmentUse,
    EnvironmentVariable,
    FallbackValue,
    GivenVariable,
    LibraryUse,
    ListedSetting,
    SettingsFile,
    SettingsList,
    SettingsTable,
    StartingValue,
    TypeDefaults,
)
from mkdocs_repodoc.model.facts.table_facts import DispatchTable, TableEntry, TableForm

__all__ = [
    "ANY_ERROR",
    "REQUIRED",
    "AdjustedSetting",
    "ConventionTopic",
    "DefinedModule",
    "Dependency",
    "DispatchTable",
    "EnvironmentPrefix",
    "EnvironmentUse",
    "EnvironmentVariable",
    "ErrorHandler",
    "ExitStatus",
    "Fact",
    "FallbackValue",
    "GeneratedFrom",
    "GivenVariable",
    "Hook",
    "IncludeFolder",
    "InstalledCommand",
    "JobAction",
    "JobCommand",
    "LibraryUse",
    "ListedSetting",
    "ListedTask",
    "ModuleFormat",
    "ModuleNames",
    "NamedHandler",
    "NamedModule",
    "OfferedName",
    "PackageClause",
    "Plugin",
    "ProjectMetadata",
    "ProjectUrl",
    "ReportForm",
    "ReportedError",
    "ReportingMacro",
    "RequiredFeature",
    "Runtime",
    "SettingsFile",
    "SettingsList",
    "SettingsTable",
    "StartingValue",
    "StatedFact",
    "TableEntry",
    "TableForm",
    "Task",
    "TaskCondition",
    "TaskList",
    "TestCollection",
    "TypeDefaults",
    "UsedTable",
]

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
    | JobAction
    | JobCommand
    | DefinedModule
    | ModuleNames
    | NamedModule
    | OfferedName
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
    | FallbackValue
    | LibraryUse
    | AdjustedSetting
    | StartingValue
    | SettingsTable
    | ExitStatus
    | ReportedError
    | ReportingMacro
    | ErrorHandler
    | DispatchTable
    | NamedHandler
    | TaskList
    | TestCollection
    | GeneratedFrom
    | UsedTable
    | StatedFact
)
