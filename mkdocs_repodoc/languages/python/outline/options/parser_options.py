"""Options of argparse, optparse and pytest, each with the command whose parser declares it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.outline.options.option_calls import (
    declared,
    keywords_of,
    strings,
    text_of,
)
from mkdocs_repodoc.languages.python.outline.structure import FunctionNode, OutlineScope, Structure
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Option

_PLUGINS_DECLARE = "addoption"
"""How plugins of pytest, and its conftest.py, give `pytest` an option."""
_DECLARES = frozenset({"add_argument", "add_option", _PLUGINS_DECLARE})
_COMMAND = "add_parser"
_GROUPS = frozenset({"add_argument_group", "add_mutually_exclusive_group", "add_option_group"})
CALL_NAMES = _DECLARES | {_COMMAND}
"""Last names of the functions whose calls are read here."""


def parser_options(structure: Structure, source: SourceExcerpts) -> Iterator[Option]:
    """Yield what parsers declare: commands, options and arguments."""
    parsers: dict[int, dict[str, str]] = {}
    if any(_method(place.node) == _COMMAND for place in structure.calls):
        scopes = {id(place.scope): place.scope for place in structure.calls}
        parsers = {key: _parsers(scope) for key, scope in scopes.items()}
    for call, scope in structure.calls:
        if not isinstance(call.func, ast.Attribute):
            continue
        if call.func.attr == _PLUGINS_DECLARE:
            command = "pytest"
        else:
            command = parsers.get(id(scope), {}).get(dotted(call.func.value), "")
        if call.func.attr in _DECLARES and (option := declared(call, source, command=command)):
            yield option
        elif call.func.attr == _COMMAND and (names := strings(call.args[:1])):
            keywords = keywords_of(call)
            about = text_of(keywords.get("help") or keywords.get("description"))
            yield Option(names, about, call.lineno, is_command=True)


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _parsers(scope: OutlineScope) -> dict[str, str]:
    """Return the variables of a scope that hold a command's parser, or a group of its options."""
    found: dict[str, str] = {}
    body = scope.node.body if isinstance(scope.node, ast.Module | FunctionNode) else []
    for statement in (each for top in body for each in ast.walk(top)):
        call = statement.value if isinstance(statement, ast.Assign) else None
        if not isinstance(statement, ast.Assign) or not isinstance(call, ast.Call):
            continue
        names = [dotted(target) for target in statement.targets]
        if _method(call) == _COMMAND:
            command = next(iter(strings(call.args[:1])), "")
        elif _method(call) in _GROUPS and isinstance(call.func, ast.Attribute):
            command = found.get(dotted(call.func.value), "")
        else:
            continue
        found.update(dict.fromkeys(names, command))
    return found
