"""The options that commands share: where their configuration is, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from mkdocs_repodoc.options.configuration_files import ConfiguredSite

Function = TypeVar("Function", bound=Callable[..., Any])

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, for programs, to the standard output."
)
"""Gives a command the parameter `as_json`."""


def configuration_option(function: Function) -> Function:
    """Give a command the parameter `config_file`."""
    option = click.option(
        "-f",
        "--config-file",
        type=_FILE,
        help="Read the options from this file instead of the nearest one.",
    )
    return option(function)


def configuration(config_file: Path | None) -> ConfiguredSite:
    """Return the configuration that a command works with.

    Args:
        config_file: The file that the user has named; `None` to look for the nearest one.

    Raises:
        ConfigurationError: There is something in it that can't be used.
    """
    from mkdocs_repodoc.options.configuration_files import (
        find_configuration,
        read_configuration,
    )

    return read_configuration(config_file) if config_file else find_configuration(Path())


def with_remote(configured: ConfiguredSite) -> ConfiguredSite:
    """Return a configuration that knows git's remote, for the addresses of files at their forge."""
    from mkdocs_repodoc.repository_urls import home_of_remote
    from mkdocs_repodoc.sources.git import remote

    site = configured.site
    if site.repo_url:
        return configured
    return replace(configured, site=replace(site, remote_url=home_of_remote(remote(site.base))))
