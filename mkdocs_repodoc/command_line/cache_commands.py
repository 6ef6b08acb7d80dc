"""`cache`: what is kept between builds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_repodoc.command_line.command_group import CommandGroup
from mkdocs_repodoc.command_line.configured import configuration, configuration_option, json_option
from mkdocs_repodoc.command_line.sizes import read_size, readable_size

if TYPE_CHECKING:
    from mkdocs_repodoc.cache.upkeep import Usage


@click.group(cls=CommandGroup)
def cache() -> None:
    """Look at what is kept between builds, or remove it.

    It holds results that would otherwise be made again. All of it may be removed at any time.
    """


@cache.command()
@configuration_option
@json_option
def info(*, config_file: Path | None, as_json: bool) -> None:
    """Print where the cache is, what it holds, and its size."""
    from mkdocs_repodoc.cache.upkeep import usage

    folder = _own_folder(config_file)
    used = usage(folder)
    if as_json:
        click.echo(json.dumps(_as_data(folder, used)))
        return
    click.echo(f"{folder}: {readable_size(used.disk_size)} on disk")
    for share in used.shares:
        click.echo(f"  {share.kind:<10} {share.entries:>9,} entries {readable_size(share.size):>9}")


@cache.command()
@configuration_option
def clear(*, config_file: Path | None) -> None:
    """Remove all of the cache; the next build starts from nothing."""
    from mkdocs_repodoc.cache.upkeep import clear as clear_cache

    folder = _folder(config_file)
    click.echo(f"{folder}: {readable_size(clear_cache(folder))} removed")


@cache.command()
@configuration_option
@click.option(
    "--max-size",
    type=read_size,
    metavar="SIZE",
    help="Keep the most recently used, such as 500MB or 2GB.",
)
@click.option(
    "--unused-days",
    type=click.IntRange(min=0),
    help="Remove what was last used more than so many days ago.",
)
def prune(*, config_file: Path | None, max_size: int | None, unused_days: int | None) -> None:
    """Remove what was not used for long, and what other versions have left.

    In continuous integration, prune before the cache is saved, so that it doesn't grow for ever:

        mkdocs-repodoc cache prune --max-size 500MB
    """
    from mkdocs_repodoc.cache.upkeep import prune as prune_cache

    folder = _own_folder(config_file)
    freed = prune_cache(folder, limit=max_size, days=unused_days)
    click.echo(f"{folder}: {readable_size(freed)} removed")


def _folder(config_file: Path | None) -> Path:
    from mkdocs_repodoc.options.resolve import cache_folder

    found = configuration(config_file)
    return cache_folder(found.options, found.site)


def _own_folder(config_file: Path | None) -> Path:
    """Return a folder whose files may be opened: SQLite obeys what is in a database.

    Raises:
        RepodocError: The cache may have been filled by others.
    """
    from mkdocs_repodoc.errors import RepodocError
    from mkdocs_repodoc.pipeline.checks.foreign_cache import cache_of_others

    folder = _folder(config_file)
    for problem in cache_of_others(folder):
        raise RepodocError(problem.message)
    return folder


def _as_data(folder: Path, used: Usage) -> dict[str, object]:
    return {
        "folder": str(folder),
        "disk_size": used.disk_size,
        "kinds": [share._asdict() for share in used.shares],
    }
