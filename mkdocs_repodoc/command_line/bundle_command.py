"""`bundle`: source of a few files and what belongs to it, within a number of tokens."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path

import click

from mkdocs_repodoc.command_line.configured import configuration, configuration_option, json_option


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@configuration_option
@click.option(
    "--budget",
    type=click.IntRange(min=100),
    default=32_000,
    show_default=True,
    help="Most tokens that the bundle may have.",
)
@json_option
def bundle(*, paths: tuple[str, ...], config_file: Path | None, budget: int, as_json: bool) -> None:
    """Print files and folders with what it takes to understand them, as Markdown for a model.

    PATHs are relative to the repository's top. Beside them the bundle has the files that they
    depend on, those that depend on them, their tests, and what the first of these depend on: in
    outline, and whole as far as there is room. It begins with the list of what is in it and why,
    and of what was left out.

    Tokens are counted by tiktoken if the extra `tokens` is installed, else estimated.

    \b
    Examples:
      mkdocs-repodoc bundle src/shop/till.py
      mkdocs-repodoc bundle --budget 8000 src/shop tests/test_till.py
    """
    from mkdocs_repodoc.options.resolve import resolve
    from mkdocs_repodoc.query.bundles.bundle import make_bundle
    from mkdocs_repodoc.query.bundles.token_counts import token_counter
    from mkdocs_repodoc.query.live_repository import LiveRepository
    from mkdocs_repodoc.text.english import count

    found = configuration(config_file)
    with LiveRepository(resolve(found.options, found.site), lambda *_: None) as live:
        wanted = [os.path.normpath(path).replace(os.sep, "/") for path in paths]
        wanted = ["" if path == "." else path for path in wanted]
        made = make_bundle(live.now(), wanted, budget, token_counter())
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(made)))
        return
    click.echo(made.text, nl=False)
    left_out = f", {len(made.left_out):,} left out" if made.left_out else ""
    click.echo(
        f"{made.tokens:,} tokens ({made.counted_by}): {count(len(made.whole), 'file')}, "
        f"{count(len(made.outlined), 'outline')}{left_out}",
        err=True,
    )
