"""Options that calls describe which belong to no library: `opt("-f", "--file", help="…")`.

A program may declare its options in a way of its own and hand them to a parser later. Such a call
is known by what it is given: flags, and the text that helps with them, by this call or by another
one of the same function. Where it describes a field of a class, the field has the default.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from msgspec import structs

from mkdocs_repodoc.languages.python.outline.described_fields import DescribedFields
from mkdocs_repodoc.languages.python.outline.import_aliases import dotted
from mkdocs_repodoc.languages.python.outline.options.option_calls import (
    LONGEST_DEFAULT,
    declared,
    keywords_of,
    strings,
)
from mkdocs_repodoc.languages.python.outline.structure import OutlineScope, Structure
from mkdocs_repodoc.languages.python.parse.child_nodes import nodes_below
from mkdocs_repodoc.languages.python.parse.source_excerpts import SourceExcerpts
from mkdocs_repodoc.model.records import Option


def described_options(
    structure: Structure,
    fields: DescribedFields,
    source: SourceExcerpts,
    told: set[int],
) -> Iterator[Option]:
    """Yield the options that calls of a program's own describe, each at the line of its field.

    Args:
        structure: What was found in the module.
        fields: The fields that calls describe.
        source: The module's text.
        told: Lines of the options that calls of libraries declare.
    """
    calls = [each.node for each in structure.flag_calls if each.node.lineno not in told]
    helpers = {dotted(call.func) for call in calls if "help" in keywords_of(call)} - {""}
    around = _fields_around(structure) if helpers else {}
    for call in calls:
        hidden = keywords_of(call).get("hidden")
        is_hidden = isinstance(hidden, ast.Constant) and hidden.value is True
        if is_hidden or dotted(call.func) not in helpers:
            continue
        option = declared(call, source, flags=_flags(call))
        if option is None:
            continue
        holder = around.get(call)
        if holder is not None:
            start = option.default or fields.start(holder.value, LONGEST_DEFAULT) or ""
            option = structs.replace(option, default=start, line=holder.lineno)
        yield option


def _flags(call: ast.Call) -> tuple[str, ...]:
    """Return the flags that come first, and those that a keyword adds: `negative_flags=(…)`."""
    found = [*strings(call.args)]
    for keyword in call.keywords:
        listed = keyword.value
        if "flag" in (keyword.arg or "") and isinstance(listed, ast.List | ast.Tuple):
            found += strings(listed.elts)
    return tuple(dict.fromkeys(each for each in found if each.startswith("-")))


def _fields_around(structure: Structure) -> dict[ast.AST, ast.AnnAssign | ast.Assign]:
    """Return the calls in values of fields, with the statements that declare these."""
    found: dict[ast.AST, ast.AnnAssign | ast.Assign] = {}
    for definition in structure.definitions:
        node = definition.node if _is_class(definition.scope) else None
        if isinstance(node, ast.AnnAssign | ast.Assign) and isinstance(node.value, ast.Call):
            calls = (each for each in nodes_below(node.value) if isinstance(each, ast.Call))
            found |= dict.fromkeys(calls, node)
    return found


def _is_class(scope: OutlineScope) -> bool:
    return isinstance(scope.node, ast.ClassDef)
