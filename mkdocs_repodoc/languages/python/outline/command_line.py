"""Options that a script declares with argparse, optparse, click or typer."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.structure import Definition, FunctionNode, Structure
from mkdocs_repodoc.languages.python.parse.source_excerpts import Source
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.text.english import one_line

_ARGPARSE = {"add_argument", "add_option"}
_CLICK = {"option", "argument", "password_option", "confirmation_option", "version_option"}
_TYPER = {"Option", "Argument"}
_CLICK_PACKAGES = ("click.", "rich_click.", "asyncclick.", "cloup.")
_LONGEST_DEFAULT = 60
_CONVERSION = re.compile(r"%(?:%|(?:\(\w+\))?[-#0 +]*\d*(?:\.\d+)?[a-zA-Z])")
"""What `%` fills in at run time, or a percent sign for it."""

CALL_NAMES = frozenset(_ARGPARSE | {"Option", "Argument"})
"""Last names of the functions whose calls are read here."""


def read_options(structure: Structure, names: ImportAliases, source: Source) -> tuple[Option, ...]:
    """Return the options and arguments in source order."""
    found = [
        option
        for place in structure.calls
        if isinstance(place.node.func, ast.Attribute) and place.node.func.attr in _ARGPARSE
        if (option := _declared(place.node, source))
    ]
    for definition in structure.definitions:
        if isinstance(definition.node, FunctionNode):
            found += _click_options(definition.node, names, source)
            found += _typer_options(definition, names, source)
    return tuple(sorted(found, key=lambda option: option.line))


def _declared(
    call: ast.Call, source: Source, default: ast.expr | None = None, name: str = ""
) -> Option | None:
    flags = tuple(
        argument.value
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    )
    if not flags and name:
        flags = (name,)
    if not flags or not all(flags):
        return None
    keywords = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    default = keywords.get("default", default)
    metavar = keywords.get("metavar")
    return Option(
        flags=flags,
        help=_text(keywords.get("help")),
        line=call.lineno,
        default="" if default is None else source.short(default, _LONGEST_DEFAULT),
        metavar=_text(metavar),
    )


def _text(node: ast.expr | None) -> str:
    """Return the text of a string literal, of a sum of such, or of one wrapped in a call."""
    if isinstance(node, ast.Constant):
        return one_line(node.value) if isinstance(node.value, str) else ""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return one_line(f"{_text(node.left)} {_text(node.right)}")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return _CONVERSION.sub(lambda found: "%" if found[0] == "%%" else "…", _text(node.left))
    if isinstance(node, ast.JoinedStr):
        return one_line(
            "".join(
                str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
            )
        )
    if isinstance(node, ast.Call) and len(node.args) == 1:  # a translation: `_("…")`
        return _text(node.args[0])
    return ""


def _click_options(node: FunctionNode, names: ImportAliases, source: Source) -> Iterator[Option]:
    for decorator in node.decorator_list:
        if not isinstance(decorator, ast.Call):
            continue
        path = names.path(decorator)
        known = path.startswith(_CLICK_PACKAGES) and path.rpartition(".")[2] in _CLICK
        if known and (option := _declared(decorator, source)):
            yield option


def _typer_options(
    definition: Definition, names: ImportAliases, source: Source
) -> Iterator[Option]:
    node = definition.node
    assert isinstance(node, FunctionNode)  # noqa: S101 - the caller's test, for the type checker
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
            yield from _typer_option(ast.copy_location(rest, call), argument, first, source)
            continue
        call = _typer_annotation(argument.annotation, names)
        if call is not None:
            yield from _typer_option(call, argument, default, source)


def _typer_option(
    call: ast.Call, argument: ast.arg, default: ast.expr | None, source: Source
) -> Iterator[Option]:
    is_option = _last(call.func) == "Option"
    name = f"--{argument.arg.replace('_', '-')}" if is_option else argument.arg
    if isinstance(default, ast.Constant) and default.value is ...:
        default = None  # typer's mark for what has to be given
    option = _declared(call, source, default, name)
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
