"""`book`: the comprehensive book as an e-book, or printed."""

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

_SUFFIXES = frozenset({".epub", ".pdf"})


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@configuration_option
@json_option
def book(*, file: Path, config_file: Path | None, as_json: bool) -> None:
    """Write the comprehensive book into FILE.epub, for reading devices, or FILE.pdf, for paper.

    It has the chapters of the page comprehensive_book. Links to other pages lead to site_url; where
    that is not known, to the source at the repository's forge. A PDF is printed by the Chromium or
    Chrome that is installed, or that the variable CHROMIUM names.

    \b
    Example:
      mkdocs-repodoc book my-project.epub
      mkdocs-repodoc book my-project.pdf
    """
    from mkdocs_repodoc.hosts.book.book_build import build_book

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
        SettingsError: A link that git tracks leads it out of its repository.
    """
    from mkdocs_repodoc.options.named_paths import typed

    if file.suffix.lower() not in _SUFFIXES:
        raise click.UsageError("FILE has to end in .epub or .pdf")
    return typed("file", file)
