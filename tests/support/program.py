"""The program, run in this process as a shell runs it."""

from __future__ import annotations

from inspect import signature
from typing import Any

from click import Command
from click.testing import CliRunner, Result

from mkdocs_repodoc.command_line.program import program

_APART: dict[str, Any] = (
    {"mix_stderr": False} if "mix_stderr" in signature(CliRunner).parameters else {}
)
"""Before click 8.2, the error output is kept apart from the other one only if asked for."""


def run_program(*arguments: str) -> Result:
    """Run a command; return its exit code and what it has printed, errors apart."""
    return CliRunner(**_APART).invoke(program, arguments)


def run_command(command: Command, *arguments: str) -> Result:
    """Run one command without the program around it, which speaks through the loggers."""
    return CliRunner(**_APART).invoke(command, arguments)
