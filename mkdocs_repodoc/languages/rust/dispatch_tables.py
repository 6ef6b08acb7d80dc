"""Dispatch tables of Rust: arrays of names, routes by calls and attributes, and matches."""

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

_NAMES = ("identifier", "scoped_identifier", "field_expression")
_VERBS = "get|post|put|delete|patch|head|options"
_VERB = re.compile(rf"(?:\w+::)*({_VERBS})$")
_ROUTE = re.compile(rf"#\[(?:\w+::)*({_VERBS})\(\s*\"([^\"]*)\"")
_CONSTRUCTOR = re.compile(r"(?:^|:)[A-Z]\w*$")
_ROUTED = "routes"
"""What takes the functions that attributes give a route."""

_SIGNS = (
    Sign(re.compile(rb"\b(?:const|static)\s+\w+\s*:"), ("const_item", "static_item")),
    Sign(re.compile(rb"\.route\("), ("call_expression",)),
    Sign(re.compile(rf"#\[(?:\w+::)*(?:{_VERBS})\(".encode()), ("attribute_item",)),
    Sign(
        re.compile(rb"\bmatch\b"),
        ("match_expression",),
        re.compile(rb"=>\s*\{?\s*(?:return )?[\w:.]+\("),
    ),
)


def find_tables(root: Node, code: bytes) -> Iterator[DispatchTable]:
    """Yield the tables of a file: literals, then routes, then choices."""
    nodes = signed_nodes(root, code, _SIGNS)
    for item in nodes["const_item"] + nodes["static_item"]:
        yield from _literal(item, code)
    found = nodes["call_expression"] + nodes["attribute_item"]
    yield from called_tables(each for node in found for each in _registered(node, code))
    for match in nodes["match_expression"]:
        body = match.child_by_field_name("body")
        branches = [
            (written(arm.child_by_field_name("pattern"), code), _only_call(arm, code))
            for arm in (body.named_children if body is not None else ())
            if arm.type == "match_arm"
        ]
        yield from chosen_table(match, branches, code)


def _literal(item: Node, code: bytes) -> Iterator[DispatchTable]:
    """Read `const COMMANDS: &[(&str, Command)] = &[("serve", serve)]` and arrays of names."""
    value = item.child_by_field_name("value")
    if value is not None and value.type == "reference_expression":
        value = value.child_by_field_name("value")
    if value is None or value.type != "array_expression":
        return
    elements = [each for each in value.named_children if "comment" not in each.type]
    entries = [_element(each, code) for each in elements]
    yield from literal_table(item.child_by_field_name("name"), entries, code)


def _element(element: Node, code: bytes) -> TableEntry | None:
    parts = element.named_children if element.type == "tuple_expression" else [element]
    value = parts[-1] if parts else element
    if value.type not in _NAMES:
        return None
    return entry(written(parts[0], code) if len(parts) > 1 else "", value, code)


def _registered(node: Node, code: bytes) -> Iterator[tuple[str, TableEntry]]:
    """Read `Router::new().route("/x", get(handler))` and `#[get("/x")]` above a function."""
    if node.type == "attribute_item":
        route = _ROUTE.match(written(node, code))
        item = node.next_named_sibling
        while item is not None and item.type in {"attribute_item", "line_comment"}:
            item = item.next_named_sibling
        name = item.child_by_field_name("name") if item is not None else None
        if route and item is not None and item.type == "function_item" and name is not None:
            yield _ROUTED, entry(f"{route[1].upper()} {route[2]}", name, code)
        return
    function = node.child_by_field_name("function")
    listed = node.child_by_field_name("arguments")
    field = function.child_by_field_name("field") if function is not None else None
    if listed is None or written(field, code) != "route":
        return
    match listed.named_children:
        case [where, handlers] if path := string_in(where, code):
            owner = receiver(function, code, ("value", "function", "path"))
            for verb, handler in _handlers(handlers, code):
                yield owner, entry(f"{verb} {path}", handler, code)


def _handlers(node: Node, code: bytes) -> Iterator[tuple[str, Node]]:
    """Yield each verb and handler of `get(show).post(add)` and of `web::get().to(show)`."""
    if node.type != "call_expression":
        return
    function = node.child_by_field_name("function")
    listed = node.child_by_field_name("arguments")
    if function is None or listed is None:
        return
    before = function.child_by_field_name("value")
    if before is not None:
        yield from _handlers(before, code)
    named = written(function.child_by_field_name("field") or function, code)
    verb = _VERB.match(named)
    if named == "to" and before is not None:
        verb = _VERB.match(written(before.child_by_field_name("function"), code))
    if verb and len(listed.named_children) == 1 and listed.named_children[0].type in _NAMES:
        yield verb[1].upper(), listed.named_children[0]


def _only_call(arm: Node, code: bytes) -> Node | None:
    """Return the function that an arm calls, if that is all it does."""
    node = arm.child_by_field_name("value")
    while node is not None and node.type in {
        "block",
        "expression_statement",
        "return_expression",
        "try_expression",
        "await_expression",
    }:
        node = node.named_children[0] if len(node.named_children) == 1 else None
    called = node.child_by_field_name("function") if node is not None else None
    is_named = called is not None and called.type in _NAMES
    return called if is_named and not _CONSTRUCTOR.search(written(called, code)) else None
