"""Programs that those who write a language use, as command lines name them."""

from __future__ import annotations

import re
from dataclasses import dataclass

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRunner:
    """A program that runs tasks of a project.

    Attributes:
        line: Matches a command line that starts tasks; the group `names` holds their names.
        commands: How tasks are started whose name stands in the place of `{}`.
        between: What stands between two names; any white space if empty.
        makes_files: Whether some of the names may be those of files that it makes.
    """

    line: re.Pattern[str]
    commands: tuple[str, ...]
    between: str = ""
    makes_files: bool = False


def plain_runner(program: str) -> TaskRunner:
    """Return a program behind whose name the names of tasks stand.

    Args:
        program: Its name, and the word for running tasks if it has one.
    """
    line = re.compile(rf"{program} +(?P<names>[\w.].*)", re.DOTALL)
    return TaskRunner(line=line, commands=(f"{program} {{}}",), makes_files=True)


@dataclass(frozen=True, slots=True)
class CommandWrapper:
    """A program that runs the command behind its name.

    Attributes:
        start: The words that it begins with: `uv run`.
        valued: Options that have a value behind them.
        until: Words of which one stands in front of the command, where one has to.
        operands: How many words stand between its options and the command.
    """

    start: str
    valued: frozenset[str] = NOTHING
    until: frozenset[str] = NOTHING
    operands: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """The words that it begins with, one by one."""
        return tuple(self.start.split())


def plain_wrappers(*starts: str) -> tuple[CommandWrapper, ...]:
    """Return programs whose options stand alone, or have their values behind an equals sign."""
    return tuple(map(CommandWrapper, starts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """Programs that those who write a language use, by what they do.

    Words are the names of programs; forms are patterns of command lines, or of their beginnings.

    Attributes:
        packaging: Words: they install the packages of the language, or publish them.
        checking: Forms of the beginning of a command line that builds, tests or checks something.
        testing: Forms of the programs that run tests.
        linting: Words: they judge code, or lay it out.
        english: Those of them that are words of English, too.
        installing: Forms of the programs that bring something onto a machine.
        fetching: Forms of what brings along what work on the software needs.
        adding: Forms of the beginning of a command line that installs and does not say so.
        asking: Forms of the beginning of a command line that checks nothing, though its program is
            one of those that check.
        interpreting: Forms of the programs that run a script.
        running_files: Words: programs, or modules, that run every file that they are given.
        wrapping: Programs that run the command behind their names.
        measuring: Words that have `run` behind them, and what an interpreter takes behind that.
        tasks: How they start tasks of a project.
    """

    packaging: frozenset[str] = NOTHING
    checking: frozenset[str] = NOTHING
    testing: frozenset[str] = NOTHING
    linting: frozenset[str] = NOTHING
    english: frozenset[str] = NOTHING
    installing: frozenset[str] = NOTHING
    fetching: frozenset[str] = NOTHING
    adding: frozenset[str] = NOTHING
    asking: frozenset[str] = NOTHING
    interpreting: frozenset[str] = NOTHING
    running_files: frozenset[str] = NOTHING
    wrapping: tuple[CommandWrapper, ...] = ()
    measuring: frozenset[str] = NOTHING
    tasks: tuple[TaskRunner, ...] = ()
