"""Dispatch tables of Java: maps and lists of method references, and routes by annotations."""

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
    signed_nodes,
)
from mkdocs_repodoc.model.facts import DispatchTable, TableEntry

_TYPES = ("class_declaration", "interface_declaration", "record_declaration", "enum_declaration")
_MAPPING = re.compile(r"(Get|Post|Put|Delete|Patch|Request)Mapping$")
_VERB = re.compile(r"GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS")

_SIGNS = (
    Sign(re.compile(rb"\b(?:of|ofEntries|asList)\("), _TYPES),
    Sign(re.compile(rb"@(?:\w+Mapping|GET|POST|PUT|DELETE|PATCH)\b"), ("method_declaration",)),
    Sign(re.compile(rb"\bswitch\b"), ("switch_expression",), re.compile(rb"->\s*[\w.]+\(")),
)


def find_tables(root: Node, code: bytes) -> Iterator[DispatchTable]:
    """Yield the tables of a file: literals, then routes, then choices."""
    nodes = signed_nodes(root, code, _SIGNS)
    for owner in (each for kind in _TYPES for each in nodes[kind]):
        yield from _literals(owner, code)
    methods = nodes["method_declaration"]
    yield from called_tables(each for method in methods for each in _routes(method, code))
    for choice in nodes["switch_expression"]:
        body = choice.child_by_field_name("body")
        branches = [
            (_label(rule, code), _only_call(rule))
            for rule in (body.named_children if body is not None else ())
            if rule.type == "switch_rule"
        ]
        yield from chosen_table(choice, branches, code)


def _literals(owner: Node, code: bytes) -> Iterator[DispatchTable]:
    """Read `Map.of("get", Shop::get)` and `List.of(Shop::get)` of a type's fields."""
    body = owner.child_by_field_name("body")
    for field in body.named_children if body is not None else ():
        declarator = field.child_by_field_name("declarator")
        value = declarator.child_by_field_name("value") if declarator is not None else None
        called = written(value.child_by_field_name("name"), code) if value is not None else ""
        listed = value.child_by_field_name("arguments") if value is not None else None
        if declarator is None or listed is None or called not in {"of", "ofEntries", "asList"}:
            continue
        entries = _entries(listed.named_children, code)
        for table in literal_table(declarator.child_by_field_name("name"), entries, code):
            name = f"{_type_name(owner, code)}.{table.name}"
            yield DispatchTable(name, table.entries, table.line)


def _entries(arguments: list[Node], code: bytes) -> list[TableEntry | None]:
    """Return the entries of a map, whose keys and values take turns, or of a list."""
    found: list[TableEntry | None] = []
    key = ""
    for each in arguments:
        inner = each.child_by_field_name("arguments")
        pair = inner.named_children if inner is not None else []
        if each.type == "method_invocation" and pair:
            found += _entries(pair, code)
        elif each.type == "method_reference":
            found.append(entry(key, each, code))
            key = ""
        elif key:
            return [None]
        else:
            key = written(each, code)
    return [*found, None] if key else found


def _type_name(owner: Node, code: bytes) -> str:
    """Return the name of a type with those around it."""
    names = []
    node: Node | None = owner
    while node is not None:
        if node.type in _TYPES:
            names.append(written(node.child_by_field_name("name"), code))
        node = node.parent
    return ".".join(reversed(names))


def _routes(method: Node, code: bytes) -> Iterator[tuple[str, TableEntry]]:
    """Read the annotations of Spring and of JAX-RS above a method."""
    name = method.child_by_field_name("name")
    owner = method.parent.parent if method.parent is not None else None
    if name is None or owner is None or owner.type not in _TYPES:
        return
    marks = _annotations(method, code)
    spring = next((each for each in marks if _MAPPING.match(each)), "")
    verb = next((each for each in marks if _VERB.fullmatch(each)), "")
    if not spring and not verb:
        return
    around = _annotations(owner, code)
    prefix = _path(around.get("RequestMapping") or around.get("Path"), code)
    path = _path(marks.get(spring) or marks.get("Path"), code)
    if spring.startswith("Request"):
        said = _VERB.search(written(marks[spring], code))
        verb = said[0] if said else ""
    elif spring:
        verb = spring.removesuffix("Mapping").upper()
    joined = "/".join(part.strip("/") for part in (prefix, path) if part.strip("/"))
    yield _type_name(owner, code), entry(f"{verb} /{joined}".strip(), name, code)


def _annotations(node: Node, code: bytes) -> dict[str, Node]:
    """Return the annotations of a declaration by their names."""
    modifiers = next((each for each in node.named_children if each.type == "modifiers"), None)
    return {
        written(each.child_by_field_name("name"), code).rpartition(".")[2]: each
        for each in (modifiers.named_children if modifiers is not None else ())
        if "annotation" in each.type
    }


def _path(annotation: Node | None, code: bytes) -> str:
    """Return the first text in an annotation."""
    texts = nodes_of(annotation, ("string_literal",)) if annotation is not None else ()
    return next((string_in(each, code) for each in texts), "")


def _label(rule: Node, code: bytes) -> str:
    label = next((each for each in rule.named_children if each.type == "switch_label"), None)
    return written(label, code).removeprefix("case ")


def _only_call(rule: Node) -> Node | None:
    """Return the name of the method that a rule calls, if that is all it does."""
    node: Node | None = rule.named_children[-1]
    if node is not None and node.type == "expression_statement":
        node = node.named_children[0]
    return node.child_by_field_name("name") if node and node.type == "method_invocation" else None
