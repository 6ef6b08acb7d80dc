"""`model`: all that is known of a repository, as data."""

from __future__ import annotations

import json
import time
from pathlib import Path

import click

from mkdocs_repodoc.command_line.configured import configuration, configuration_option, json_option
from mkdocs_repodoc.command_line.sizes import readable_size

_SUFFIXES = (".jsonl", ".sqlite", ".db")


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a line instead.")
@configuration_option
@json_option
def model(*, file: Path | None, schema: bool, config_file: Path | None, as_json: bool) -> None:
    """Write all that is known of the repository into FILE, as data.

    That is its files, symbols, references with grades, imports, tests, findings, import cycles and
    main flows: one line of JSON for each file in FILE.jsonl, tables of SQLite in FILE.sqlite or
    FILE.db. mkdocs_repodoc.load reads both back in Python.

    \b
    Examples:
      mkdocs-repodoc model repodoc.jsonl
      mkdocs-repodoc model repodoc.sqlite
      mkdocs-repodoc model --schema
    """
    from mkdocs_repodoc.options.resolve import resolve
    from mkdocs_repodoc.outputs.repository_model import model_schema
    from mkdocs_repodoc.query.live_repository import LiveRepository
    from mkdocs_repodoc.query.model_files import write_model

    if schema:
        click.echo(model_schema(), nl=False)
        return
    output = _output(file)
    started = time.monotonic()
    found = configuration(config_file)
    with LiveRepository(resolve(found.options, found.site), lambda *_: None) as live:
        tally = write_model(live.now(), output)
    seconds = round(time.monotonic() - started, 2)
    size = output.stat().st_size
    if as_json:
        said = {"file": str(output), "files": tally.files, "symbols": tally.symbols, "size": size}
        click.echo(json.dumps({**said, "seconds": seconds}))
        return
    click.echo(
        f"{output}: {tally.files:,} files, {tally.symbols:,} symbols, {readable_size(size)} "
        f"in {seconds:.1f} s"
    )


def _output(file: Path | None) -> Path:
    """Return the file to write.

    Raises:
        UsageError: None is named, or one that is neither of the two kinds.
        SettingsError: A link that git tracks leads it out of its repository.
    """
    from mkdocs_repodoc.options.named_paths import typed

    if file is None or file.suffix not in _SUFFIXES:
        raise click.UsageError(f"FILE has to end in {', '.join(_SUFFIXES[:-1])} or {_SUFFIXES[-1]}")
    return typed("file", file)
