"""`agents`: a section of AGENTS.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mkdocs_repodoc.command_line.configured import configuration, configuration_option


@click.command()
@configuration_option
@click.option(
    "--into",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Put the section into this file, in the place of the one before.",
)
def agents(*, config_file: Path | None, file: Path | None) -> None:
    """Print a section for AGENTS.md: commands that the repository proves, and its layout.

    Each command has the file and line that show it. Nothing is guessed, and nothing is said that a
    look at the code tells as well.

    \b
    Examples:
      mkdocs-repodoc agents
      mkdocs-repodoc agents --into AGENTS.md
    """
    from mkdocs_repodoc.options.named_paths import typed
    from mkdocs_repodoc.options.resolve import resolve
    from mkdocs_repodoc.query.agents_section import agents_section, put_into
    from mkdocs_repodoc.query.live_repository import LiveRepository

    target = None if file is None else typed("--into", file)
    found = configuration(config_file)
    with LiveRepository(resolve(found.options, found.site), lambda *_: None) as live:
        commands: Any = live.ask("commands", {})
        overview: Any = live.ask("overview", {})
    section = agents_section(commands.commands, overview.folders)
    if target is None:
        click.echo(section, nl=False)
    elif put_into(target, section):
        click.echo(f"{file}: written", err=True)
    else:
        click.echo(f"{file}: as it was", err=True)
