"""JavaScript and TypeScript, with JSX and TSX.

Functions are declared or assigned, modules import and export in two styles, and TypeScript adds
types to all of it; one set of handlers reads every mix.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import tree_sitter_javascript
import tree_sitter_typescript
from tree_sitter import Node

from mkdocs_repodoc.languages.javascript.assembled_types import complete_types
from mkdocs_repodoc.languages.javascript.dispatch_tables import find_tables
from mkdocs_repodoc.languages.javascript.errors.error_reports import CONDITIONS, find_errors
from mkdocs_repodoc.languages.javascript.functions import read_function, read_method
from mkdocs_repodoc.languages.javascript.member_ends import end_members
from mkdocs_repodoc.languages.javascript.modules import (
    is_required,
    module_name,
    read_export,
    read_import,
    read_program,
)
from mkdocs_repodoc.languages.javascript.names.script_file_finder import find_names
from mkdocs_repodoc.languages.javascript.options.command_line import find_options
from mkdocs_repodoc.languages.javascript.task_lists import find_tasks
from mkdocs_repodoc.languages.javascript.type_defaults import find_defaults
from mkdocs_repodoc.languages.javascript.types import (
    read_class,
    read_enum,
    read_field,
    read_interface,
    read_namespace,
    read_type_alias,
)
from mkdocs_repodoc.languages.javascript.values import (
    read_assignment,
    read_pair,
    read_variable,
)
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk
from mkdocs_repodoc.model.kinds import Kind

_TEST_FUNCTIONS = frozenset({"it", "test", "specify", "bench"})
_SUITE_FUNCTIONS = frozenset({"describe", "suite", "context"})
_LEFT_OUT = {f"x{name}": name for name in ("it", "test", "describe", "context", "specify")}
"""Functions of tests that are not run → what they would be."""
_KNOWN = _TEST_FUNCTIONS | _SUITE_FUNCTIONS | _LEFT_OUT.keys()
_SKIPS = re.compile(r"\.(?:skip|todo)\b(?!\w)")
_OWN_TEST = re.compile(r"[a-z]\w*Test$")
"""Functions of a project's own that make a test of a title and a function, by their names."""
_RUNNERS = re.compile(
    rb"['\"](?:ava|vitest|jest|@jest/globals|mocha|node:test|@playwright/test|tape|tap|uvu"
    rb"|bun:test)['\"]"
)
_FUNCTIONS = frozenset({"arrow_function", "function_expression"})


def _is_own_test(walk: Walk, called: str, children: Sequence[Node]) -> bool:
    """Tell whether a call in a file that imports a test runner hands a test to it by a helper."""
    is_named = _OWN_TEST.match(called) is not None and children[-1].type in _FUNCTIONS
    return is_named and _RUNNERS.search(walk.code) is not None


def _call(walk: Walk, node: Node, scope: Scope) -> None:
    """Read calls that mean more: `require`, `describe` and `it`."""
    function = node.child_by_field_name("function")
    arguments = node.child_by_field_name("arguments")
    if function is None or arguments is None:
        return
    if is_required(walk, node):
        source = arguments.named_children[0]
        walk.add_import(module_name(walk, source), node, source)
        return
    head = walk.code[function.start_byte : min(function.end_byte, function.start_byte + 30)]
    written = head.decode("utf-8", "replace")
    called = written.partition(".")[0]
    children = arguments.named_children
    literal = bool(children) and children[0].type in {"string", "template_string"}
    is_own_test = literal and _is_own_test(walk, called, children)
    if literal and len(children) > 1 and (is_own_test or called in _KNOWN):
        title = walk.line_of(children[0])[1:-1]
        name = f"{scope.name} > {title}" if scope.name and scope.kind == Kind.TEST else title
        is_left_out = called in _LEFT_OUT or bool(_SKIPS.search(written))
        marks = ("skipped",) if is_left_out and "skipped" not in scope.labels else ()
        scope = replace(scope, labels=(*scope.labels, *marks))
        if is_own_test or _LEFT_OUT.get(called, called) in _TEST_FUNCTIONS:
            walk.add(Kind.TEST, name, node, children[0], replace(scope, public=True), body=True)
            walk.tests.append(name)
            inner = inside_function(scope, name)
        else:
            inner = replace(scope, name=name, kind=Kind.TEST, start=-1, public=False)
        walk.enter(arguments, inner)
        return
    walk.visit(arguments, scope)
    walk.visit(function, scope)


_HANDLERS: dict[str, Handler] = {
    "program": read_program,
    "import_statement": read_import,
    "export_statement": read_export,
    "function_declaration": read_function,
    "generator_function_declaration": read_function,
    "function_signature": read_function,
    "function_expression": read_function,
    "arrow_function": read_function,
    "class_declaration": read_class,
    "abstract_class_declaration": read_class,
    "class": read_class,
    "method_definition": read_method,
    "method_signature": read_method,
    "abstract_method_signature": read_method,
    "field_definition": read_field,
    "public_field_definition": read_field,
    "property_signature": read_field,
    "interface_declaration": read_interface,
    "type_alias_declaration": read_type_alias,
    "enum_declaration": read_enum,
    "module": read_namespace,
    "internal_module": read_namespace,
    "lexical_declaration": read_variable,
    "variable_declaration": read_variable,
    "pair": read_pair,
    "assignment_expression": read_assignment,
    "call_expression": _call,
}
JAVASCRIPT = Dialect(
    tree_sitter_javascript.language,
    _HANDLERS,
    decisions=frozenset(
        {
            "if_statement",
            "for_statement",
            "for_in_statement",
            "while_statement",
            "do_statement",
            "switch_case",
            "catch_clause",
            "ternary_expression",
        }
    ),
    operators=frozenset({"&&", "||", "??"}),
    find_names=find_names,
    find_options=find_options,
    find_tables=find_tables,
    find_tasks=find_tasks,
    find_errors=find_errors,
    find_defaults=find_defaults,
    conditions=CONDITIONS,
    documents_apart=True,
    complete=complete_types,
)
TYPESCRIPT = replace(
    JAVASCRIPT, grammar=tree_sitter_typescript.language_typescript, reword=end_members
)
TSX = replace(JAVASCRIPT, grammar=tree_sitter_typescript.language_tsx)
