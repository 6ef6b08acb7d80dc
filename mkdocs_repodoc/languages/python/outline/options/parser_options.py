"""Options of argparse, optparse and pytest, each with the command whose parser declares it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.options.command_parsers import (
    COMMAND,
    CommandParsers,
)
from mkdocs_repodoc.languages.python.outline.options.option_calls import declared, text_of
from mkdocs_repodoc.languages.python.outline.options.written_values import written_values
from mkdocs_repodoc.languages.python.outline.structure import Structure
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Option

_PLUGINS_DECLARE = "addoption"
"""How plugins of pytest, and its conftest.py, give `pytest` an option."""
_DECLARES = frozenset({"add_argument", "add_option", _PLUGINS_DECLARE})
CALL_NAMES = _DECLARES | {COMMAND}
"""Last names of the functions whose calls are read here."""


def parser_options(structure: Structure, source: SourceExcerpts) -> Iterator[Option]:
    """Yield what parsers declare: commands, options and arguments."""
    written = written_values(structure.module.node)
    makes_commands = any(_method(place.node) == COMMAND for place in structure.calls)
    parsers = CommandParsers(structure) if makes_commands else None
    for call, scope in structure.calls:
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in _DECLARES:
            continue
        if call.func.attr == _PLUGINS_DECLARE:
            command = "pytest"
        else:
            command = parsers.command_of(scope, call) if parsers is not None else ""
        if option := declared(call, source, command=command, written=written):
            yield option
    for made in parsers.commands() if parsers is not None else ():
        yield Option((made.name,), text_of(made.help), made.call.lineno, is_command=True)


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""
