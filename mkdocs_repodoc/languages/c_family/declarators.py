"""Declarators of C and C++: the name inside its stars, brackets and parentheses."""

from __future__ import annotations

from typing import NamedTuple

from tree_sitter import Node

from mkdocs_repodoc.languages.treesitter.walk import Walk, child_of_type
from mkdocs_repodoc.model.records import Parameter
from mkdocs_repodoc.text.english import one_line

_WRAPPERS = {
    "pointer_declarator": "pointer",
    "reference_declarator": "pointer",
    "array_declarator": "array",
    "function_declarator": "function",
    "parenthesized_declarator": "",
    "init_declarator": "",
    "attributed_declarator": "",
    "variadic_declarator": "",
    "bitfield_clause": "",
    "ptr_declarator": "pointer",
    "abstract_function_declarator": "function",
}
_NAMES = {
    "identifier",
    "field_identifier",
    "type_identifier",
    "qualified_identifier",
    "destructor_name",
    "operator_name",
    "operator_cast",
    "template_function",
    "template_method",
    "structured_binding_declarator",
    "primitive_type",
}
_QUALIFIERS = {
    "type_qualifier",
    "virtual_specifier",
    "noexcept",
    "ref_qualifier",
    "throw_specifier",
}


class Declared(NamedTuple):
    """One declarator."""

    name: str
    """With its scope as written, without template arguments in it."""
    scope: str
    """The part of the name in front of the last `::`."""
    node: Node
    """The last part of the name in the source."""
    function: Node | None
    """The node with the parameters, if it declares a function."""
    form: str
    """Type of the name's node."""
    stars: str
    """Pointers and references between the type and the name."""
    end: int
    """Where that part ends; the node of a conversion's name goes on behind it."""


def read_declarator(walk: Walk, node: Node) -> Declared | None:
    """Find the name in a declarator.

    Args:
        walk: The file's walk.
        node: The declarator.

    Returns:
        What it declares; nothing for a declarator without a name, and for structured bindings.
    """
    inner = ""
    function = None
    stars = ""
    while node.type not in _NAMES:
        kind = _WRAPPERS.get(node.type)
        if kind is None:
            return None
        if kind:
            inner = kind
        if kind == "function":
            function = node
        elif kind == "pointer":
            stars += walk.code[node.start_byte : node.start_byte + 1].decode("ascii", "replace")
            if walk.code[node.start_byte : node.start_byte + 2] == b"&&":
                stars += "&"
        following = node.child_by_field_name("declarator") or _declarator_child(node)
        if following is None:
            return None
        node = following
    return _name(walk, node, function if inner == "function" else None, stars)


def _declarator_child(node: Node) -> Node | None:
    for child in node.named_children:
        if child.type in _NAMES or child.type in _WRAPPERS:
            return child
    return None


def _name(walk: Walk, node: Node, function: Node | None, stars: str) -> Declared | None:
    scopes: list[str] = []
    while node.type == "qualified_identifier":
        scope = node.child_by_field_name("scope")
        if scope is not None:
            scopes.append(_plain_scope(walk, scope))
        following = node.child_by_field_name("name")
        if following is None:
            return None
        node = following
    form = node.type
    place = node
    if form in {"template_function", "template_method"}:
        node = place = node.child_by_field_name("name") or node
    if form == "structured_binding_declarator":
        return None
    end = node.end_byte
    if form == "operator_cast":
        function = child_of_type(node, "abstract_function_declarator") or _function_below(node)
        until = function.start_byte if function is not None else node.end_byte
        text = walk.code[node.start_byte : until].decode("utf-8", "replace")
        text = text.partition("(")[0].rstrip()
        end = node.start_byte + len(text.encode())
        text = one_line(text)
    else:
        text = one_line(walk.text(node))
    if form == "operator_name":
        text = text.replace("operator ", "operator") if not text[9:10].isalpha() else text
    if form == "destructor_name":
        text = text.replace(" ", "")
    scope_name = "::".join(part for part in scopes if part)
    return Declared(
        name=f"{scope_name}::{text}" if scope_name else text,
        scope=scope_name,
        node=place,
        function=function,
        form=form,
        stars=stars,
        end=end,
    )


def _function_below(node: Node) -> Node | None:
    below: Node | None = node
    while below is not None:
        below = below.child_by_field_name("declarator")
        if below is not None and below.type == "abstract_function_declarator":
            return below
    return None


def _plain_scope(walk: Walk, node: Node) -> str:
    if node.type == "template_type":
        node = node.child_by_field_name("name") or node
    return one_line(walk.text(node))


def qualifiers(walk: Walk, function: Node) -> tuple[str, str]:
    """Return what stands behind a parameter list, and the trailing return type."""
    words = []
    trailing = ""
    for child in function.children:
        if child.type in _QUALIFIERS:
            words.append(one_line(walk.text(child)))
        elif child.type == "trailing_return_type":
            trailing = one_line(walk.text(child)).removeprefix("->").strip()
    return " ".join(words), trailing


def read_parameters(walk: Walk, function: Node) -> tuple[Parameter, ...]:
    """Return the parameters of a function, each with its type as written."""
    listed = function.child_by_field_name("parameters")
    if listed is None:
        return ()
    result = []
    for node in listed.named_children:
        declarator = node.child_by_field_name("declarator")
        declared = read_declarator(walk, declarator) if declarator is not None else None
        default = node.child_by_field_name("default_value")
        if declared is None:
            continue
        start, end = declared.node.start_byte, declared.node.end_byte
        last = node.end_byte if default is None else default.start_byte
        before = walk.code[node.start_byte : start].decode("utf-8", "replace")
        after = walk.code[end:last].decode("utf-8", "replace").rstrip().removesuffix("=")
        result.append(
            Parameter(
                declared.name,
                annotation=one_line(before + after),
                default=walk.line_of(default),
            )
        )
    return tuple(result)
