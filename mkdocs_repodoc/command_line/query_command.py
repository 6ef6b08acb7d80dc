"""`query`: questions about the repository, answered for programs and for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from mkdocs_repodoc.command_line.command_group import CommandGroup
from mkdocs_repodoc.command_line.configured import configuration, configuration_option, json_option
from mkdocs_repodoc.command_line.exit_codes import ExitCode


class _Questions(CommandGroup):
    """A command for each question, with its parameters; made when somebody asks for it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        from mkdocs_repodoc.query.questions import QUESTION_TYPES

        return [*QUESTION_TYPES, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from mkdocs_repodoc.query.questions import QUESTION_TYPES, purpose

        if cmd_name in QUESTION_TYPES:
            return _command(cmd_name, purpose(cmd_name))
        return super().get_command(ctx, cmd_name)


class _Question(click.Command):
    """A question; what it asks for may begin with an arrow, such as `-> Path`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        arrows = [each for each in args if each.startswith("->")]
        if arrows and "--" not in args:
            args = [*(each for each in args if each not in arrows), "--", *arrows]
        return super().parse_args(ctx, args)


@click.group(cls=_Questions)
def query() -> None:
    """Ask where something is, who uses it, what tests it, what has changed.

    Answers come from the files as they are now: what has changed since the last question is
    analysed again, everything else is in the cache. With --json an answer has the commit, the
    digest of each file that it names, and all else that `query schema` describes.

    A symbol is named by its id (path#name), by a dotted name, whole or its end, or by path:line.
    Where that means several symbols, these are listed and the exit code is 4; so it is where
    nothing is known.
    """


@query.command()
def schema() -> None:
    """Print the JSON Schema of all answers."""
    from mkdocs_repodoc.query.answer_schema import answers_schema

    click.echo(json.dumps(answers_schema(), indent=2))


def _command(name: str, purpose: str) -> click.Command:
    from mkdocs_repodoc.query.questions import parameters_schema

    command = _Question(
        name,
        help=purpose,
        params=list(_parameters(parameters_schema(name))),
        callback=partial(_ask, name),
    )
    return configuration_option(json_option(command))


def _parameters(described: Mapping[str, Any]) -> Iterator[click.Parameter]:
    """Yield an argument for each parameter that a question must have, an option for the others."""
    for name, said in described["properties"].items():
        kind = _type(said)
        if name in described["required"]:
            yield click.Argument([name], type=kind)
        elif said.get("type") == "boolean":
            yield click.Option(
                [f"--{name}/--no-{name}"], default=said["default"], help=said["description"]
            )
        else:
            yield click.Option(
                [f"--{name.replace('_', '-')}"],
                type=kind,
                default=said["default"],
                show_default=bool(said["default"]),
                help=said["description"],
            )


def _type(said: Mapping[str, Any]) -> click.ParamType[Any]:
    if "enum" in said:
        return click.Choice(said["enum"])
    if said.get("type") == "integer":
        return click.IntRange(said.get("minimum"), said.get("maximum"))
    return click.STRING


def _ask(name: str, /, *, config_file: Path | None, as_json: bool, **parameters: object) -> None:
    """Ask a question and print the answer; the exit code says whether it is one.

    Raises:
        UsageError: The question can't be asked like that.
    """
    from mkdocs_repodoc.command_line.answer_text import answer_text
    from mkdocs_repodoc.options.resolve import resolve
    from mkdocs_repodoc.query.answer_schema import as_json as written
    from mkdocs_repodoc.query.live_repository import LiveRepository
    from mkdocs_repodoc.query.unsettled import QuestionError
    from mkdocs_repodoc.text.printable_text import terminal_json, terminal_text

    found = configuration(config_file)
    with LiveRepository(resolve(found.options, found.site), lambda *_: None) as live:
        try:
            answer = live.ask(name, parameters)
        except QuestionError as error:
            raise click.UsageError(terminal_text(str(error))) from error
    click.echo(terminal_json(written(answer)) if as_json else terminal_text(answer_text(answer)))
    if answer.status != "answered":
        click.get_current_context().exit(ExitCode.NOTHING_FOUND)
