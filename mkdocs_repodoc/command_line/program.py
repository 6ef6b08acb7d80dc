"""The program: its commands, and the way from errors to messages and exit codes.

A command's module imports nothing but click at its top, and the rest once the command runs: the
help and the completion of a shell load all of them.
"""

from __future__ import annotations

import logging
from typing import Any

import click

from mkdocs_repodoc import __version__
from mkdocs_repodoc.command_line.agents_command import agents
from mkdocs_repodoc.command_line.book_command import book
from mkdocs_repodoc.command_line.build_command import build
from mkdocs_repodoc.command_line.bundle_command import bundle
from mkdocs_repodoc.command_line.cache_commands import cache
from mkdocs_repodoc.command_line.command_group import CommandGroup
from mkdocs_repodoc.command_line.exit_codes import ExitCode
from mkdocs_repodoc.command_line.export_command import export
from mkdocs_repodoc.command_line.mcp_command import mcp
from mkdocs_repodoc.command_line.model_command import model
from mkdocs_repodoc.command_line.query_command import query
from mkdocs_repodoc.command_line.serve_command import serve
from mkdocs_repodoc.errors import ConfigurationError, RepodocError, SettingsError

PROGRAM = "mkdocs-repodoc"
LOGGERS = ("mkdocs", "mkdocs_repodoc")
"""Loggers that a command speaks through; plugins of MkDocs log below the first."""


class UnusableError(click.ClickException):
    """A message of one line about a configuration file or an option."""

    exit_code = ExitCode.USAGE


class FailedError(click.ClickException):
    """A message of one line about what could not be done."""

    exit_code = ExitCode.FAILED


class Program(CommandGroup):
    """A group of commands whose expected errors are one line each."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the command.

        Raises:
            UnusableError: A configuration file or an option can't be used.
            FailedError: What was asked for could not be done.
        """
        try:
            return super().invoke(ctx)
        except (ConfigurationError, SettingsError) as error:
            raise UnusableError(_shown(str(error))) from error
        except RepodocError as error:
            raise FailedError(_shown(str(error))) from error
        except KeyboardInterrupt:
            click.echo(err=True)  # the terminal shows ^C
            ctx.exit(ExitCode.INTERRUPTED)


@click.group(
    cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(
    __version__, "-V", "--version", prog_name=PROGRAM, message="%(prog)s %(version)s"
)
@click.option("-v", "--verbose", is_flag=True, help="Say more of what is being done.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but warnings and errors.")
def program(*, verbose: bool, quiet: bool) -> None:
    """Turn a repository into a linked, searchable documentation site.

    Options are read from the nearest of these files, from the working folder up to the
    repository's top: repodoc.toml, pyproject.toml (table [tool.repodoc]), zensical.toml (table
    [project.plugins.repodoc]), mkdocs.yml (plugin repodoc). None is needed.

    \b
    Exit codes:
      0    done
      1    a bug, with a traceback
      2    the command line, a configuration file or an option can't be used
      3    what was asked for could not be done
      4    nothing was found
      130  interrupted
    """
    level = logging.WARNING if quiet else logging.DEBUG if verbose else logging.INFO
    _say_from(level)


program.add_command(query)
program.add_command(build)
program.add_command(export)
program.add_command(mcp)
program.add_command(book)
program.add_command(bundle)
program.add_command(model)
program.add_command(agents)
program.add_command(cache)
program.add_command(serve)


class _ToTerminal(logging.Handler):
    """Shows what is logged, beside whatever goes to the standard output."""

    def emit(self, record: logging.LogRecord) -> None:
        prefix = f"{record.levelname.capitalize()}: " if record.levelno >= logging.WARNING else ""
        click.echo(_shown(f"{prefix}{self.format(record)}"), err=True)


def _shown(text: str) -> str:
    """Return a message with nothing in it that acts on the terminal."""
    from mkdocs_repodoc.text.printable_text import terminal_text

    return terminal_text(text)


def _say_from(level: int) -> None:
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers = [_ToTerminal()]
        logger.propagate = False
        logger.setLevel(level)
