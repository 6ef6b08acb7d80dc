"""Options and commands of typer: parameters of the function that runs."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.options.click_options import as_option, command_of
from mkdocs_repodoc.languages.python.outline.options.option_calls import (
    declared,
    imports_any,
    strings,
)
from mkdocs_repodoc.languages.python.outline.structure import Structure
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Option

_TYPER = {"Option", "Argument"}


def typer_options(
    structure: Structure, names: ImportAliases, source: SourceExcerpts
) -> Iterator[Option]:
    """Yield what a module declares with typer; of several commands each has its own options."""
    if not imports_any(structure, {"typer"}):
        return
    commands = [
        (definition, definition.node, command_of(definition.node, names, ("click.",)))
        for definition in structure.definitions
        if isinstance(definition.node, FunctionNode)
    ]
    several = sum(command is not None for *_, command in commands) > 1
    for definition, node, command in commands:
        name = command.name if command is not None and several else ""
        if command is not None and name:
            yield as_option(definition, command)
        yield from _options(node, names, source, name)


def _options(
    node: FunctionNode, names: ImportAliases, source: SourceExcerpts, command: str
) -> Iterator[Option]:
    positional = [*node.args.posonlyargs, *node.args.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(node.args.defaults))
    pairs = [
        *zip(positional, [*defaults, *node.args.defaults], strict=True),
        *zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True),
    ]
    for argument, default in pairs:
        call = _typer_call(default, names)
        if call is not None:
            first = call.args[0] if call.args else None
            rest = ast.Call(call.func, call.args[1:], call.keywords)
            yield from _option(ast.copy_location(rest, call), argument, first, source, command)
            continue
        call = _typer_annotation(argument.annotation, names)
        if call is not None:
            yield from _option(call, argument, default, source, command)


def _option(
    call: ast.Call,
    argument: ast.arg,
    default: ast.expr | None,
    source: SourceExcerpts,
    command: str,
) -> Iterator[Option]:
    is_option = _last(call.func) == "Option"
    name = f"--{argument.arg.replace('_', '-')}" if is_option else argument.arg
    if isinstance(default, ast.Constant) and default.value is ...:
        default = None  # typer's mark for what has to be given
    flags = strings(call.args) or (name,)
    option = declared(call, source, flags=flags, default=default, command=command)
    if option:
        yield option


def _typer_call(node: ast.expr | None, names: ImportAliases) -> ast.Call | None:
    if isinstance(node, ast.Call) and _last(node.func) in _TYPER:
        return node if names.path(node).startswith("typer.") else None
    return None


def _typer_annotation(node: ast.expr | None, names: ImportAliases) -> ast.Call | None:
    if not isinstance(node, ast.Subscript) or _last(node.value) != "Annotated":
        return None
    elements = node.slice.elts if isinstance(node.slice, ast.Tuple) else []
    return next((call for part in elements if (call := _typer_call(part, names))), None)


def _last(node: ast.expr) -> str:
    return getattr(node, "attr", "") or getattr(node, "id", "")
