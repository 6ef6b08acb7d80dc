"""Dispatch tables of scripts: objects and lists of names, routes, commands, and switches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import string_in, written
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

_NAMES = ("identifier", "member_expression", "shorthand_property_identifier")
_DECLARATIONS = frozenset({"lexical_declaration", "variable_declaration"})
_WRAPPERS = frozenset({"as_expression", "satisfies_expression", "parenthesized_expression"})
_VERBS = frozenset({"get", "post", "put", "delete", "patch", "head", "options", "all"})

_SIGNS = (
    Sign(
        re.compile(rb"\.(?:get|post|put|delete|patch|head|options|all|use|action)\("),
        ("call_expression",),
    ),
    Sign(
        re.compile(rb"\bswitch\b"),
        ("switch_statement",),
        re.compile(rb"\bcase [^\n]*:\s*\{?\s*(?:return |await )*[\w.$]+\("),
    ),
)


def find_tables(root: Node, code: bytes) -> Iterator[DispatchTable]:
    """Yield the tables of a file: literals, then what is registered by calls, then choices."""
    for statement in root.named_children:
        declaration = statement.child_by_field_name("declaration") or statement
        if declaration.type in _DECLARATIONS:
            for each in declaration.named_children:
                yield from _literal(each, code)
    nodes = signed_nodes(root, code, _SIGNS)
    calls = nodes["call_expression"]
    yield from called_tables(each for call in calls for each in _registered(call, code))
    for switch in nodes["switch_statement"]:
        body = switch.child_by_field_name("body")
        branches = [
            (written(case.child_by_field_name("value"), code), _only_call(case))
            for case in (body.named_children if body is not None else ())
            if case.type == "switch_case" and case.children_by_field_name("body")
        ]
        yield from chosen_table(switch, branches, code)


def _literal(declarator: Node, code: bytes) -> Iterator[DispatchTable]:
    """Read `const handlers = { get, put: web.put }` and lists of names."""
    value = declarator.child_by_field_name("value")
    while value is not None and value.type in _WRAPPERS and value.named_children:
        value = value.named_children[0]
    if value is None or value.type not in {"object", "array"}:
        return
    elements = [each for each in value.named_children if each.type != "comment"]
    entries = [_element(each, code) for each in elements]
    yield from literal_table(declarator.child_by_field_name("name"), entries, code)


def _element(element: Node, code: bytes) -> TableEntry | None:
    key = element.child_by_field_name("key") if element.type == "pair" else None
    value = element.child_by_field_name("value") if key is not None else element
    if value is None or value.type not in _NAMES:
        return None
    return entry(written(key, code), value, code)


def _registered(call: Node, code: bytes) -> Iterator[tuple[str, TableEntry]]:
    """Read `app.get("/x", handler)` and `program.command("x").action(run)`."""
    function = call.child_by_field_name("function")
    listed = call.child_by_field_name("arguments")
    if function is None or listed is None or function.type != "member_expression":
        return
    arguments = [each for each in listed.named_children if each.type != "comment"]
    if not arguments or arguments[-1].type not in _NAMES:
        return
    method = written(function.child_by_field_name("property"), code)
    path = string_in(arguments[0], code) if len(arguments) > 1 else ""
    owner = receiver(function, code, ("object", "function"))
    if method in _VERBS and path.startswith("/"):
        yield owner, entry(f"{method.upper()} {path}", arguments[-1], code)
    elif method == "use":
        yield owner, entry(f"use {path}" if path.startswith("/") else "use", arguments[-1], code)
    elif method == "action" and (command := _command(function, code)):
        yield owner, entry(command, arguments[-1], code)


def _command(function: Node, code: bytes) -> str:
    """Return the command that a chain of calls describes."""
    node: Node | None = function
    while node is not None:
        listed = node.child_by_field_name("arguments")
        called = node.child_by_field_name("function")
        method = called.child_by_field_name("property") if called is not None else None
        if listed is not None and written(method, code) == "command" and listed.named_children:
            return string_in(listed.named_children[0], code)
        node = node.child_by_field_name("object") or called
    return ""


def _only_call(case: Node) -> Node | None:
    """Return the function that a case calls, if that is all it does."""
    body = [each for each in case.children_by_field_name("body") if each.type != "break_statement"]
    if len(body) == 1 and body[0].type == "statement_block":
        inner = body[0].named_children
        body = [each for each in inner if each.type not in {"break_statement", "comment"}]
    node = body[0] if len(body) == 1 else None
    while node is not None and node.type in {
        "return_statement",
        "expression_statement",
        "await_expression",
    }:
        node = node.named_children[0] if len(node.named_children) == 1 else None
    called = node.child_by_field_name("function") if node is not None else None
    return called if called is not None and called.type in _NAMES else None
