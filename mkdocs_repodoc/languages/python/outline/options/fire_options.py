"""Options and commands of fire: parameters of the functions and methods that it is given."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.structure import NameDefinition, Structure
from mkdocs_repodoc.languages.python.parse.function_nodes import FunctionNode
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.text.prose import first_sentence

_LONGEST_DEFAULT = 60
CALL_NAMES = frozenset({"Fire"})
"""Last names of the functions whose calls are read here."""


def fire_options(
    structure: Structure, names: ImportAliases, source: SourceExcerpts
) -> Iterator[Option]:
    """Yield what the functions, classes and tables take that `fire.Fire` is given."""
    for call, _ in structure.calls:
        if names.path(call.func) not in {"fire.Fire", "fire.core.Fire"}:
            continue
        defined = {
            each.scope.path(each.name): each
            for each in structure.definitions
            if isinstance(each.node, FunctionNode | ast.ClassDef)
        }
        given = call.args[0] if call.args else None
        if isinstance(given, ast.Dict):
            for key, value in zip(given.keys, given.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(value, ast.Name):
                    yield from _command(str(key.value), defined.get(value.id), source)
        elif isinstance(given, ast.Name) and given.id in defined:
            yield from _component(given.id, defined, source)


def _component(
    name: str, defined: Mapping[str, NameDefinition], source: SourceExcerpts
) -> Iterator[Option]:
    definition = defined[name]
    if isinstance(definition.node, FunctionNode):
        yield from _parameters(definition.node, source, "")
        return
    for path, member in defined.items():
        owner, _, last = path.rpartition(".")
        if owner == name and isinstance(member.node, FunctionNode) and not last.startswith("_"):
            yield from _command(last, member, source)


def _command(
    name: str, definition: NameDefinition | None, source: SourceExcerpts
) -> Iterator[Option]:
    if definition is None or not isinstance(definition.node, FunctionNode):
        return
    docstring = definition.docstring
    about = first_sentence(str(docstring.value)) if docstring is not None else ""
    yield Option((name,), about, definition.node.lineno, is_command=True)
    yield from _parameters(definition.node, source, name)


def _parameters(node: FunctionNode, source: SourceExcerpts, command: str) -> Iterator[Option]:
    """Yield the parameters of a function or method, as fire offers them."""
    arguments = node.args
    positional = [*arguments.posonlyargs, *arguments.args]
    padding: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
    pairs = [
        *zip(positional, [*padding, *arguments.defaults], strict=True),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    for argument, default in pairs:
        if argument.arg in {"self", "cls"}:
            continue
        shown = "" if default is None else source.short(default, _LONGEST_DEFAULT)
        yield Option((f"--{argument.arg}",), "", argument.lineno, shown, command=command)
