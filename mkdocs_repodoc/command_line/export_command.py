"""`export`: Markdown for other site generators."""

from __future__ import annotations

import dataclasses
import json
import logging
import time
from pathlib import Path

import click

from mkdocs_repodoc.command_line.configured import (
    configuration,
    configuration_option,
    json_option,
    with_remote,
)
from mkdocs_repodoc.command_line.sizes import readable_size

_PROGRAMS = ("zensical", "mkdocs", "mdbook", "docusaurus", "starlight", "github")


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@configuration_option
@click.option(
    "--for",
    "program",
    type=click.Choice(_PROGRAMS),
    default="zensical",
    show_default=True,
    help="Program that builds the export, or shows it; mkdocs is ProperDocs too.",
)
@click.option(
    "--html",
    metavar="ADDRESS",
    default="",
    help="Address of the site that `build` makes, relative to FOLDER or absolute; other pages are "
    "linked to there.  [default: site_url, else the source at the repository's forge]",
)
@click.option("--files", is_flag=True, help="Export the pages of files too, with their source.")
@json_option
def export(
    *, folder: Path, config_file: Path | None, program: str, html: str, files: bool, as_json: bool
) -> None:
    """Write pages as Markdown into FOLDER, for another site generator.

    These are the overviews: the repository, its folders, the book, the tour. Only what has changed
    is written, what is gone is removed, and no file is touched that this command has not written
    itself.

    \b
    Examples:
      mkdocs-repodoc export docs/repository
      mkdocs-repodoc export book --for mdbook --html html/
      mkdocs-repodoc export docs/repository --for docusaurus --html pathname:///
    """
    from mkdocs_repodoc.hosts.export.markdown_export import ExportRequest, export_markdown
    from mkdocs_repodoc.options.named_paths import typed

    started = time.monotonic()
    request = ExportRequest(typed("folder", folder), program, html, files)
    log = logging.getLogger("mkdocs.plugins.repodoc")
    tally = export_markdown(with_remote(configuration(config_file)), request, log)
    seconds = time.monotonic() - started
    if as_json:
        said = {"folder": str(request.folder), **dataclasses.asdict(tally)}
        click.echo(json.dumps({**said, "seconds": round(seconds, 2)}))
        return
    click.echo(
        f"{request.folder}: {tally.files:,} files, {readable_size(tally.size)}; "
        f"{tally.written:,} written, {tally.removed:,} removed in {seconds:.1f} s"
    )
