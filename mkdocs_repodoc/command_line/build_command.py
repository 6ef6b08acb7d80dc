"""`build`: a finished site."""

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


@click.command()
@configuration_option
@click.option(
    "-d",
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the site into this folder.  [default: site, beside the configuration file]",
)
@click.option(
    "--embed",
    is_flag=True,
    help="Write no index.html and its like at the top: the folder is part of another site.",
)
@json_option
def build(*, config_file: Path | None, site_dir: Path | None, embed: bool, as_json: bool) -> None:
    """Write the site: a tree of HTML that any web server can serve as it is.

    Only what has changed is written, what is gone is removed, and no file is touched that this
    command has not written itself.

    \b
    Examples:
      mkdocs-repodoc build                           into site/
      mkdocs-repodoc build --embed -d static         into the static files of another site
    """
    from mkdocs_repodoc.hosts.static.static_build import (
        build_tree,
    )
    from mkdocs_repodoc.options.named_paths import typed
    from mkdocs_repodoc.options.resolve import check_site_dir

    started = time.monotonic()
    configured = with_remote(configuration(config_file))
    if site_dir is None:
        check_site_dir(configured.site)
    else:
        folder = typed("--site-dir", site_dir)
        site = dataclasses.replace(configured.site, site_dir=folder, is_site_dir_taken=False)
        configured = dataclasses.replace(configured, site=site)
    tally = build_tree(configured, logging.getLogger("mkdocs.plugins.repodoc"), embedded=embed)
    seconds = time.monotonic() - started
    folder = configured.site.site_dir
    if as_json:
        said = {"folder": str(folder), **dataclasses.asdict(tally), "seconds": round(seconds, 2)}
        click.echo(json.dumps(said))
        return
    click.echo(
        f"{folder}: {tally.files:,} files, {readable_size(tally.size)}; {tally.written:,} written, "
        f"{tally.removed:,} removed in {seconds:.1f} s"
    )
