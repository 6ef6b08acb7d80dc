"""Values that fields have at first and that methods change, read off the syntax tree.

Fields get their first value where they are declared, or in a statement of the constructor. A
method changes one where it assigns it what somebody has given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.runtime.option_declarations import line_of, written
from mkdocs_repodoc.model.facts import StartingValue
from mkdocs_repodoc.text.starting_values import (
    FieldChange,
    copies,
    is_telling,
    starting_values,
    with_remark,
)

_AROUND = frozenset(
    {
        "program",
        "source_file",
        "compilation_unit",
        "export_statement",
        "namespace_definition",
        "namespace_declaration",
        "file_scoped_namespace_declaration",
        "preproc_if",
        "preproc_else",
        "compound_statement",
        "class_declaration",
        "abstract_class_declaration",
    }
)
"""Types of the nodes in which classes stand."""
_BODIES = frozenset({"class_body", "declaration_list"})
_FIELDS = frozenset(
    {
        "field_declaration",
        "field_definition",
        "public_field_definition",
        "property_declaration",
    }
)
_DECLARATORS = frozenset({"variable_declaration", "variable_declarator", "property_element"})
_CONSTRUCTORS = frozenset(
    {"constructor_declaration", "secondary_constructor", "anonymous_initializer"}
)
_CONSTRUCTOR_NAMES = frozenset({"constructor", "__construct"})
_ASSIGNMENTS = frozenset({"assignment_expression", "assignment"})
_NO_VALUE = frozenset(
    {"variable_declaration", "modifiers", "getter", "setter", "property_delegate"}
)
_TARGET = re.compile(r"(?:\$?this(?:\.|->))?\$?(#?\w+)$")
_GIVEN = re.compile(r"(?<![\w.])[a-z_$]\w*")
_ASSIGNED = re.compile(rb"(?<![\w#\x80-\xff])(#?[\w\x80-\xff]+)\s*=(?![=>])")
_MOST_PLACES = 40
"""Lines with one name that are looked at."""


def find_starting_values(root: Node, code: bytes) -> Iterator[StartingValue]:
    """Yield the first values of the fields of a file's classes, those that methods change."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.type in _BODIES:
            yield from _of_class(node, code)
        stack += [each for each in reversed(node.named_children) if _holds_classes(each)]


def _holds_classes(node: Node) -> bool:
    return node.type in _AROUND or node.type in _BODIES


def _of_class(body: Node, code: bytes) -> Iterator[StartingValue]:
    first: dict[str, tuple[str, int]] = {}
    methods: set[int] = set()
    for member in body.named_children:
        if _is_constructor(member, code):
            first |= _assigned_first(member, code)
            continue
        if member.type in _FIELDS:
            first |= _declared(member, code)
        methods.add(member.start_byte)
    if not first:
        return
    places = _places_of(body, first, code)
    changes = [each for name in first for each in _changes(body, name, places[name], code)]
    yield from starting_values(first, (each for each in changes if each.method in methods))


def _is_constructor(member: Node, code: bytes) -> bool:
    name = written(member.child_by_field_name("name"), code)
    return member.type in _CONSTRUCTORS or name in _CONSTRUCTOR_NAMES


def _declared(member: Node, code: bytes) -> dict[str, tuple[str, int]]:
    """Return what a declaration of fields gives to them."""
    found: dict[str, tuple[str, int]] = {}
    for node in (member, *member.named_children, *_grandchildren(member)):
        if node is not member and node.type not in _DECLARATORS:
            continue
        name = node.child_by_field_name("name") or node.child_by_field_name("property")
        value = node.child_by_field_name("value") or node.child_by_field_name("default_value")
        if value is None and node.type in _DECLARATORS:
            value = node.named_children[-1] if len(node.named_children) > 1 else None
        if name is None and node is member and member.named_children:
            name = next(
                (n for n in member.named_children if n.type == "variable_declaration"), None
            )
            value = member.named_children[-1]
            value = None if value.type in _NO_VALUE else value
        found |= _told(name, value, code)
    return found


def _grandchildren(member: Node) -> Iterator[Node]:
    for each in member.named_children:
        if each.type in _DECLARATORS:
            yield from each.named_children


def _assigned_first(constructor: Node, code: bytes) -> dict[str, tuple[str, int]]:
    """Return what the statements of a constructor give to fields."""
    found: dict[str, tuple[str, int]] = {}
    inner = constructor.child_by_field_name("body")
    if inner is None:
        blocks = [each for each in constructor.named_children if each.type == "block"]
        inner = blocks[0] if blocks else constructor
    for statement in inner.named_children:
        node = statement
        if statement.type == "expression_statement" and statement.named_children:
            node = statement.named_children[0]
        if node.type in _ASSIGNMENTS:
            target, value = (node.child_by_field_name(side) for side in ("left", "right"))
            found |= _told(target, value, code)
    return found


def _told(name: Node | None, value: Node | None, code: bytes) -> dict[str, tuple[str, int]]:
    """Return a name with a value that says something; nothing for any other."""
    target = _TARGET.match(re.split(r"\s*:", written(name, code), maxsplit=1)[0])
    given = written(value, code)
    if target is None or value is None or not is_telling(given):
        return {}
    end = code.find(b"\n", value.end_byte)
    rest = code[value.end_byte : end if end >= 0 else len(code)].decode("utf-8", "replace")
    return {target[1]: (with_remark(given, rest), line_of(value))}


def _places_of(body: Node, names: Iterable[str], code: bytes) -> dict[str, list[tuple[int, int]]]:
    """Return where something is assigned to fields: starts and ends of names with their signs."""
    found: dict[str, list[tuple[int, int]]] = {name: [] for name in names}
    for match in _ASSIGNED.finditer(code, body.start_byte, body.end_byte):
        places = found.get(match[1].decode("utf-8", "replace"))
        if places is not None and len(places) < _MOST_PLACES:
            places.append(match.span())
    return found


def _changes(
    body: Node, name: str, places: Iterable[tuple[int, int]], code: bytes
) -> Iterator[FieldChange]:
    """Yield where methods assign a field what they are given."""
    for start, end in places:
        node = body.descendant_for_byte_range(start, end)
        while node is not None and node.type not in _ASSIGNMENTS and node.id != body.id:
            node = node.parent
        if node is None or node.id == body.id:
            continue
        target = _TARGET.match(written(node.child_by_field_name("left"), code))
        value = written(node.child_by_field_name("right"), code)
        method, given = _method(node, body, code)
        if target is None or target[1] != name or copies(value, name):
            continue
        if given & set(_GIVEN.findall(value)):
            yield FieldChange(name, method, line_of(node))


def _method(node: Node, body: Node, code: bytes) -> tuple[int, set[str]]:
    """Return the offset of the member around a node, and the names of what it is given."""
    given: set[str] = set()
    while node.parent is not None and node.parent.id != body.id:
        node = node.parent
        for field in ("parameters", "parameter"):
            given.update(_GIVEN.findall(written(node.child_by_field_name(field), code)))
        for each in node.named_children:
            if each.type == "function_value_parameters":
                given.update(_GIVEN.findall(written(each, code)))
    return node.start_byte, given
