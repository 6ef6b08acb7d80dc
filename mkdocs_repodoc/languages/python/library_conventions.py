"""Conventions of libraries of Python: which setting wins, and how errors are shown."""

from __future__ import annotations

from mkdocs_repodoc.languages.record_parts.library_convention import (
    error_convention,
    settings_convention,
)

CONVENTIONS = (
    settings_convention(
        "Pydantic settings",
        rb"\bBaseSettings\b",
        rb"(?:[\w.]*\.)?SettingsConfigDict\(",
        "what the class is called with wins, then environment variables, the file of variables, the"
        " folder of secrets and the default; an enabled command line wins over all of them",
        "https://docs.pydantic.dev/latest/concepts/pydantic_settings/#field-value-priority",
    ),
    settings_convention(
        "Click",
        rb"\b(?:click|typer)\b",
        rb"[\w.]+\((?=[^()]*\b(?:auto_envvar_prefix|default_map|envvar) *=)",
        "an option on the command line wins, then its environment variable, `default_map` and its"
        " default",
        "https://click.palletsprojects.com/en/stable/api/#click.core.ParameterSource",
    ),
    settings_convention(
        "python-dotenv",
        rb"\bdotenv\b",
        rb"(?:dotenv\.)?(?:load_dotenv|dotenv_values)\(",
        "`load_dotenv` keeps variables that are set already, unless it is given `override=True`",
        "https://github.com/theskumar/python-dotenv#getting-started",
    ),
    settings_convention(
        "Decouple",
        rb"\bdecouple\b",
        rb"(?:decouple\.)?config\([\"']",
        "an environment variable wins, then the settings file, then `default`",
        "https://github.com/HBNetwork/python-decouple#how-does-it-work",
    ),
    settings_convention(
        "configparser",
        rb"\bconfigparser\b",
        rb"[\w.]+\.read(?:_dict|_file|_string)?\((?=[^)]*(?i:conf|settings|ini|cfg|rc))",
        "what is read later replaces the values of what was read before",
        "https://docs.python.org/3/library/configparser.html#configparser.ConfigParser.read",
    ),
    settings_convention(
        "argparse",
        rb"\bargparse\b",
        rb"[\w.]+\.set_defaults\((?!\s*_*(?:func|handle|fn|command|cmd|action|callback|run|main"
        rb"|method|entry_?point|(?:sub)?parser)\w*\s*=)"
        rb"|(?:argparse\.)?ArgumentParser\((?=[^()]*fromfile_prefix_chars)",
        "defaults of the parser win over those of its arguments",
        "https://docs.python.org/3/library/argparse.html#argparse.ArgumentParser.set_defaults",
    ),
    settings_convention(
        "Flask",
        rb"\bflask\b",
        rb"[\w.]+\.config\.from_(?:object|pyfile|envvar|prefixed_env|file|mapping)\(",
        "a later call replaces the values of an earlier one",
        "https://flask.palletsprojects.com/en/stable/config/",
    ),
    settings_convention(
        "Dictionaries",
        rb"\{\s*\*\*",
        rb"\{\s*\*\*[\w.]*(?i:default|option|config|setting)\w*(?=[^{}]*\*\*)",
        "of a key that several have, the value written last wins",
        "https://docs.python.org/3/reference/expressions.html#dictionary-displays",
    ),
    error_convention(
        "Click",
        rb"\bimport click\b|\bfrom click\b",
        rb"(?:click\.)?(?:command|group)\(|(?:click\.)?(?:UsageError|BadParameter|ClickException"
        rb"|BadOptionUsage|FileError|NoSuchOption|Abort)\(",
        "a `ClickException` is printed after `Error:` and ends the program with its `exit_code`, 1;"
        " wrong usage ends it with 2, `Abort` with 1",
        "https://click.palletsprojects.com/en/stable/exceptions/",
        ends_by="SystemExit",
    ),
    error_convention(
        "Typer",
        rb"\bimport typer\b|\bfrom typer\b",
        rb"(?:typer\.)?(?:Typer|BadParameter)\(|typer\.(?:Exit|Abort|run)\(",
        "`typer.Exit` ends the program with its code, `typer.Abort` with 1, and wrong usage with 2",
        "https://typer.tiangolo.com/tutorial/terminating/",
        ends_by="SystemExit",
    ),
    error_convention(
        "argparse",
        rb"\bargparse\b",
        rb"[\w.]+\.parse_(?:args|known_args|intermixed_args)\(|(?:[\w.]*parser|ap)\.error\(",
        "wrong arguments are told on the standard error with the usage, and end the program with"
        " status 2",
        "https://docs.python.org/3/library/argparse.html#argparse.ArgumentParser.error",
        ends_by="SystemExit",
    ),
    error_convention(
        "SIGPIPE",
        rb"\bSIGPIPE\b",
        rb"\b(?:signal\.)?signal\(\s*(?:signal\.)?SIGPIPE\s*,\s*(?:signal\.)?SIG_DFL\b",
        "with its default action this signal ends the program at once, without a message, when the"
        " program writes to a pipe that nobody reads any more",
        "https://man7.org/linux/man-pages/man7/signal.7.html",
    ),
)
