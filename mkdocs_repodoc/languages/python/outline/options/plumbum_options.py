"""Options and commands of plumbum: attributes and methods of classes that are applications."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases, dotted
from mkdocs_repodoc.languages.python.outline.options.option_calls import (
    LONGEST_DEFAULT,
    imports_any,
    keywords_of,
    strings,
    text_of,
)
from mkdocs_repodoc.languages.python.outline.structure import Structure
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.text.prose import first_sentence

_PACKAGE = "plumbum"
_APPLICATION = "Application"
_DECLARING = frozenset({"SwitchAttr", "Flag", "CountOf"})
_METHODS = frozenset({"switch", "autoswitch"})
_COMMAND = "subcommand"
_ABOUT = "DESCRIPTION"
_VALUES = "Set"
"""Type of an option with a few values."""
_LEAST_NAMED = 3
"""Arguments of a switch of which the last is what help calls its value."""


def plumbum_options(
    structure: Structure, names: ImportAliases, source: SourceExcerpts
) -> Iterator[Option]:
    """Yield what the applications of a module declare, and those that are commands of others."""
    module = structure.module.node
    if not isinstance(module, ast.Module) or not imports_any(structure, {_PACKAGE}):
        return
    found = _applications(module, names)
    commands = {name: _command(node) for name, node in found.items()}
    for name, node in found.items():
        command = commands[name]
        if command:
            yield Option((command,), _about(node), node.lineno, is_command=True)
        taking = ", ".join(
            filter(None, (commands[each] for each in found if _is(each, name, found)))
        )
        for statement in node.body:
            if (call := _declaring(statement, names)) is not None:
                yield from _option(call, statement.lineno, source, taking)


def _applications(module: ast.Module, names: ImportAliases) -> dict[str, ast.ClassDef]:
    """Return the classes of a module that are applications, directly or by another one of them."""
    found: dict[str, ast.ClassDef] = {}
    for node in module.body:
        if isinstance(node, ast.ClassDef) and any(
            dotted(base) in found
            or (names.path(base).startswith(_PACKAGE) and dotted(base).endswith(_APPLICATION))
            for base in node.bases
        ):
            found[node.name] = node
    return found


def _is(name: str, ancestor: str, found: Mapping[str, ast.ClassDef]) -> bool:
    """Tell whether an application is another one, or derived from it."""
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each == ancestor:
            return True
        waiting += [dotted(base) for base in found[each].bases if dotted(base) in found]
    return False


def _command(node: ast.ClassDef) -> str:
    """Return the name under which another application has this one as a command."""
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and dotted(decorator.func).endswith(f".{_COMMAND}"):
            return next(iter(strings(decorator.args)), "")
    return ""


def _about(node: ast.ClassDef) -> str:
    for statement in node.body:
        if isinstance(statement, ast.Assign) and dotted(statement.targets[0]) == _ABOUT:
            return text_of(statement.value)
    return first_sentence(ast.get_docstring(node) or "")


def _declaring(statement: ast.stmt, names: ImportAliases) -> ast.Call | None:
    """Return the call by which a statement of a class declares an option."""
    given: Sequence[ast.expr] = ()
    if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
        given = [statement.value]
    elif isinstance(statement, ast.FunctionDef):
        given = statement.decorator_list
    wanted = _METHODS if isinstance(statement, ast.FunctionDef) else _DECLARING
    for each in given:
        if (
            isinstance(each, ast.Call)
            and names.path(each.func).startswith(_PACKAGE)
            and dotted(each.func).rpartition(".")[2] in wanted
        ):
            return each
    return None


def _option(call: ast.Call, line: int, source: SourceExcerpts, command: str) -> Iterator[Option]:
    first = call.args[0] if call.args else None
    listed = first.elts if isinstance(first, ast.List | ast.Tuple) else call.args[:1]
    names = [each.lstrip("-") for each in strings(list(listed))]
    if not names:
        return
    flags = tuple(f"-{each}" if len(each) == 1 else f"--{each}" for each in names)
    keywords = keywords_of(call)
    kind = call.args[1] if len(call.args) > 1 else keywords.get("argtype")
    values = kind.args if isinstance(kind, ast.Call) and dotted(kind.func).endswith(_VALUES) else []
    named = (
        call.args[2:3]
        if len(call.args) >= _LEAST_NAMED
        else [keywords["argname"]]
        if ("argname" in keywords)
        else []
    )
    default = keywords.get("default")
    yield Option(
        flags,
        text_of(keywords.get("help")),
        line,
        source.short(default, LONGEST_DEFAULT) if default is not None else "",
        next(iter(strings(list(named))), ""),
        command=command,
        values=strings(list(values)),
        variables=strings([keywords["envname"]]) if "envname" in keywords else (),
    )
