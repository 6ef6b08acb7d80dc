"""`book`: the comprehensive book as an e-book."""

from __future__ import annotations

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

_SUFFIX = ".epub"


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@configuration_option
@json_option
def book(*, file: Path, config_file: Path | None, as_json: bool) -> None:
    """Write the comprehensive book into FILE.epub, for reading devices.

    It has the chapters of the page comprehensive_book, each in a file of its own. Links to other
    pages lead to site_url; where that is not known, to the source at the repository's host.

    \b
    Example:
      mkdocs-repodoc book my-project.epub
    """
    from mkdocs_repodoc.hosts.epub.epub_build import build_book

    output, started = _output(file), time.monotonic()
    log = logging.getLogger("mkdocs.plugins.repodoc")
    tally = build_book(with_remote(configuration(config_file)), output, log)
    seconds = time.monotonic() - started
    if as_json:
        said = {"file": str(output), "chapters": tally.chapters, "size": tally.size}
        click.echo(json.dumps({**said, "seconds": round(seconds, 2)}))
        return
    click.echo(
        f"{output}: {tally.chapters} chapters, {readable_size(tally.size)} in {seconds:.1f} s"
    )


def _output(file: Path) -> Path:
    """Return the file to write.

    Raises:
        UsageError: Its name says that it is something else.
    """
    if file.suffix.lower() != _SUFFIX:
        raise click.UsageError(f"FILE has to end in {_SUFFIX}")
    return file
