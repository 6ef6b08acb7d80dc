"""Dispatch tables of Go: literals of names, routes, commands that are added, and switches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import (
    nodes_of,
    string_in,
    written,
)
from mkdocs_repodoc.languages.treesitter.runtime.table_declarations import (
    Sign,
    called_tables,
    chosen_table,
    entry,
    literal_table,
    receiver,
    signed_nodes,
)
from mkdocs_repodoc.model.facts import DispatchTable, TableEntry

_NAMES = ("identifier", "selector_expression")
_WORDS = frozenset({"true", "false", "nil", "iota"})
_VERBS = frozenset({"get", "post", "put", "delete", "patch", "head", "options"})
_HANDLES = frozenset({"Handle", "HandleFunc"})

_SIGNS = (
    Sign(
        re.compile(rb"\.(?:Handle|HandleFunc|AddCommand|(?i:get|post|put|delete|patch))\("),
        ("call_expression",),
    ),
    Sign(
        re.compile(rb"\bswitch\b"),
        ("expression_switch_statement", "type_switch_statement"),
        re.compile(rb"\bcase [^\n]*:\s*(?:return )?[\w.]+\("),
    ),
)


def find_tables(root: Node, code: bytes) -> Iterator[DispatchTable]:
    """Yield the tables of a file: literals, then what is registered by calls, then choices."""
    for declaration in root.named_children:
        if declaration.type == "var_declaration":
            for spec in nodes_of(declaration, ("var_spec",)):
                yield from _literal(spec, code)
    nodes = signed_nodes(root, code, _SIGNS)
    calls = nodes["call_expression"]
    yield from called_tables(each for call in calls for each in _registered(call, code))
    for switch in nodes["expression_switch_statement"] + nodes["type_switch_statement"]:
        if switch.child_by_field_name("value") is None:
            continue  # its cases are conditions, no names
        branches = [
            (_label(case, code), _only_call(case))
            for case in switch.named_children
            if case.type in {"expression_case", "type_case"}
        ]
        yield from chosen_table(switch, branches, code)


def _literal(spec: Node, code: bytes) -> Iterator[DispatchTable]:
    """Read `var handlers = map[string]Handler{"get": get}` and slices of names or structs."""
    values = spec.child_by_field_name("value")
    literal = values.named_children[0] if values is not None and values.named_children else None
    body = literal.child_by_field_name("body") if literal is not None else None
    if body is not None:
        elements = [each for each in body.named_children if each.type != "comment"]
        entries = [_element(each, code) for each in elements]
        yield from literal_table(spec.child_by_field_name("name"), entries, code)


def _element(element: Node, code: bytes) -> TableEntry | None:
    key = element.child_by_field_name("key")
    value = _bare(element.child_by_field_name("value") or element)
    said = written(key, code)
    if value.type == "composite_literal":
        value = value.child_by_field_name("body") or value
    if value.type == "literal_value":  # a struct: its text is the key, the last name the value
        fields = [_bare(each.child_by_field_name("value") or each) for each in value.named_children]
        said = said or next((written(each, code) for each in fields if "string" in each.type), "")
        value = next((each for each in reversed(fields) if _is_name(each, code)), value)
    return entry(said, value, code) if _is_name(value, code) else None


def _bare(node: Node) -> Node:
    """Return what an element wraps."""
    while node.type in {"literal_element", "unary_expression"} and node.named_children:
        node = node.named_children[0]
    return node


def _is_name(node: Node, code: bytes) -> bool:
    return node.type in _NAMES and written(node, code) not in _WORDS


def _registered(call: Node, code: bytes) -> Iterator[tuple[str, TableEntry]]:
    """Read `mux.HandleFunc("/x", handler)`, `router.Get(…)` and `root.AddCommand(serve)`."""
    function = call.child_by_field_name("function")
    listed = call.child_by_field_name("arguments")
    if function is None or listed is None or function.type != "selector_expression":
        return
    method = written(function.child_by_field_name("field"), code)
    arguments = [each for each in listed.named_children if each.type != "comment"]
    owner = receiver(function, code, ("operand", "function"))
    if method == "AddCommand":
        for each in arguments:
            value = each.child_by_field_name("function") or each
            if _is_name(value, code):
                yield owner, entry("", value, code)
    elif len(arguments) > 1 and (method in _HANDLES or method.lower() in _VERBS):
        path = string_in(arguments[0], code)
        verb = "" if method in _HANDLES else f"{method.upper()} "
        if "/" in path and _is_name(arguments[-1], code):
            yield owner, entry(f"{verb}{path}", arguments[-1], code)


def _label(case: Node, code: bytes) -> str:
    label = case.child_by_field_name("value") or case.child_by_field_name("type")
    return written(label, code)


def _statements(case: Node) -> list[Node]:
    """Return the statements of a case, which the grammar puts in a list from 0.25 on."""
    listed = next((each for each in case.named_children if each.type == "statement_list"), None)
    if listed is not None:
        return listed.named_children
    labels = {*case.children_by_field_name("value"), *case.children_by_field_name("type")}
    return [each for each in case.named_children if each not in labels]


def _only_call(case: Node) -> Node | None:
    """Return the function that a case calls, if that is all it does."""
    statements = _statements(case)
    if len(statements) != 1:
        return None
    (node,) = statements
    while node.type in {"return_statement", "expression_statement", "expression_list"}:
        if len(node.named_children) != 1:
            return None
        node = node.named_children[0]
    function = node.child_by_field_name("function") if node.type == "call_expression" else None
    return function if function is not None and function.type in _NAMES else None
