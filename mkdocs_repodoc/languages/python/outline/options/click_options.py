"""Options and commands of click: decorators of the function that runs, and parameter objects."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.options.option_calls import (
    declared,
    imports_any,
    keywords_of,
    strings,
    text_of,
    without_parameter,
)
from mkdocs_repodoc.languages.python.outline.options.written_values import (
    WrittenValues,
    written_values,
)
from mkdocs_repodoc.languages.python.outline.structure import NameDefinition, Structure
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.text.prose import first_sentence

_NAMES = frozenset({"click", "rich_click", "asyncclick", "cloup"})
_PACKAGES = tuple(f"{name}." for name in _NAMES)
_DECLARES = frozenset({"option", "argument", "password_option", "confirmation_option"})
_OF_THEIR_OWN = {
    "password_option": "--password",
    "confirmation_option": "--yes",
    "help_option": "--help",
    "version_option": "--version",
}
"""Decorators that have a flag where none is given."""
_COMMANDS = frozenset({"command", "group"})
_SUFFIX = re.compile(r"_(?:command|cmd|group|grp)$")
_OBJECTS = frozenset({"Option", "Argument"})
CALL_NAMES = _OBJECTS
"""Last names of the functions whose calls are read here."""


class ClickCommand(NamedTuple):
    """A function that a decorator makes a command."""

    name: str
    decorator: ast.expr
    is_below: bool
    """Whether it is registered with another command or program."""
    is_group: bool
    """Whether others are registered with it."""


def click_options(
    structure: Structure, names: ImportAliases, source: SourceExcerpts
) -> Iterator[Option]:
    """Yield what a module declares with click; of several commands each has its own options."""
    if not imports_any(structure, _NAMES):
        return
    commands = [
        (definition, definition.node, command_of(definition.node, names, _PACKAGES))
        for definition in structure.definitions
        if isinstance(definition.node, FunctionNode)
    ]
    written = written_values(structure.module.node)
    several = sum(c is not None and not c.is_below and not c.is_group for *_, c in commands) > 1
    for definition, node, command in commands:
        name = ""
        if command is not None and (command.is_below or (several and not command.is_group)):
            name = command.name
            yield as_option(definition, command)
        yield from _decorators(node, names, source, name, written)
    for call, _ in structure.calls:
        if names.path(call.func).startswith(_PACKAGES) and call.args:
            listed = call.args[0].elts if isinstance(call.args[0], ast.List | ast.Tuple) else []
            flags = without_parameter(strings(list(listed)))
            if flags and (option := declared(call, source, flags=flags, written=written)):
                yield option


def command_of(
    node: FunctionNode, names: ImportAliases, packages: Sequence[str]
) -> ClickCommand | None:
    """Return the command that a decorator makes of a function; `None` without one.

    Args:
        node: The function.
        names: The file's imports.
        packages: Beginnings of the paths of decorators that make a program of their own.
    """
    for decorator in node.decorator_list:
        function = decorator.func if isinstance(decorator, ast.Call) else decorator
        kind = names.path(function).rpartition(".")[2]
        if kind not in _COMMANDS:
            continue
        given = strings(decorator.args[:1]) if isinstance(decorator, ast.Call) else ()
        if isinstance(decorator, ast.Call) and not given:
            named = keywords_of(decorator).get("name")
            given = strings([named] if named is not None else [])
        name = given[0] if given else _SUFFIX.sub("", node.name).replace("_", "-").lower()
        is_below = not names.path(function).startswith(tuple(packages))
        return ClickCommand(name, decorator, is_below, kind == "group")
    return None


def as_option(definition: NameDefinition, command: ClickCommand) -> Option:
    """Return a command as what it is listed by: its name, and what it says it does."""
    call = command.decorator
    keywords = keywords_of(call) if isinstance(call, ast.Call) else {}
    about = text_of(keywords.get("short_help") or keywords.get("help"))
    if not about and definition.docstring is not None:
        about = first_sentence(str(definition.docstring.value))
    return Option((command.name,), about, definition.node.lineno, is_command=True)


def _decorators(
    node: FunctionNode,
    names: ImportAliases,
    source: SourceExcerpts,
    command: str,
    written: WrittenValues,
) -> Iterator[Option]:
    for decorator in node.decorator_list:
        if not isinstance(decorator, ast.Call):
            continue
        path = names.path(decorator)
        last = path.rpartition(".")[2]
        if not path.startswith(_PACKAGES) or last not in {*_DECLARES, *_OF_THEIR_OWN}:
            continue
        given = decorator.args[1:] if last == "version_option" else decorator.args
        flags = without_parameter(strings(given)) or (
            (own,) if (own := _OF_THEIR_OWN.get(last)) else ()
        )
        option = declared(decorator, source, flags=flags, command=command, written=written)
        if flags and option:
            yield option
