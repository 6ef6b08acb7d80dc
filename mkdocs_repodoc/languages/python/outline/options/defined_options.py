"""Options that a library's own call defines by name: those of tornado and of absl."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import msgspec

from mkdocs_repodoc.languages.python.outline.import_aliases import ImportAliases
from mkdocs_repodoc.languages.python.outline.options.option_calls import (
    declared,
    keywords_of,
    text_of,
)
from mkdocs_repodoc.languages.python.outline.structure import Structure
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Option

_TORNADO = "define"
_TORNADO_MODULE = "tornado.options"
_TORNADO_KEYWORDS = frozenset(
    {"name", "default", "type", "help", "metavar", "multiple", "group", "callback"}
)
_ABSL = frozenset(
    f"DEFINE_{kind}"
    for kind in (
        *("string", "bool", "boolean", "integer", "float", "enum", "enum_class", "list"),
        *("spaceseplist", "multi_string", "multi_integer", "multi_float", "multi_enum"),
    )
)
_ABSL_MODULE = "absl.flags"
_VALUES = frozenset({"DEFINE_enum", "DEFINE_enum_class", "DEFINE_multi_enum"})
"""Calls of absl whose third argument is the values that an option may have."""
CALL_NAMES = _ABSL | {_TORNADO}
"""Last names of the functions whose calls are read here."""


def defined_options(
    structure: Structure, names: ImportAliases, source: SourceExcerpts
) -> Iterator[Option]:
    """Yield the options that calls define; in source order."""
    tornado = _imports_tornado(structure)
    for call, _ in structure.calls:
        module, _, last = names.path(call.func).rpartition(".")
        if last == _TORNADO and tornado and keywords_of(call).keys() <= _TORNADO_KEYWORDS:
            found = _option(call, source, call.args[1] if len(call.args) > 1 else None)
        elif last in _ABSL and module == _ABSL_MODULE:
            found = _absl_option(call, source, last)
        else:
            continue
        if found is not None:
            yield found


def _imports_tornado(structure: Structure) -> bool:
    """Whether a file imports the module that keeps tornado's options, at its top or later."""
    for node, _, _ in structure.imports:
        if isinstance(node, ast.Import):
            found = {alias.name for alias in node.names}
        else:
            found = {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
        if _TORNADO_MODULE in found:
            return True
    return False


def _option(call: ast.Call, source: SourceExcerpts, default: ast.expr | None) -> Option | None:
    name = text_of(call.args[0]) if call.args else ""
    return declared(call, source, flags=(f"--{name}",), default=default) if name else None


def _absl_option(call: ast.Call, source: SourceExcerpts, last: str) -> Option | None:
    """Return the option of `DEFINE_string(name, default, help)` and the like."""
    option = _option(call, source, call.args[1] if len(call.args) > 1 else None)
    position = 3 if last in _VALUES else 2
    if option is None or option.help or len(call.args) <= position:
        return option
    return msgspec.structs.replace(option, help=text_of(call.args[position]))
