"""Dart: classes, mixins and enums, functions and variables.

The grammar puts the body of a function beside its signature, and modifiers of a variable beside
its name; both are put together here.
"""

from __future__ import annotations

import tree_sitter_dart
from tree_sitter import Node

from mkdocs_repodoc.languages.dart.functions import (
    MODIFIERS,
    SIGNATURES,
    annotations_of,
    from_annotations,
    read_body,
    read_signature,
)
from mkdocs_repodoc.languages.dart.test_cases import read_statement
from mkdocs_repodoc.languages.treesitter.comments.bracketed_names import bracketed_markdown
from mkdocs_repodoc.languages.treesitter.dialect import Dialect
from mkdocs_repodoc.languages.treesitter.scope import Scope, inside_function, is_local
from mkdocs_repodoc.languages.treesitter.walk import Handler, Walk, child_of_type
from mkdocs_repodoc.model.kinds import Kind

_TYPES = {
    "class_definition": Kind.CLASS,
    "mixin_declaration": Kind.CLASS,
    "enum_declaration": Kind.ENUM,
    "extension_type_declaration": Kind.CLASS,
}
_BODIES = ("class_body", "enum_body", "extension_body")
_LISTS = ("initialized_identifier_list", "static_final_declaration_list", "identifier_list")
_NAMED = frozenset({"initialized_identifier", "static_final_declaration", "identifier"})


def _type(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name") or child_of_type(node, "identifier")
    body = child_of_type(node, *_BODIES)
    if name_node is None:
        return
    kind = _TYPES[node.type]
    text = walk.text(name_node)
    labels = [child.type for child in node.children if child.type in {"abstract", "mixin"}]
    labels += ["sealed"] if child_of_type(node, "sealed") is not None else []
    walk.add(
        kind,
        text,
        node,
        name_node,
        from_annotations(node, scope),
        signature=walk.text(child_of_type(node, "type_parameters")),
        bases=_bases(walk, node),
        decorators=annotations_of(walk, node),
        labels=labels,
        public=not text.startswith("_"),
    )
    walk.enter(body, scope.inside(text, kind, public=not text.startswith("_")))


def _bases(walk: Walk, node: Node) -> list[str]:
    found = []
    for child in node.named_children:
        if child.type in {"superclass", "interfaces"}:
            text = walk.line_of(child)
            for word in ("extends ", "with ", "implements "):
                text = text.replace(word, ",", 1)
            found += [part.strip() for part in _split(text) if part.strip()]
    return found


def _split(text: str) -> list[str]:
    """Split a list of types at its commas, those between brackets apart."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "<") - (letter == ">")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _extension(walk: Walk, node: Node, scope: Scope) -> None:
    """Read the methods of an extension, which are named as those of the type."""
    owner = walk.line_of(node.child_by_field_name("class")).partition("<")[0]
    body = child_of_type(node, *_BODIES)
    walk.enter(body, scope.inside(owner, "extension", public=scope.public))


def _variables(walk: Walk, node: Node, scope: Scope) -> None:
    """Read the names of a list; what stands before it in its statement says the rest."""
    statement = (
        node.parent if node.parent is not None and node.parent.type == "declaration" else None
    )
    first = statement or _first_of(node)
    text = walk.code[first.start_byte : node.start_byte].decode("utf-8", "replace")
    labels = [word for word in text.split() if word in MODIFIERS - {"final", "const"}]
    annotation = " ".join(word for word in text.split() if word not in MODIFIERS | {"var"})
    fixed = {"final", "const"} & set(text.split())
    for child in node.named_children:
        name_node = child_of_type(child, "identifier") if child.named_child_count else child
        if child.type not in _NAMED or name_node is None or is_local(scope):
            continue
        name = walk.text(name_node)
        equals = child_of_type(child, "=")
        value = walk.line_of(equals.next_named_sibling) if equals is not None else ""
        kind = Kind.FIELD if scope.name else Kind.VARIABLE
        walk.add_variable(
            Kind.CONSTANT if "const" in fixed else kind,
            first,
            name_node,
            from_annotations(first, scope),
            annotation=annotation,
            value=value,
            decorators=annotations_of(walk, first),
            labels=[*labels, *(["read-only"] if fixed else [])],
            public=not name.startswith("_"),
            end=node.end_byte,
        )
        walk.enter(child, inside_function(scope, scope.qualify(name)))


def _first_of(node: Node) -> Node:
    """Return the first node of a statement at the top, whose parts are siblings."""
    parts = {"const_builtin", "final_builtin", "inferred_type", "type_identifier", "nullable_type"}
    parts |= {"type_arguments", "late", "void_type", "function_type"}
    before = node.prev_named_sibling
    while before is not None and before.type in parts:
        node, before = before, before.prev_named_sibling
    return node


def _enum_constant(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = node.child_by_field_name("name")
    if name_node is not None:
        shown = walk.text(child_of_type(node, "argument_part"))
        name = scope.qualify(walk.text(name_node))
        walk.add(Kind.ENUMERATOR, name, node, name_node, scope, signature=shown)


def _alias(walk: Walk, node: Node, scope: Scope) -> None:
    name_node = child_of_type(node, "type_identifier")
    if name_node is not None:
        name = walk.text(name_node)
        shown = walk.head_after(name_node, node).removesuffix(";")
        public = not name.startswith("_")
        walk.add(Kind.TYPE_ALIAS, name, node, name_node, scope, signature=shown, public=public)


def _uri(walk: Walk, node: Node, _scope: Scope) -> None:
    """Read an import, an export or a part: all name a file."""
    stack = list(node.named_children)
    alias = ""
    place: Node | None = None
    while stack:
        part = stack.pop(0)
        if part.type == "uri":
            place = part
        elif part.type == "identifier":
            alias = walk.text(part)
        elif part.type != "combinator":
            stack += part.named_children
    if place is not None:
        walk.add_import(walk.text(place).strip("\"'"), node, place, alias=alias)


def _library(walk: Walk, node: Node, _scope: Scope) -> None:
    walk.file_line = node.start_point.row + 1


_HANDLERS: dict[str, Handler] = {
    "library_name": _library,
    "import_or_export": _uri,
    "part_directive": _uri,
    **dict.fromkeys(_TYPES, _type),
    "extension_declaration": _extension,
    **dict.fromkeys(SIGNATURES, read_signature),
    "function_body": read_body,
    "expression_statement": read_statement,
    **dict.fromkeys(_LISTS, _variables),
    "enum_constant": _enum_constant,
    "type_alias": _alias,
}
DART = Dialect(
    tree_sitter_dart.language,
    _HANDLERS,
    comments=("comment", "documentation_comment"),
    comment_text=bracketed_markdown,
    decisions=frozenset(
        {
            "if_statement",
            "for_statement",
            "while_statement",
            "do_statement",
            "switch_statement_case",
            "switch_expression_case",
            "catch_clause",
            "conditional_expression",
            "if_null_expression",
        }
    ),
    operators=frozenset({"&&", "||"}),
)
