"""Conventions of libraries of .NET: which setting wins, and how errors are shown."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.library_convention import (
    error_convention,
    settings_convention,
)

CONVENTIONS = (
    settings_convention(
        ".NET configuration",
        rb"\bAdd(?:Json|Xml|Ini|Env|Command|UserSecrets|InMemory|KeyPerFile)",
        rb"\.(?:Add(?:Json|Xml|Ini)(?:File|Stream)|AddEnvironmentVariables|AddCommandLine"
        rb"|AddUserSecrets|AddInMemoryCollection|AddKeyPerFile)(?:<[^>]*>)?\(",
        "a provider that is added later replaces the values of earlier ones",
        "https://learn.microsoft.com/dotnet/core/extensions/configuration",
    ),
    settings_convention(
        ".NET host",
        rb"\bCreate(?:Default|Application)?Builder\(",
        rb"\b(?:Host\.Create(?:Default|Application)Builder|WebApplication\.CreateBuilder)\(",
        "command-line arguments win, then environment variables, user secrets while one develops,"
        " `appsettings.{Environment}.json` and `appsettings.json`",
        "https://learn.microsoft.com/dotnet/core/extensions/generic-host",
    ),
    settings_convention(
        ".NET options",
        rb"\b(?:Post)?Configure(?:All)?<",
        rb"\.(?:Configure|PostConfigure|ConfigureAll|PostConfigureAll)<\w+>\(",
        "what configures options runs in its order, and `PostConfigure` after all of it",
        "https://learn.microsoft.com/dotnet/core/extensions/options",
    ),
    error_convention(
        "System.CommandLine",
        rb"\bSystem\.CommandLine\b",
        rb"\b\w+\.Invoke(?:Async)?\((?=\s*args)",
        "wrong arguments are told on the standard error, and `Invoke` returns status 1",
        "https://learn.microsoft.com/dotnet/standard/commandline/",
    ),
)
