"""Groups of commands whose help says what each command does."""

from __future__ import annotations

import click

_WHOLE = 1_000
"""More letters than a first sentence has, so that none is cut."""


class CommandGroup(click.Group):
    """A group whose help has the whole first sentence of each command, never cut."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands into the help."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [
            (name, command.get_short_help_str(_WHOLE))
            for name, command in commands
            if command is not None and not command.hidden
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
