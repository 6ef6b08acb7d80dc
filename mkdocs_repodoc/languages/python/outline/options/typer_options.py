"""Options and commands of typer: parameters of the function that runs."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from msgspec import structs

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases, dotted
from mkdocs_repodoc.languages.python.outline.options.click_options import as_option, command_of
from mkdocs_repodoc.languages.python.outline.options.option_calls import (
    LONGEST_DEFAULT,
    declared,
    imports_any,
    strings,
)
from mkdocs_repodoc.languages.python.outline.options.written_values import (
    WrittenValues,
    written_values,
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
    written = written_values(structure.module.node)
    several = sum(command is not None for *_, command in commands) > 1
    for definition, node, command in commands:
        name = command.name if command is not None and several else ""
        if command is not None and name:
            yield as_option(definition, command)
        yield from _options(node, names, source, name, written)
        if command is not None:
            yield from _plain(node, names, source, name, written)


def _options(
    node: FunctionNode,
    names: ImportAliases,
    source: SourceExcerpts,
    command: str,
    written: WrittenValues,
) -> Iterator[Option]:
    for argument, default in _parameters(node):
        call = _typer_call(default, names)
        if call is not None:
            first = call.args[0] if call.args else None
            rest = ast.Call(call.func, call.args[1:], call.keywords)
            found = _option(ast.copy_location(rest, call), argument, first, source, command)
        elif (call := _typer_annotation(argument.annotation, names)) is not None:
            found = _option(call, argument, default, source, command)
        else:
            continue
        for option in found:
            yield _with_values(option, argument, written)


def _parameters(node: FunctionNode) -> list[tuple[ast.arg, ast.expr | None]]:
    """Return the parameters of a function with their defaults."""
    positional = [*node.args.posonlyargs, *node.args.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(node.args.defaults))
    return [
        *zip(positional, [*defaults, *node.args.defaults], strict=True),
        *zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True),
    ]


def _plain(
    node: FunctionNode,
    names: ImportAliases,
    source: SourceExcerpts,
    command: str,
    written: WrittenValues,
) -> Iterator[Option]:
    """Yield the parameters of a command that nothing describes: with a default they are options."""
    for argument, default in _parameters(node):
        kind = _kind(argument)
        is_described = _typer_call(default, names) or _typer_annotation(argument.annotation, names)
        if is_described or not kind or kind.endswith("Context"):
            continue
        name = argument.arg.replace("_", "-")
        shown = source.short(default, LONGEST_DEFAULT) if default is not None else ""
        flags: tuple[str, ...] = (f"--{name}",) if default is not None else (argument.arg,)
        if kind == "bool" and default is not None:
            flags = (f"--{name}", f"--no-{name}")
        option = Option(flags, "", argument.lineno, shown, command=command)
        yield _with_values(option, argument, written)


def _kind(argument: ast.arg) -> str:
    """Return the type of a parameter, without what `Annotated` and `Optional` have around it."""
    kind = argument.annotation
    while isinstance(kind, ast.Subscript):
        kind = kind.slice.elts[0] if isinstance(kind.slice, ast.Tuple) else kind.slice
    if isinstance(kind, ast.BinOp):  # `Colour | None`
        kind = kind.left
    return dotted(kind) if kind is not None else ""


def _with_values(option: Option, argument: ast.arg, written: WrittenValues) -> Option:
    """Return an option with the values of the enumeration that its type is."""
    kind = _kind(argument).rpartition(".")[2]
    if option.values or not kind[:1].isupper():
        return option
    values = tuple(written.enumerations.get(kind, {}).values())
    return structs.replace(option, values=values, value_type="" if values else kind)


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
